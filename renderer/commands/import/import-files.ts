import type { ImportFile } from '#app/domain/source/source-parts.ts';
import type { Draft } from '../../state/import-draft.ts';

/** The files as jobs take them. */
export const importFiles = ({ files }: Draft): readonly ImportFile[] => files.map(({ name, bytes }) => ({ name, bytes }));
