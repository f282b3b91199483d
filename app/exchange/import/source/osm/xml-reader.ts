import { Gunzip } from 'fflate';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { failure } from '#shared/result.ts';
import type { SourceReader } from '../source-reader.ts';
import type { ImportFile, ReadOptions, SourceContent } from '../source.ts';
import { BUDGET } from '../source.ts';
import { answerOf, OSM_LIMITS } from './answer-of.ts';
import { extractFrom } from './extract-from.ts';
import { OsmFault } from './osm-elements.ts';
import { glanceAt } from './osm-glance.ts';
import { damagedAt } from './pbf-message.ts';
import type { TextPieces } from './xml-elements.ts';
import { xmlBox, xmlElements } from './xml-elements.ts';

const PIECE_BYTES = 1 << 16;

/** OpenStreetMap XML (.osm), as editors and Overpass write it. */
export const osmXmlReader: SourceReader = {
  format: 'osm',
  recognises: ({ name, bytes }) => /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<osm[\s>]/.test(beginningOf(bytes)) || (/\.osm$/i.test(name) && beginningOf(bytes).trimStart().startsWith('<')),
  read: ({ name, bytes }, _, options) => Promise.resolve(readXml(name, (take) => inPieces(bytes, take), options)),
};

/** The same, packed with gzip; unpacked piece by piece, every byte counted. */
export const osmGzipReader: SourceReader = {
  format: 'osm.gz',
  recognises: ({ name, bytes }) => bytes[0] === 0x1f && bytes[1] === 0x8b && /\.osm\.gz$/i.test(name),
  read: (file, _, options) => Promise.resolve(readXml(file.name, gunzipped(file), options)),
};

/** Packed with bzip2, as the planet's archives are: recognised, so that the refusal can say what to do. */
export const osmBzip2Reader: SourceReader = {
  format: 'osm.bz2',
  recognises: ({ name, bytes }) => String.fromCharCode(...bytes.subarray(0, 3)) === 'BZh' && /\.(osm|pbf)\.bz2$/i.test(name),
  read: ({ name }) => Promise.resolve(failure({ code: 'import.osmCompression', details: { file: name, compression: 'bzip2' } })),
};

const beginningOf = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes.subarray(0, 2048));

type BytePieces = (take: (piece: Uint8Array) => void) => void;

function readXml(file: string, pieces: BytePieces, { box, glance }: ReadOptions): Result<SourceContent, Problem> {
  const text = textOf(file, pieces);
  return glance === true ? glanceAt(file, () => xmlBox(text, file)) : answerOf(file, () => extractFrom(xmlElements(text, OSM_LIMITS, file), { limits: OSM_LIMITS, file, box }));
}

function gunzipped({ name, bytes }: ImportFile): BytePieces {
  return (take) => {
    let amount = 0;
    const gunzip = new Gunzip((piece) => {
      amount += piece.length;
      if (amount > BUDGET.inflatedBytes) {
        throw new OsmFault({ code: 'import.tooBig', details: { file: name, what: 'MB', amount: Math.round(amount / 1e6), limit: Math.round(BUDGET.inflatedBytes / 1e6) } });
      }
      take(piece);
    });
    inPieces(bytes, (piece, last) => gunzip.push(piece, last));
  };
}

function inPieces(bytes: Uint8Array, take: (piece: Uint8Array, last: boolean) => void): void {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) take(bytes.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= bytes.length);
}

/** Text of bytes that must be UTF-8. */
function textOf(file: string, pieces: BytePieces): TextPieces {
  return (take) => {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let at = 0;
    const decode = (piece?: Uint8Array): string => {
      try {
        return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
      } catch {
        throw damagedAt(file, at, 'not UTF-8');
      }
    };
    pieces((piece) => {
      take(decode(piece));
      at += piece.length;
    });
    take(decode());
  };
}
