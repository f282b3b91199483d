import { createContext, useContext, useMemo } from 'react';
import { useStore, type StoreApi } from 'zustand';
import type { City } from '#app/domain/city/city.ts';
import { lookupOf, type CityLookup } from '#app/domain/city/city-lookup.ts';
import { cityWithCorrections } from '#app/project/city-with-corrections.ts';
import { translator, type Translate } from '#shared/i18n/translator.ts';
import type { Language } from '#shared/localized.ts';
import { cityOf } from './bundle.ts';
import type { Stores, Workspace } from './workspace.ts';

const WorkspaceContext = createContext<Workspace | undefined>(undefined);
export const WorkspaceProvider = WorkspaceContext.Provider;

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === undefined) throw new Error('The surface is shown outside its workspace');
  return workspace;
}

type StateOf<Name extends keyof Stores> = ReturnType<Stores[Name]['getState']>;

/** A part of one store. Choose narrowly: the view draws again only when that part changes. */
export function usePart<Name extends keyof Stores, Part>(name: Name, select: (state: StateOf<Name>) => Part): Part {
  // the compiler cannot follow a store through its name; name and selector share the type parameter
  return useStore(useWorkspace().stores[name] as unknown as StoreApi<StateOf<Name>>, select);
}

export function useLanguage(): Language {
  return usePart('settings', (settings) => settings.language);
}

export function useTranslate(): Translate {
  const language = useLanguage();
  return useMemo(() => translator(language), [language]);
}

/** The open city with the project's corrections to the register; see `currentCity`. */
export function useCity(): City | undefined {
  const city = usePart('bundle', cityOf);
  return usePart('project', ({ project }) => (city === undefined ? undefined : cityWithCorrections(city, project)));
}

export function useLookup(): CityLookup | undefined {
  const city = useCity();
  return city === undefined ? undefined : lookupOf(city);
}
