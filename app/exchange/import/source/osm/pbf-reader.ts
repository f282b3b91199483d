import type { SourceReader } from '../source-reader.ts';
import type { DegreesBox } from '../source.ts';
import { answerOf, OSM_LIMITS } from './answer-of.ts';
import { extractFrom } from './extract-from.ts';
import type { OsmElements, OsmLimits } from './osm-elements.ts';
import { looksLikeOsmPbf, pbfFile, unpackerFor } from './pbf-blobs.ts';
import type { PbfBlock } from './pbf-block.ts';
import { eachNodeOf, eachRelationOf, eachWayOf, NODES, pbfBlock, RELATIONS, WAYS } from './pbf-block.ts';
import { glanceAt } from './osm-glance.ts';
import { damagedAt } from './pbf-message.ts';

/** OpenStreetMap extracts as Geofabrik, BBBike and osmium write them. */
export const osmPbfReader: SourceReader = {
  format: 'osm.pbf',
  recognises: ({ name, bytes }) => looksLikeOsmPbf(bytes) || /\.pbf$/i.test(name),
  read: (file, _, { box, glance }) => Promise.resolve(glance === true ? glanceAt(file.name, () => pbfBox(file.bytes, file.name)) : answerOf(file.name, () => extractFrom(pbfElements(file.bytes, OSM_LIMITS, file.name), { limits: OSM_LIMITS, file: file.name, box }))),
};

/** The rectangle the header states, once the heads of all blobs are in order and the first one can be unpacked. */
function pbfBox(bytes: Uint8Array, file: string): DegreesBox | undefined {
  const unpack = unpackerFor(bytes, OSM_LIMITS, file);
  const { blobs: [first], box } = pbfFile(bytes, unpack, file);
  if (first !== undefined) pbfBlock(unpack(first), (what) => damagedAt(file, first.at, what));
  return box;
}

/** The elements of a file, one block in memory at a time. Which kinds a block holds is noted on the first way through. */
export function pbfElements(bytes: Uint8Array, limits: OsmLimits, file: string): OsmElements {
  const unpack = unpackerFor(bytes, limits, file);
  const { blobs } = pbfFile(bytes, unpack, file);
  const kinds: (number | undefined)[] = [];
  const eachBlockWith = (kind: number, visit: (block: PbfBlock) => void): void => {
    blobs.forEach((blob, i) => {
      if (kinds[i] !== undefined && (kinds[i] & kind) === 0) return;
      const block = pbfBlock(unpack(blob), (what) => damagedAt(file, blob.at, what));
      kinds[i] = block.kinds;
      if ((block.kinds & kind) !== 0) visit(block);
    });
  };
  return {
    eachRelation: (visit) => eachBlockWith(RELATIONS, (block) => eachRelationOf(block, visit)),
    eachWay: (visit) => eachBlockWith(WAYS, (block) => eachWayOf(block, visit)),
    eachNode: (visit) => eachBlockWith(NODES, (block) => eachNodeOf(block, visit)),
  };
}
