import { useMemo } from 'react';
import { institutionsInside } from '#app/domain/city/listed-institutions.ts';
import { isBlank, renderBoundText, type BoundText } from '#app/domain/planning/bound-text.ts';
import type { Paper, Project } from '#app/project/project.ts';
import { editPaper } from '#app/project/operations/edit-paper.ts';
import { asId, type CoverageRunId } from '#shared/ids.ts';
import { CheckList } from '../../components/check-list.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { changeProject, leaveField } from '../../commands/change-project.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { BoundTextEntry } from '../measures/bound-text-entry.tsx';
import { DateEntry } from '../measures/date-entry.tsx';
import { SheetGroup } from '../measures/sheet-parts.tsx';
import { useOpenCity, type OpenCity } from '../use-city.ts';

/** The Strategiepapier: what the planner writes, and what every chapter will hold. */
export function PaperDocument() {
  const t = useTranslate();
  const open = useOpenCity();
  const project = usePart('project', (state) => state.project);
  const chosen = usePart('selection', (state) => state.paper);
  const paper = project?.papers.find((entry) => entry.id === chosen);
  if (open === undefined || project === undefined || paper === undefined) {
    return (
      <div className="empty-middle full">
        <EmptyState title={t('sheets.paper.none')}>
          <p>{t('sheets.paper.noneLead')}</p>
        </EmptyState>
      </div>
    );
  }
  return <PaperForm key={paper.id} open={open} project={project} paper={paper} />;
}

type Properties = { readonly open: OpenCity; readonly project: Project; readonly paper: Paper };

function PaperForm({ open, project, paper }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const change = (patch: Partial<Omit<Paper, 'id'>>) => void changeProject(workspace, (current) => editPaper(current, paper.id, patch));
  const leave = () => leaveField(workspace);
  const areas = [paper.socialArea, ...open.lookup.descendantsOf(paper.socialArea, paper.level).map((area) => area.id)];
  const text = (id: 'summary' | 'introduction' | 'findings') => (
    <BoundTextEntry open={open} label={t(`sheets.paper.${id}`)} value={paper[id]} areas={areas} onChange={(value) => change({ [id]: value })} onLeave={leave} />
  );
  return (
    <article className="sheet paper-page">
      <header className="sheet-head">
        <div className="row">
          <span className={`state-badge ${paper.state}`}>{paper.state === 'released' ? t('planning.state.released') : t('sheets.paper.draft')}</span>
          <span className="note">{open.lookup.area(paper.socialArea)?.name}</span>
        </div>
        <h1>{paper.title}</h1>
      </header>
      <Contents open={open} project={project} paper={paper} />
      <SheetGroup title={t('sheets.paper.settings')}>
        <div className="two-columns">
          <TextEntry label={t('sheets.paper.paperTitle')} value={paper.title} onChange={(title) => change({ title })} onLeave={leave} />
          <TextEntry label={t('sheets.paper.publisher')} value={paper.publisher} onChange={(publisher) => change({ publisher })} onLeave={leave} />
          <DateEntry label={t('sheets.paper.date')} value={paper.date} onChange={(date) => date !== undefined && change({ date })} />
        </div>
        {project.coverageRuns.length === 0 ? (
          <p className="note">{t('sheets.paper.noRuns')}</p>
        ) : (
          <CheckList
            label={t('sheets.paper.runs')}
            options={project.coverageRuns.map((run) => ({ id: run.id, name: run.title }))}
            value={paper.coverageRuns}
            onChange={(ids) => change({ coverageRuns: ids.map((id) => asId<CoverageRunId>(id)) })}
          />
        )}
      </SheetGroup>
      <SheetGroup title={t('sheets.paper.texts')}>
        {text('summary')}
        {text('introduction')}
        {text('findings')}
      </SheetGroup>
    </article>
  );
}

/** Every chapter with what it will hold, so that nobody is surprised by the printed paper. */
function Contents({ open, project, paper }: Properties) {
  const t = useTranslate();
  const language = useLanguage();
  const wordsOf = (text: BoundText) =>
    isBlank(text) ? t('sheets.paper.chapterNote.ownTextMissing') : t('sheets.paper.chapterNote.ownText', { count: renderBoundText(text, open.releaser, language).split(/\s+/).length });
  const facts = useMemo(() => {
    const mine = project.recommendations.filter((sheet) => sheet.socialArea === undefined || sheet.socialArea === paper.socialArea);
    return {
      areas: open.lookup.descendantsOf(paper.socialArea, paper.level).length,
      institutions: institutionsInside(open.city, paper.socialArea, paper.date).listed.length,
      recommendations: mine.length,
      drafts: mine.filter((sheet) => sheet.state !== 'released').length,
      measures: project.measures.filter((sheet) => sheet.socialArea === undefined || sheet.socialArea === paper.socialArea).length,
    };
  }, [open, project, paper]);
  const chapters = [
    ['summary', wordsOf(paper.summary)],
    ['introduction', wordsOf(paper.introduction)],
    ['overview', t('sheets.paper.chapterNote.overview', { count: facts.areas })],
    ['analysis', t('sheets.paper.chapterNote.analysis')],
    ['inventory', t('sheets.paper.chapterNote.inventory', { count: facts.institutions, runs: paper.coverageRuns.length })],
    ['dialogue', t('sheets.paper.chapterNote.dialogue')],
    ['recommendations', t('sheets.paper.chapterNote.recommendations', { count: facts.recommendations, drafts: facts.drafts })],
    ['controlling', t('sheets.paper.chapterNote.controlling')],
    ['method', t('sheets.paper.chapterNote.method')],
    ['appendix', t('sheets.paper.chapterNote.appendix', { count: facts.measures })],
  ] as const;
  return (
    <SheetGroup title={t('sheets.paper.contents')}>
      <ol>
        {chapters.map(([id, note], index) => (
          <li key={id} className="paper-chapter">
            <span className="number">{id === 'appendix' ? '' : index + 1}</span>
            <span className="grow">{t(`sheets.paper.chapter.${id}`)}</span>
            <span className="note">{note}</span>
          </li>
        ))}
      </ol>
    </SheetGroup>
  );
}
