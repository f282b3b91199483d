import type { PbfReader } from 'pbf';
import type { RawMember, RawNode, RawRelation, RawWay } from './osm-elements.ts';
import { NO_TAGS } from './osm-elements.ts';
import { KEPT_KEYS, KEPT_NODE_KEYS } from './osm-interest.ts';
import type { Damaged, Span } from './pbf-message.ts';
import { eachField, readerAt, spanOf, textOf } from './pbf-message.ts';

/** Kinds of element in a block, as bits. */
export const NODES = 1;
export const WAYS = 2;
export const RELATIONS = 4;

/** A block of elements with the texts and the grid they share. */
export type PbfBlock = {
  readonly bytes: Uint8Array;
  readonly damaged: Damaged;
  readonly groups: readonly Span[];
  /** Bits of the kinds in it. */
  readonly kinds: number;
  readonly text: (index: number) => string;
  /** Degrees from the whole numbers of the block, correctly rounded to nine places. */
  readonly longitude: (value: number) => number;
  readonly latitude: (value: number) => number;
};
type GroupField = { readonly field: number; readonly span: Span };

const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

export function pbfBlock(bytes: Uint8Array, damaged: Damaged): PbfBlock {
  const reader = readerAt(bytes, 0);
  const end = bytes.length;
  let texts: readonly Span[] = [];
  const groups: Span[] = [];
  let [granularity, latitudeOffset, longitudeOffset] = [100, 0, 0];
  eachField(reader, end, damaged, (field) => {
    if (field === 1) texts = textSpans(bytes, spanOf(reader, end, damaged), damaged);
    else if (field === 2) groups.push(spanOf(reader, end, damaged));
    else if (field === 17) granularity = reader.readVarint();
    else if (field === 19) latitudeOffset = reader.readVarint(true);
    else if (field === 20) longitudeOffset = reader.readVarint(true);
  });
  const decoded: (string | undefined)[] = [];
  let kinds = 0;
  for (const group of groups) {
    eachGroupField(bytes, group, damaged, ({ field }) => {
      kinds |= field === 1 || field === 2 ? NODES : field === 3 ? WAYS : field === 4 ? RELATIONS : 0;
    });
  }
  return {
    bytes,
    damaged,
    groups,
    kinds,
    text: (index) => {
      const span = texts[index];
      if (span === undefined) throw damaged(`text ${index} of ${texts.length}`);
      return (decoded[index] ??= textOf(bytes, span));
    },
    longitude: (value) => (longitudeOffset + granularity * value) / 1e9,
    latitude: (value) => (latitudeOffset + granularity * value) / 1e9,
  };
}

export function eachNodeOf(block: PbfBlock, visit: (node: RawNode) => void): void {
  const tags = tagReader(block, KEPT_NODE_KEYS);
  const node: RawNode = { id: 0, longitude: 0, latitude: 0, tags: NO_TAGS };
  eachElement(block, ({ field, span }) => {
    if (field === 1) singleNode(block, span, tags, node, visit);
    else if (field === 2) denseNodes(block, span, tags, node, visit);
  });
}

function singleNode(block: PbfBlock, { from, to }: Span, tags: TagReader, node: RawNode, visit: (node: RawNode) => void): void {
  const { bytes, damaged } = block;
  const reader = readerAt(bytes, from);
  let [keys, values]: [Span | undefined, Span | undefined] = [undefined, undefined];
  eachField(reader, to, damaged, (field) => {
    if (field === 1) node.id = reader.readSVarint();
    else if (field === 2) keys = spanOf(reader, to, damaged);
    else if (field === 3) values = spanOf(reader, to, damaged);
    else if (field === 8) node.latitude = block.latitude(reader.readSVarint());
    else if (field === 9) node.longitude = block.longitude(reader.readSVarint());
  });
  node.tags = tags.ofPairs(keys, values);
  visit(node);
}

/** Nodes as columns of differences. The columns end together, or the block is damaged. */
function denseNodes(block: PbfBlock, { from, to }: Span, tags: TagReader, node: RawNode, visit: (node: RawNode) => void): void {
  const { bytes, damaged } = block;
  const columns = new Map<number, Span>();
  const reader = readerAt(bytes, from);
  eachField(reader, to, damaged, (field) => {
    if (field === 1 || field === 8 || field === 9 || field === 10) columns.set(field, spanOf(reader, to, damaged));
  });
  const none: Span = { from: to, to };
  const [ids, latitudes, longitudes, pairs] = [1, 8, 9, 10].map((field) => columns.get(field) ?? none) as [Span, Span, Span, Span];
  const [idReader, latitudeReader, longitudeReader, pairReader] = [ids, latitudes, longitudes, pairs].map((span) => readerAt(bytes, span.from)) as [PbfReader, PbfReader, PbfReader, PbfReader];
  let [id, latitude, longitude] = [0, 0, 0];
  while (idReader.pos < ids.to) {
    id += idReader.readSVarint();
    latitude += latitudeReader.readSVarint();
    longitude += longitudeReader.readSVarint();
    if (latitudeReader.pos > latitudes.to || longitudeReader.pos > longitudes.to) throw damaged('more nodes than coordinates');
    node.id = id;
    node.latitude = block.latitude(latitude);
    node.longitude = block.longitude(longitude);
    node.tags = pairReader.pos < pairs.to ? tags.untilZero(pairReader, pairs.to) : NO_TAGS;
    visit(node);
  }
  if (idReader.pos !== ids.to || latitudeReader.pos !== latitudes.to || longitudeReader.pos !== longitudes.to || pairReader.pos !== pairs.to) throw damaged('columns of nodes of unequal length');
}

export function eachWayOf(block: PbfBlock, visit: (way: RawWay) => void): void {
  const { bytes, damaged } = block;
  const tags = tagReader(block, KEPT_KEYS);
  eachElement(block, ({ field, span: { from, to } }) => {
    if (field !== 3) return;
    const reader = readerAt(bytes, from);
    let id = 0;
    let [keys, values, refs]: [Span | undefined, Span | undefined, Span | undefined] = [undefined, undefined, undefined];
    eachField(reader, to, damaged, (part) => {
      if (part === 1) id = reader.readVarint(true);
      else if (part === 2) keys = spanOf(reader, to, damaged);
      else if (part === 3) values = spanOf(reader, to, damaged);
      else if (part === 8) refs = spanOf(reader, to, damaged);
    });
    visit({ id, tags: tags.ofPairs(keys, values), refs: () => Float64Array.from(differences(block, refs)) });
  });
}

export function eachRelationOf(block: PbfBlock, visit: (relation: RawRelation) => void): void {
  const { bytes, damaged } = block;
  const tags = tagReader(block, KEPT_KEYS);
  eachElement(block, ({ field, span: { from, to } }) => {
    if (field !== 4) return;
    const reader = readerAt(bytes, from);
    let id = 0;
    const spans = new Map<number, Span>();
    eachField(reader, to, damaged, (part) => {
      if (part === 1) id = reader.readVarint(true);
      else if (part === 2 || part === 3 || part === 8 || part === 9 || part === 10) spans.set(part, spanOf(reader, to, damaged));
    });
    visit({ id, tags: tags.ofPairs(spans.get(2), spans.get(3)), members: () => membersOf(block, spans.get(8), spans.get(9), spans.get(10)) });
  });
}

function membersOf(block: PbfBlock, roles: Span | undefined, ids: Span | undefined, types: Span | undefined): readonly RawMember[] {
  const [roleIndexes, memberIds, typeIndexes] = [numbers(block, roles), differences(block, ids), numbers(block, types)];
  if (roleIndexes.length !== memberIds.length || typeIndexes.length !== memberIds.length) throw block.damaged('columns of members of unequal length');
  return memberIds.map((id, i) => {
    const type = MEMBER_TYPES[typeIndexes[i]!];
    if (type === undefined) throw block.damaged(`member type ${typeIndexes[i]}`);
    return { type, id, role: block.text(roleIndexes[i]!) };
  });
}

type TagReader = { readonly ofPairs: (keys: Span | undefined, values: Span | undefined) => ReadonlyMap<string, string>; readonly untilZero: (reader: PbfReader, end: number) => ReadonlyMap<string, string> };

/** Reads tags, only those whose key is asked for; each key is looked at once per block, and ways with the same tags share them. */
function tagReader(block: PbfBlock, kept: ReadonlySet<string>): TagReader {
  const wanted: (boolean | undefined)[] = [];
  const isWanted = (key: number): boolean => (wanted[key] ??= kept.has(block.text(key)));
  const shared = new Map<string, ReadonlyMap<string, string>>();
  return {
    ofPairs(keys, values) {
      if (keys === undefined && values === undefined) return NO_TAGS;
      const [keyIndexes, valueIndexes] = [numbers(block, keys), numbers(block, values)];
      if (keyIndexes.length !== valueIndexes.length) throw block.damaged('keys and values of unequal number');
      let name = '';
      keyIndexes.forEach((key, i) => {
        if (isWanted(key)) name += `${key}=${valueIndexes[i]} `;
      });
      if (name === '') return NO_TAGS;
      let tags = shared.get(name);
      if (tags === undefined) {
        tags = new Map(keyIndexes.flatMap((key, i) => (isWanted(key) ? [[block.text(key), block.text(valueIndexes[i]!)]] : [])));
        shared.set(name, tags);
      }
      return tags;
    },
    untilZero(reader, end) {
      let tags: Map<string, string> | undefined;
      for (let key = reader.readVarint(); key !== 0; key = reader.readVarint()) {
        const value = reader.readVarint();
        if (isWanted(key)) (tags ??= new Map()).set(block.text(key), block.text(value));
        if (reader.pos >= end) throw block.damaged('tags without an end');
      }
      return tags ?? NO_TAGS;
    },
  };
}

function numbers(block: PbfBlock, span: Span | undefined): number[] {
  const list: number[] = [];
  if (span === undefined) return list;
  const reader = readerAt(block.bytes, span.from);
  while (reader.pos < span.to) list.push(reader.readVarint());
  if (reader.pos !== span.to) throw block.damaged('a list that does not end where it should');
  return list;
}

function differences(block: PbfBlock, span: Span | undefined): number[] {
  const list: number[] = [];
  if (span === undefined) return list;
  const reader = readerAt(block.bytes, span.from);
  let value = 0;
  while (reader.pos < span.to) list.push((value += reader.readSVarint()));
  if (reader.pos !== span.to) throw block.damaged('a list that does not end where it should');
  return list;
}

function textSpans(bytes: Uint8Array, { from, to }: Span, damaged: Damaged): readonly Span[] {
  const reader = readerAt(bytes, from);
  const spans: Span[] = [];
  eachField(reader, to, damaged, (field) => {
    if (field === 1) spans.push(spanOf(reader, to, damaged));
  });
  return spans;
}

function eachElement(block: PbfBlock, visit: (element: GroupField) => void): void {
  for (const group of block.groups) eachGroupField(block.bytes, group, block.damaged, visit);
}

function eachGroupField(bytes: Uint8Array, { from, to }: Span, damaged: Damaged, visit: (element: GroupField) => void): void {
  const reader = readerAt(bytes, from);
  eachField(reader, to, damaged, (field) => {
    if (field >= 1 && field <= 5) visit({ field, span: spanOf(reader, to, damaged) });
  });
}
