import type { Change } from './change.ts';
import type { Project } from './project.ts';

/** The kinds of record a project keeps in lists, and the list each lives in. */
export const LISTS = {
  profile: 'profiles',
  coverageRun: 'coverageRuns',
  recommendation: 'recommendations',
  measure: 'measures',
  paper: 'papers',
  institutionRevision: 'institutionRevisions',
  listDecision: 'listDecisions',
} as const satisfies Record<RecordEntity, keyof Project>;

export type RecordEntity = Exclude<Change['entity'], 'project'>;
export const RECORD_ENTITIES = Object.keys(LISTS) as readonly RecordEntity[];

export type RecordOf<Entity extends RecordEntity> = NonNullable<Extract<Change, { readonly entity: Entity }>['after']>;
export type RecordChangeOf<Entity extends RecordEntity> = Extract<Change, { readonly entity: Entity }>;

/** The list of one kind of record. */
export const recordsOf = <Entity extends RecordEntity>(project: Project, entity: Entity): readonly RecordOf<Entity>[] =>
  project[LISTS[entity]] as unknown as readonly RecordOf<Entity>[];

/** A record by id; undefined when the project has none of that name. */
export const recordOf = <Entity extends RecordEntity>(project: Project, entity: Entity, id: string): RecordOf<Entity> | undefined =>
  recordsOf(project, entity).find((record) => record.id === id);

/** The change that adds a record at the end of its list, or replaces the one with the same id where it stands. */
export function putChange<Entity extends RecordEntity>(project: Project, entity: Entity, record: RecordOf<Entity>): RecordChangeOf<Entity> {
  const records = recordsOf(project, entity);
  const position = records.findIndex((other) => other.id === record.id);
  return {
    entity,
    before: position < 0 ? undefined : records[position],
    after: record,
    position: position < 0 ? records.length : position,
  } as RecordChangeOf<Entity>;
}

/** The change that removes a record; empty when there is nothing to remove. */
export function removeChange<Entity extends RecordEntity>(project: Project, entity: Entity, id: string): readonly RecordChangeOf<Entity>[] {
  const records = recordsOf(project, entity);
  const position = records.findIndex((other) => other.id === id);
  return position < 0 ? [] : [{ entity, before: records[position], after: undefined, position } as RecordChangeOf<Entity>];
}
