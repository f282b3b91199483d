import { SaxesParser } from 'saxes';
import type { SaxesTagPlain } from 'saxes';
import type { DegreesBox } from '../source.ts';
import { numberList } from './number-list.ts';
import type { OsmElements, OsmLimits, RawMember } from './osm-elements.ts';
import { NO_TAGS, OsmFault } from './osm-elements.ts';
import { KEPT_KEYS, KEPT_NODE_KEYS } from './osm-interest.ts';

/** osm › relation › member is the deepest a file goes; some programs put one more level in. */
const DEPTH = 6;

/** Text of a file piece by piece; nothing is unpacked before it is asked for. */
export type TextPieces = (take: (piece: string) => void) => void;

type Open = { kind: 'node' | 'way' | 'relation'; id: number; longitude: number; latitude: number; left: boolean; tags: Map<string, string> | undefined; refs: number[]; members: RawMember[] };

/**
 * The elements of an OpenStreetMap XML file. The file is gone through once; nodes and references lie in number lists, so a file of
 * 512 MB takes some 100 MB. Elements that an editor has marked as deleted or invisible are left out. There is no document type
 * definition in OpenStreetMap files: one that brings it is refused, so entities never expand.
 */
export function xmlElements(pieces: TextPieces, limits: OsmLimits, file: string): OsmElements {
  const [ids, longitudes, latitudes, refs] = [numberList(1 << 14), numberList(1 << 14), numberList(1 << 14), numberList(1 << 14)];
  const nodeTags = new Map<number, ReadonlyMap<string, string>>();
  const ways: { readonly id: number; readonly tags: ReadonlyMap<string, string>; readonly from: number; readonly to: number }[] = [];
  const relations: { readonly id: number; readonly tags: ReadonlyMap<string, string>; readonly members: readonly RawMember[] }[] = [];

  eachElement(pieces, file, (open) => {
    if (open.kind === 'node') {
      if (ids.length() >= limits.vertices) throw tooBig(file, 'nodes', ids.length() + 1, limits.vertices);
      if (open.tags !== undefined) nodeTags.set(ids.length(), open.tags);
      ids.push(open.id);
      longitudes.push(open.longitude);
      latitudes.push(open.latitude);
    } else if (open.kind === 'way') {
      const tags = open.tags ?? NO_TAGS;
      // every way is kept for now: a multipolygon later in the file may name it
      if (refs.length() + open.refs.length > limits.vertices) throw tooBig(file, 'vertices', refs.length() + open.refs.length, limits.vertices);
      const from = refs.length();
      for (const ref of open.refs) refs.push(ref);
      ways.push({ id: open.id, tags, from, to: refs.length() });
    } else if (open.tags?.get('type') === 'multipolygon') relations.push({ id: open.id, tags: open.tags, members: open.members });
  });
  return {
    eachRelation: (visit) => relations.forEach(({ id, tags, members }) => visit({ id, tags, members: () => members })),
    eachWay: (visit) => ways.forEach(({ id, tags, from, to }) => visit({ id, tags, refs: () => refs.view(from, to) })),
    eachNode(visit) {
      const [id, longitude, latitude] = [ids.view(), longitudes.view(), latitudes.view()];
      for (let i = 0; i < id.length; i += 1) visit({ id: id[i]!, longitude: longitude[i]!, latitude: latitude[i]!, tags: nodeTags.get(i) ?? NO_TAGS });
    },
  };
}

const ENOUGH = new Error('enough was read');

/** The rectangle a file states before its first element; no more of the file is read. */
export function xmlBox(pieces: TextPieces, file: string): DegreesBox | undefined {
  let box: DegreesBox | undefined;
  const stop = (): never => {
    throw ENOUGH;
  };
  try {
    eachElement(pieces, file, stop, (found) => (box = found));
  } catch (error) {
    if (error !== ENOUGH) throw error;
  }
  return box;
}

function eachElement(pieces: TextPieces, file: string, visit: (open: Open) => void, seeBox: (box: DegreesBox) => void = () => undefined): void {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let depth = 0;
  let open: Open | undefined;
  const at = (what: string): OsmFault => new OsmFault({ code: 'import.damaged', details: { file, fault: 'osmXml', line: parser.line, column: parser.column }, technical: what });
  const feature = (name: string): OsmFault => new OsmFault({ code: 'import.osmFeature', details: { file, feature: name.slice(0, 60) } });
  const number = (tag: SaxesTagPlain, name: string): number => {
    const text = tag.attributes[name];
    const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
    if (Number.isFinite(value)) return value;
    throw at(`${tag.name} without a number in ${name}`);
  };

  parser.on('error', (error) => {
    throw at(error.message);
  });
  parser.on('doctype', () => {
    throw feature('DOCTYPE');
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) throw feature(encoding);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEPTH) throw at('elements nested too deeply');
    if (depth === 1 && tag.name !== 'osm') throw feature(tag.name);
    if (depth === 2 && (tag.name === 'node' || tag.name === 'way' || tag.name === 'relation')) {
      const left = tag.attributes['action'] === 'delete' || tag.attributes['visible'] === 'false';
      const isPoint = tag.name === 'node' && !left;
      open = { kind: tag.name, id: number(tag, 'id'), longitude: isPoint ? number(tag, 'lon') : 0, latitude: isPoint ? number(tag, 'lat') : 0, left, tags: undefined, refs: [], members: [] };
    } else if (depth === 2 && tag.name === 'bounds') {
      seeBox({ west: number(tag, 'minlon'), south: number(tag, 'minlat'), east: number(tag, 'maxlon'), north: number(tag, 'maxlat') });
    } else if (depth === 3 && open !== undefined) {
      const { k, v, type, role }: Readonly<Record<string, string | undefined>> = tag.attributes;
      if (tag.name === 'tag' && k !== undefined && v !== undefined) {
        if ((open.kind === 'node' ? KEPT_NODE_KEYS : KEPT_KEYS).has(k)) (open.tags ??= new Map()).set(k, v);
      } else if (tag.name === 'nd' && open.kind === 'way') open.refs.push(number(tag, 'ref'));
      else if (tag.name === 'member' && (type === 'node' || type === 'way' || type === 'relation')) open.members.push({ type, id: number(tag, 'ref'), role: role ?? '' });
    }
  });
  parser.on('closetag', () => {
    if (depth === 2 && open !== undefined) {
      if (!open.left) visit(open);
      open = undefined;
    }
    depth -= 1;
  });
  pieces((piece) => void parser.write(piece));
  parser.close();
}

const tooBig = (file: string, what: string, amount: number, limit: number): OsmFault => new OsmFault({ code: 'import.tooBig', details: { file, what, amount, limit } });
