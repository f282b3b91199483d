import type { SheetState } from '#app/domain/planning/sheets.ts';
import { changedFields } from './edit-record.ts';

/**
 * Completes a patch so that a change of content voids what others have signed: an agreed or released sheet becomes the
 * draft of the next version. Changing the state itself is no change of content.
 */
export function withdrawRelease<Sheet extends { readonly state: SheetState; readonly version: number }>(
  sheet: Sheet,
  patch: Partial<Sheet>,
): Partial<Sheet> {
  const signed = sheet.state === 'agreed' || sheet.state === 'released';
  const content = changedFields(sheet, patch).some((field) => field !== 'state');
  return signed && content ? { ...patch, state: 'draft', version: sheet.version + 1 } : patch;
}
