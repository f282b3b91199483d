import { createStore } from 'zustand/vanilla';
import type { AreaId, InstitutionId, MeasureId, PaperId, RecommendationId } from '#shared/ids.ts';

/** What the planner points at. The map selection feeds the inspector, the sheet is what the editor shows. Never undoable. */
export type SelectionState = { readonly onMap: MapSelection; readonly sheet: SheetSelection; readonly paper: PaperId | undefined };

export type MapSelection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'area'; readonly id: AreaId }
  | { readonly kind: 'institution'; readonly id: InstitutionId };

export type SheetSelection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'recommendation'; readonly id: RecommendationId }
  | { readonly kind: 'measure'; readonly id: MeasureId };

export const nothingSelected: SelectionState = { onMap: { kind: 'nothing' }, sheet: { kind: 'nothing' }, paper: undefined };

export const createSelectionStore = () => createStore<SelectionState>(() => nothingSelected);

export const selectedArea = (state: SelectionState): AreaId | undefined => (state.onMap.kind === 'area' ? state.onMap.id : undefined);
export const selectedInstitution = (state: SelectionState): InstitutionId | undefined =>
  state.onMap.kind === 'institution' ? state.onMap.id : undefined;
