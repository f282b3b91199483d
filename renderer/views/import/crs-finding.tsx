import { isKnownCrs } from '#app/domain/geometry/crs.ts';
import type { KnownCrs } from '#app/domain/geometry/crs.ts';
import type { ReportEntry } from '#app/exchange/import/report/import-report.ts';
import type { LayerSketch } from '#app/jobs/import-contract.ts';
import { isMessageKey } from '#shared/i18n/translator.ts';
import { changeReading } from '../../commands/import/change-file.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { WorkFile } from '../../state/import-draft.ts';
import { lastPreview, type ImportState } from '../../state/import.ts';
import { CRS_NAMES, crsWords } from './crs-names.ts';

type Properties = { readonly file: WorkFile; readonly layer: LayerSketch; /** Id of the level made of the layer, where one is looked at. */ readonly level?: string };
type System = { readonly crs: KnownCrs; readonly swapAxes: boolean };

/**
 * What the numbers say about the declared system, the correction as one click, and all other systems in a selector that stays. The check of the whole city
 * knows where the city lies, so its word counts before that of the file alone; where neither tells one system, all that fit are offered and none stands out.
 */
export function CrsFinding({ file, layer, level }: Properties) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const swapped = state.draft.recipe.files.some(({ path, swapAxes }) => path === file.name && swapAxes);
  const checked = checkedFinding(state, file, layer);
  const code = checked === undefined ? layer.crsFinding.code : checked.finding;
  const fits = checked === undefined && (code === 'fits' || (code === 'swappedAxes' && swapped));
  const elsewhere = level === undefined ? undefined : parentElsewhere(state, level);
  const declared = file.options.crs ?? (layer.crs.kind === 'known' ? layer.crs.code : undefined);
  const systems = checked !== undefined && checked.systems.length > 0 ? checked.systems : suggestedAlone(layer);
  const set = ({ crs, swapAxes }: System) => changeReading(workspace, file, { crs }, swapAxes);
  const key = `importWorkbench.crs.${code}`;
  const words = isMessageKey(key) ? t(key, { ...layer.crsFinding.details, suggested: systems[0] === undefined ? '' : crsWords(systems[0].crs) }) : code;
  const fitting = new Set((layer.fitting ?? []).filter(({ swapAxes }) => !swapAxes).map(({ crs }) => crs));
  const names = [...CRS_NAMES.filter(([id]) => fitting.has(id)), ...CRS_NAMES.filter(([id]) => !fitting.has(id))];
  const selector = (
    <div className="crs-choice">
      <SelectField
        label={t('importWorkbench.areas.crs')}
        placeholder={layer.crs.kind === 'unknown' ? t('importWorkbench.areas.crsUnknown') : t('importWorkbench.areas.crsMissing')}
        options={names.map(([id, name]) => ({ id, name, note: fitting.has(id) ? t('importWorkbench.crs.possible', { crs: id }) : id }))}
        value={declared}
        onChange={(id) => {
          if (isKnownCrs(id)) changeReading(workspace, file, { crs: id });
        }}
      />
    </div>
  );
  if (!fits)
    return (
      <div className="callout danger stack" role="alert">
        <p>{words}</p>
        {systems.length < 2 ? undefined : <p>{t('importWorkbench.crs.several')}</p>}
        {systems.length === 0 ? undefined : (
          <div className="bench-tools">
            {systems.map((system) => (
              <Button key={`${system.crs}/${system.swapAxes}`} small kind={systems.length === 1 ? 'primary' : 'plain'} onPress={() => set(system)}>
                {t(system.swapAxes ? 'importWorkbench.crs.repairSwapped' : 'importWorkbench.crs.repair', { crs: crsWords(system.crs) })}
              </Button>
            ))}
          </div>
        )}
        {selector}
      </div>
    );
  if (elsewhere === undefined)
    return (
      <div className="stack">
        <p className="note">{t('importWorkbench.crs.fits')}</p>
        {selector}
      </div>
    );
  return (
    <div className="callout danger stack" role="alert">
      <p>{t('importWorkbench.crs.elsewhere', { count: elsewhere.count, child: elsewhere.child, parent: elsewhere.parent })}</p>
      {selector}
    </div>
  );
}

/** What the last check of the whole city said about this layer. */
function checkedFinding(state: ImportState, file: WorkFile, layer: LayerSketch): { readonly finding: string; readonly systems: readonly System[] } | undefined {
  const id = state.draft.recipe.files.find(({ path }) => path === file.name)?.id;
  const entry = entries(state).find(({ code, details }) => CRS_CODES.has(code) && details?.['file'] === id && details?.['layer'] === layer.name && details['declared'] === declaredIn(file, layer));
  if (entry === undefined) return undefined;
  const systems = (entry.list ?? []).flatMap((text): readonly System[] => {
    const crs = /^[^,]+/.exec(text)?.[0] ?? '';
    return isKnownCrs(crs) ? [{ crs, swapAxes: text.includes('swapAxes') }] : [];
  });
  return { finding: String(entry.details?.['finding'] ?? ''), systems };
}
const CRS_CODES: ReadonlySet<string> = new Set(['crsContradicted', 'crsNowhere', 'crsMissing', 'crsUnknown']);

/** As the report names it: an entry about what was declared before the last change says nothing any more. */
function declaredIn(file: WorkFile, layer: LayerSketch): string {
  if (file.options.crs !== undefined) return file.options.crs;
  return layer.crs.kind === 'known' ? layer.crs.code : layer.crs.kind === 'unknown' ? layer.crs.text : '';
}

/** The file's own suggestion; where the numbers fit several systems of one kind, all of them. */
function suggestedAlone({ crsFinding: { suggested, swapAxes }, fitting = [] }: LayerSketch): readonly System[] {
  if (suggested === undefined) return [];
  const alike = fitting.filter((system) => system.swapAxes === swapAxes);
  return alike.length > 1 ? alike : [{ crs: suggested, swapAxes }];
}

/** Areas of the level, or of one below it, that all lie outside the area they belong to: then one of the two systems is wrong. */
function parentElsewhere(state: ImportState, level: string): { readonly count: number; readonly child: string; readonly parent: string } | undefined {
  const { levels } = state.draft.recipe;
  for (const { code, subject, list = [] } of entries(state)) {
    const child = levels.find(({ id }) => id === subject);
    const parent = levels.find(({ id }) => id === child?.nestsIn);
    if (code !== 'parentElsewhere' || child === undefined || parent === undefined || (level !== child.id && level !== parent.id)) continue;
    const all = lastPreview(state)?.value.areas.filter((area) => area.level === child.id).length ?? 0;
    if (all > 0 && list.length * 2 >= all) return { count: list.length, child: child.plural, parent: parent.plural };
  }
  return undefined;
}

const entries = (state: ImportState): readonly ReportEntry[] => lastPreview(state)?.value.report.entries ?? [];
