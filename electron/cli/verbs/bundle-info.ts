import type { City } from '#app/domain/city/city.ts';
import { jobs } from '#app/jobs/registry.ts';
import type { OpenBundle } from '#app/storage/bundle/open-bundle.ts';
import { formatNumber } from '#shared/i18n/number-format.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { problemOutcome } from '../problem-outcome.ts';
import type { Verb, VerbOutcome, VerbTools } from '../verb.ts';

/** `qw bundle info FILE`: what it is and what is in it, without judging. */
export const bundleInfo: Verb = {
  name: 'bundle info',
  summary: 'commandLine.bundleInfo.summary',
  positionals: ['FILE'],
  options: {},
  run: async ({ positionals: [file = ''] }, tools) => {
    const bytes = await tools.read(file);
    const opened = await jobs['bundle.open']({ bytes, fileName: fileNameOf(file) });
    switch (opened.status) {
      case 'ok':
      case 'migrated':
        return cityOutcome(opened.city, opened.status, bytes.length, tools);
      case 'foreign':
        return foreignOutcome(opened, fileNameOf(file), tools);
      case 'refused':
        return problemOutcome(opened.problem, tools.translate);
    }
  },
};

export const fileNameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

function cityOutcome(city: City, status: string, bytes: number, { translate, language }: VerbTools): VerbOutcome {
  const { manifest, population, streets } = city;
  const levels = city.levels.map((level) => ({ id: level.id, name: level.name, areas: city.areas.filter((area) => area.level === level.id).length }));
  const dates = [...new Set(city.values.map((value) => value.date))].sort();
  const count = (value: number) => formatNumber(value, 0, language);
  const json = {
    status,
    kind: 'bundle',
    bytes,
    ...manifest,
    levels,
    counts: {
      areas: city.areas.length,
      topics: city.topics.length,
      indicators: city.indicators.length,
      values: city.values.length,
      referenceValues: city.referenceValues.length,
      publishedClasses: city.publishedClasses.length,
      categories: city.categories.length,
      targetGroups: city.targetGroups.length,
      institutions: city.institutions.length,
      populationCells: population?.x.length ?? 0,
      streetNodes: streets?.nodeX.length ?? 0,
      streetEdges: streets?.start.length ?? 0,
      contextLayers: city.context.length,
      addresses: city.addresses?.street.length ?? 0,
      sources: city.sources.length,
    },
    imported: city.importRecord !== undefined,
    dates,
    ageGroups: population?.ageGroups.map((group) => group.id) ?? [],
  };
  const none = translate('commandLine.bundleInfo.none');
  const lines: readonly (readonly [string, string])[] = [
    [translate('commandLine.bundleInfo.edition'), `${manifest.edition}${manifest.demo ? ` (${translate('common.demoData')})` : ''}`],
    [translate('commandLine.bundleInfo.producer'), manifest.producer],
    [translate('commandLine.bundleInfo.licence'), manifest.licence],
    [translate('commandLine.bundleInfo.created'), manifest.created],
    [translate('commandLine.bundleInfo.crs'), manifest.crs],
    [translate('commandLine.bundleInfo.format'), String(manifest.schemaVersion)],
    [translate('commandLine.bundleInfo.hash'), manifest.contentHash],
    [translate('commandLine.bundleInfo.levels'), levels.map((level) => `${level.name} (${count(level.areas)})`).join(', ') || none],
    [translate('commandLine.bundleInfo.indicators'), count(city.indicators.length)],
    [translate('commandLine.bundleInfo.values'), count(city.values.length)],
    [translate('commandLine.bundleInfo.dates'), dates.length > 2 ? `${dates[0]} … ${dates.at(-1)}` : dates.join(', ') || none],
    [translate('commandLine.bundleInfo.institutions'), count(city.institutions.length)],
    [
      translate('commandLine.bundleInfo.population'),
      population ? translate('commandLine.bundleInfo.cells', { cells: count(population.x.length), date: population.date }) : none,
    ],
    [
      translate('commandLine.bundleInfo.streets'),
      streets
        ? translate('commandLine.bundleInfo.nodesAndEdges', { nodes: count(streets.nodeX.length), edges: count(streets.start.length) })
        : none,
    ],
    [translate('commandLine.bundleInfo.context'), city.context.map((layer) => layer.name).join(', ') || none],
  ];
  const width = Math.max(...lines.map(([label]) => label.length)) + 2;
  return {
    exit: 0,
    json,
    text: [`${manifest.title} (${manifest.city}, AGS ${manifest.ags})`, ...lines.map(([label, value]) => `  ${label.padEnd(width)}${value}`)].join('\n'),
  };
}

function foreignOutcome(opened: Extract<OpenBundle, { status: 'foreign' }>, file: string, { translate, language }: VerbTools): VerbOutcome {
  const layers = opened.layers.map(({ table, title, geometryType, crs, placed, features }) => ({ table, title, geometryType, crs, placed, features: features.length }));
  const lines = layers.map((layer) => {
    const crs = layer.placed ? `${layer.crs.organisation}:${layer.crs.code}` : translate('commandLine.bundleInfo.unplaced');
    return translate('commandLine.bundleInfo.layer', { table: layer.table, count: formatNumber(layer.features, 0, language), type: layer.geometryType, crs });
  });
  const skipped = opened.skipped.map(({ table, reason }) => skippedLine(table, reason, translate));
  return {
    exit: 0,
    json: { status: 'foreign', kind: 'geopackage', layers, skipped: opened.skipped },
    text: [translate('commandLine.bundleInfo.foreign', { file }), ...[...lines, ...skipped].map((line) => `  ${line}`)].join('\n'),
  };
}

/** A reason is a code, with a number behind a colon where only a part is left out. */
function skippedLine(table: string, reason: string, translate: VerbTools['translate']): string {
  const [code = reason, count] = reason.split(':');
  const key = `commandLine.skipReason.${code}`;
  const words = isMessageKey(key) ? translate(key, { count: count ?? '' }) : reason;
  return translate(count === undefined ? 'commandLine.bundleInfo.skipped' : 'commandLine.bundleInfo.remark', { table, reason: words });
}
