import { emptyHistory } from '#app/project/history.ts';
import type { Project } from '#app/project/project.ts';
import { freshJournal, type ProjectFile } from '../state/project.ts';
import { nothingSelected } from '../state/selection.ts';
import type { Workspace } from '../state/workspace.ts';

/** Puts a project on the table, with an empty history and a journal of its own. */
export function startProject({ stores }: Workspace, project: Project, file: ProjectFile | undefined): void {
  stores.project.setState({
    project,
    history: emptyHistory,
    file,
    safety: { kind: 'untouched' },
    saving: false,
    journal: freshJournal(),
  });
  stores.selection.setState({ sheet: nothingSelected.sheet, paper: project.papers[0]?.id });
}
