import { PANELS, panelOf } from '../../state/settings.ts';
import { useCity, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { MiddleMode, Step } from '../../state/view.ts';
import { changePanel } from '../../commands/settings.ts';
import { Splitter } from '../../components/splitter.tsx';
import { CityCanvas } from './city-canvas.tsx';
import { Drawer } from './drawer.tsx';
import { DocumentArea } from './document-area.tsx';
import { EmptyMiddle } from './empty-middle.tsx';
import { ForeignCanvas } from '../city/foreign-view.tsx';
import { MiddleToolbar } from './middle-toolbar.tsx';

const WRITING: readonly Step[] = ['measures', 'paper'];
export const isWriting = (step: Step): boolean => WRITING.includes(step);

/** The middle of the window: map, document, or both; the table twin below. */
export function Middle() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const city = useCity();
  const content = usePart('bundle', (state) => state.content.kind);
  const step = usePart('view', (state) => state.step);
  const mode = usePart('view', (state) => state.middle);
  const settings = usePart('settings', (state) => state);
  const drawerOpen = usePart('view', (state) => state.drawer.open);
  const shows: MiddleMode = isWriting(step) ? mode : 'map';
  const document = panelOf(settings, 'document');
  const drawer = panelOf(settings, 'drawer');
  const drawerMost = Math.min(PANELS.drawer.most, Math.round((window.innerHeight - 76) / 2));

  return (
    <main className="middle" data-pane="middle" tabIndex={-1}>
      {content === 'foreign' ? (
        <ForeignCanvas />
      ) : city === undefined ? (
        <EmptyMiddle />
      ) : (
        <>
          <MiddleToolbar writing={isWriting(step)} />
          <div className="middle-main">
            {shows === 'map' ? undefined : (
              <section
                className={shows === 'both' ? 'document-place beside' : 'document-place'}
                aria-label={t('shell.region.document')}
                style={shows === 'both' ? { width: document.size } : undefined}
              >
                <DocumentArea step={step} />
              </section>
            )}
            {shows === 'both' ? (
              <Splitter label={t('shell.divider.document')} orientation="vertical" sense={1} {...PANELS.document} size={document.size} onChange={(size) => changePanel(workspace, 'document', { size })} />
            ) : undefined}
            <section className={shows === 'document' ? 'map-place away' : 'map-place'} aria-label={t('shell.region.map')} aria-hidden={shows === 'document' ? true : undefined}>
              <CityCanvas city={city} />
            </section>
          </div>
          {drawerOpen ? (
            <>
              <Splitter
                label={t('shell.divider.drawer')}
                orientation="horizontal"
                sense={-1}
                size={Math.min(drawer.size, drawerMost)}
                least={PANELS.drawer.least}
                most={drawerMost}
                onChange={(size) => changePanel(workspace, 'drawer', { size: Math.min(size, drawerMost) })}
              />
              <section className="drawer" aria-label={t('shell.region.table')} data-pane="table" tabIndex={-1} style={{ height: Math.min(drawer.size, drawerMost) }}>
                <Drawer city={city} />
              </section>
            </>
          ) : undefined}
        </>
      )}
    </main>
  );
}
