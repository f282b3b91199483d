import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';

/** A hand-drawn piece of OpenStreetMap. Ways and members refer to ids. */
export type DrawnOsm = {
  readonly nodes: readonly { readonly id: number; readonly at: readonly [longitude: number, latitude: number]; readonly tags?: Readonly<Record<string, string>> }[];
  readonly ways: readonly { readonly id: number; readonly refs: readonly number[]; readonly tags?: Readonly<Record<string, string>> }[];
  readonly relations?: readonly { readonly id: number; readonly tags: Readonly<Record<string, string>>; readonly members: readonly (readonly [type: 'node' | 'way' | 'relation', ref: number, role: string])[] }[];
};
export type PbfWish = { readonly dense?: boolean; readonly packed?: 'zlib' | 'raw' | 'lzma' | 'zstd'; readonly features?: readonly string[]; readonly rawSize?: number; readonly granularity?: number; readonly offset?: number; readonly box?: { readonly west: number; readonly south: number; readonly east: number; readonly north: number } };

/** As .osm XML. */
export function osmXml({ nodes, ways, relations = [] }: DrawnOsm, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): Uint8Array {
  const tags = (of: Readonly<Record<string, string>> = {}): string => Object.entries(of).map(([k, v]) => `<tag k="${escaped(k)}" v="${escaped(v)}"/>`).join('');
  return new TextEncoder().encode(`${prolog}\n<osm version="0.6" generator="test">
${nodes.map(({ id, at, tags: of }) => `<node id="${id}" lat="${at[1]}" lon="${at[0]}">${tags(of)}</node>`).join('\n')}
${ways.map(({ id, refs, tags: of }) => `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags(of)}</way>`).join('\n')}
${relations.map(({ id, members, tags: of }) => `<relation id="${id}">${members.map(([type, ref, role]) => `<member type="${type}" ref="${ref}" role="${role}"/>`).join('')}${tags(of)}</relation>`).join('\n')}
</osm>\n`);
}
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** As .osm.pbf: a header and one blob each for nodes, ways and relations. */
export function osmPbf({ nodes, ways, relations = [] }: DrawnOsm, wish: PbfWish = {}): Uint8Array {
  const header = message((writer) => {
    const { box } = wish;
    if (box !== undefined) writer.writeBytesField(1, message((sides) => [box.west, box.east, box.north, box.south].forEach((side, i) => sides.writeSVarintField(i + 1, Math.round(side * 1e9)))));
    (wish.features ?? ['OsmSchema-V0.6', 'DenseNodes']).forEach((feature) => writer.writeStringField(4, feature));
  });
  const { dense = true, granularity = 100, offset = 0 } = wish;
  const grid = (degrees: number): number => Math.round((degrees * 1e9 - offset) / granularity);
  const block = (fill: (writer: PbfWriter, text: (of: string) => number) => void): Uint8Array => {
    const texts = [''];
    const text = (of: string): number => {
      const known = texts.indexOf(of);
      return known >= 0 ? known : texts.push(of) - 1;
    };
    const group = message((writer) => fill(writer, text));
    return message((writer) => {
      // the group before its texts: the order of fields is free
      writer.writeBytesField(2, group);
      writer.writeBytesField(1, message((table) => texts.forEach((of) => table.writeBytesField(1, new TextEncoder().encode(of)))));
      writer.writeVarintField(17, granularity);
      writer.writeVarintField(19, offset);
      writer.writeVarintField(20, offset);
    });
  };
  const keysAndValues = (writer: PbfWriter, text: (of: string) => number, tags: Readonly<Record<string, string>> = {}): void => {
    writer.writePackedVarint(2, Object.keys(tags).map(text));
    writer.writePackedVarint(3, Object.values(tags).map(text));
  };
  const nodeBlock = block((writer, text) => {
    if (!dense) {
      for (const { id, at, tags } of nodes) {
        writer.writeBytesField(1, message((node) => {
          node.writeSVarintField(1, id);
          keysAndValues(node, text, tags);
          node.writeSVarintField(8, grid(at[1]));
          node.writeSVarintField(9, grid(at[0]));
        }));
      }
      return;
    }
    writer.writeBytesField(2, message((columns) => {
      columns.writePackedSVarint(1, differences(nodes.map(({ id }) => id)));
      columns.writePackedSVarint(8, differences(nodes.map(({ at }) => grid(at[1]))));
      columns.writePackedSVarint(9, differences(nodes.map(({ at }) => grid(at[0]))));
      columns.writePackedVarint(10, nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flatMap(([key, value]) => [text(key), text(value)]), 0]));
    }));
  });
  const wayBlock = block((writer, text) => ways.forEach(({ id, refs, tags }) => writer.writeBytesField(3, message((way) => {
    way.writeVarintField(1, id);
    keysAndValues(way, text, tags);
    way.writePackedSVarint(8, differences(refs));
  }))));
  const relationBlock = block((writer, text) => relations.forEach(({ id, members, tags }) => writer.writeBytesField(4, message((relation) => {
    relation.writeVarintField(1, id);
    keysAndValues(relation, text, tags);
    relation.writePackedVarint(8, members.map(([, , role]) => text(role)));
    relation.writePackedSVarint(9, differences(members.map(([, ref]) => ref)));
    relation.writePackedVarint(10, members.map(([type]) => ['node', 'way', 'relation'].indexOf(type)));
  }))));
  return joined([blob('OSMHeader', header, 'zlib'), ...[nodeBlock, wayBlock, relationBlock].flatMap((content) => blob('OSMData', content, wish.packed ?? 'zlib', wish.rawSize))]);
}

/** A blob with the header before it. */
export function blob(type: string, content: Uint8Array, packed: 'zlib' | 'raw' | 'lzma' | 'zstd' = 'zlib', rawSize = content.length): Uint8Array {
  const body = message((writer) => {
    if (packed !== 'raw') writer.writeVarintField(2, rawSize);
    if (packed === 'raw') writer.writeBytesField(1, content);
    else writer.writeBytesField({ zlib: 3, lzma: 4, zstd: 7 }[packed], zlibSync(content));
  });
  const header = message((writer) => {
    writer.writeStringField(1, type);
    writer.writeVarintField(3, body.length);
  });
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length);
  return joined([length, header, body]);
}

function message(fill: (writer: PbfWriter) => void): Uint8Array {
  const writer = new PbfWriter();
  fill(writer);
  return writer.finish().slice();
}
const differences = (numbers: readonly number[]): number[] => numbers.map((number, i) => number - (numbers[i - 1] ?? 0));
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
