import { setRecipe } from '../../commands/import/change-recipe.ts';
import { goToImportStep } from '../../commands/import/go-to-import.ts';
import { propose, unusedFiles } from '../../commands/import/propose.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { cityIsNamed } from '../../state/import-marks.ts';
import { crsWords } from './crs-names.ts';

const FIELDS = ['name', 'ags', 'edition', 'producer', 'licence', 'title', 'bundleId'] as const;
const REQUIRED: readonly string[] = ['name', 'ags', 'edition'];

/** What the city is called; name, key and edition are all that has to be typed. */
export function CityStep() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const state = usePart('import', (whole) => whole);
  const { city } = state.draft.recipe;
  const named = cityIsNamed(state);
  const unused = unusedFiles(workspace);
  const set = (field: string, value: string | undefined) => setRecipe(workspace, ['city', field], value, { key: 'importWorkbench.step.city' });
  const goOn = async () => {
    if (unused > 0 && !(await propose(workspace))) return;
    goToImportStep(workspace, 'areas');
  };
  return (
    <div className="bench-body">
      <div className="bench-form two-columns">
        {FIELDS.map((field) => (
          <TextEntry
            key={field}
            label={t(`importWorkbench.city.${field}`)}
            note={t(`importWorkbench.city.${field}Note`)}
            required={REQUIRED.includes(field)}
            value={city[field] ?? ''}
            onChange={(value) => set(field, value === '' && field === 'title' ? undefined : value)}
          />
        ))}
        <SelectField
          label={t('importWorkbench.city.crs')}
          options={[{ id: 'auto', name: t('importWorkbench.city.crsAuto') }, { id: 'EPSG:25832', name: crsWords('EPSG:25832') }, { id: 'EPSG:25833', name: crsWords('EPSG:25833') }]}
          value={city.crs ?? 'auto'}
          onChange={(crs) => set('crs', crs === 'auto' ? undefined : crs)}
        />
      </div>
      {city.ags !== '' && !/^\d{8}$/.test(city.ags) ? <p className="callout danger">{t('importWorkbench.city.agsWrong')}</p> : undefined}
      <div className="row-wrap">
        <Button kind="primary" disabled={!named || state.draft.files.length === 0 || state.proposing} onPress={() => void goOn()}>
          {unused > 0 ? t('importWorkbench.city.propose', { count: unused }) : t('importWorkbench.city.next')}
        </Button>
        {named ? undefined : <span className="note">{t('importWorkbench.city.missing')}</span>}
        {state.draft.files.length === 0 ? <span className="note">{t('importWorkbench.city.noFiles')}</span> : undefined}
      </div>
    </div>
  );
}
