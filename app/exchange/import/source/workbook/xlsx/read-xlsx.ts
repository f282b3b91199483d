import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure, success } from '#shared/result.ts';
import type { Budget, ImportFile, SourceContent, SourceRemark, SourceTable } from '../../source.ts';
import type { GuardedZip } from '../../zip/guarded-unzip.ts';
import { guardedZip } from '../../zip/guarded-unzip.ts';
import type { CellAllowance } from '../sheet-builder.ts';
import { SheetBuilder } from '../sheet-builder.ts';
import { damaged, WorkbookFault } from '../workbook-fault.ts';
import { readSheet } from './read-sheet.ts';
import type { PartPieces } from './read-xml.ts';
import type { Relation } from './workbook-parts.ts';
import { readNumberFormats, readRelations, readSharedStrings, readWorkbookPart } from './workbook-parts.ts';

/**
 * The sheets of an xlsx workbook (xlsm, xltx and strict alike). The archive is guarded first; then each part is read while it is inflated, so that
 * neither a part nor its tree is ever in memory as a whole. Charts are no tables and are remarked. Throws `WorkbookFault` for what the parts hold.
 */
export function readXlsx(file: ImportFile, budget: Budget): Result<SourceContent, Problem> {
  const opened = guardedZip(file, isRead, budget);
  if (!opened.ok) return opened;
  const zip = opened.value;
  const package_ = readRelations(file.name, '_rels/.rels', piecesOf(zip, '_rels/.rels', file));
  const workbookName = byType(package_, 'officeDocument')?.target ?? 'xl/workbook.xml';
  const relationsName = workbookName.replace(/([^/]*)$/, '_rels/$1.rels');
  const relations = readRelations(file.name, relationsName, piecesOf(zip, relationsName, file));
  const { sheets, from1904 } = readWorkbookPart(file.name, workbookName, piecesOf(zip, workbookName, file));
  const optional = <Value>(type: string, read: (part: string, pieces: PartPieces) => readonly Value[]): readonly Value[] => {
    const target = byType(relations, type)?.target;
    return target === undefined || !zip.names.includes(otherCase(zip, target)) ? [] : read(target, piecesOf(zip, target, file));
  };
  const formats = optional('styles', (part, pieces) => readNumberFormats(file.name, part, pieces, from1904));
  const strings = optional('sharedStrings', (part, pieces) => readSharedStrings(file.name, part, pieces));

  const allowance: CellAllowance = { cells: 0, rows: 0, budget, file: file.name };
  const tables: SourceTable[] = [];
  const remarks: SourceRemark[] = [];
  for (const { name, hidden, relation } of sheets) {
    const target = relations.get(relation);
    if (target?.type !== 'worksheet') {
      remarks.push({ code: 'chartSheet', details: { sheet: name } });
      continue;
    }
    const builder = new SheetBuilder(name, hidden, allowance);
    readSheet(target.target, piecesOf(zip, target.target, file), { file: file.name, strings, formats }, builder);
    const built = builder.table();
    tables.push(built.table);
    remarks.push(...built.remarks);
  }
  return tables.some(({ rows }) => rows.length > 0) ? success({ kind: 'tables', tables, remarks }) : failure({ code: 'import.empty', details: { file: file.name } });
}

/** Pictures, charts, macros and settings are never inflated. */
const isRead = (name: string): boolean => /\.(xml|rels)$/i.test(name) && !/(^|\/)(theme|drawings|charts|externalLinks|pivotCache|pivotTables|comments|customXml|docProps|queryTables|tables)\//i.test(name);

const byType = (relations: ReadonlyMap<string, Relation>, type: string): Relation | undefined => [...relations.values()].find((relation) => relation.type === type);

function piecesOf(zip: GuardedZip, name: string, file: ImportFile): PartPieces {
  return (take) => {
    const result = zip.pieces(name, take) ?? zip.pieces(otherCase(zip, name), take);
    if (result === undefined) throw damaged(file.name, 'partMissing', { part: name.slice(0, 80) });
    if (!result.ok) throw new WorkbookFault(result.failure);
  };
}

/** Names of parts do not tell small letters from capitals, and some programs mix them. */
const otherCase = (zip: GuardedZip, name: string): string => (zip.names.includes(name) ? name : (zip.names.find((part) => part.toLowerCase() === name.toLowerCase()) ?? name));
