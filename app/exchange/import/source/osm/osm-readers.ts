import type { SourceReader } from '../source-reader.ts';
import { osmPbfReader } from './pbf-reader.ts';
import { osmBzip2Reader, osmGzipReader, osmXmlReader } from './xml-reader.ts';

/** Readers of OpenStreetMap extracts. */
export const OSM_READERS: readonly SourceReader[] = [osmPbfReader, osmGzipReader, osmBzip2Reader, osmXmlReader];
