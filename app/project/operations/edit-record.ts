import type { Moment } from '../change.ts';
import type { Project } from '../project.ts';
import { putChange, recordOf, type RecordEntity, type RecordOf } from '../records.ts';

/**
 * A moment that changes fields of one record. Editing a single field names it, so that typing becomes one step of the
 * history; a patch that changes nothing makes a moment without changes.
 */
export function editRecord<Entity extends RecordEntity>(
  project: Project,
  entity: Entity,
  id: string,
  patch: Partial<RecordOf<Entity>>,
  note: Moment['note'],
): Moment {
  const before = recordOf(project, entity, id);
  if (before === undefined) return { note, changes: [] };
  const changed = changedFields(before, patch);
  if (changed.length === 0) return { note, changes: [] };
  const changes = [putChange(project, entity, { ...before, ...patch } as RecordOf<Entity>)];
  const [only, ...more] = changed;
  return more.length === 0 ? { note, changes, field: `${entity}:${id}:${only}` } : { note, changes };
}

/** Names of the fields in which a patch differs from the record. */
export const changedFields = (record: object, patch: object): readonly string[] =>
  Object.entries(patch)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify((record as Readonly<Record<string, unknown>>)[field]))
    .map(([field]) => field);
