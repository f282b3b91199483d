import { places } from '#app/domain/confidentiality/no-statistic.ts';
import type { Institution } from '#app/domain/city/city.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { describeInstitution } from '../../commands/create-sheets.ts';
import { selectArea, selectInstitution } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { isStale } from '../freshness.ts';
import type { OpenCity } from '../use-city.ts';

/** An institution: what the bundle knows, how fresh it is, and the way to a measure profile. */
export function InstitutionInspector({ open, institution }: { readonly open: OpenCity; readonly institution: Institution }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const level = usePart('view', (state) => state.level);
  const date = (day: string | undefined) => (day === undefined ? undefined : formatDate(day, language));
  const area = institution.location === undefined || level === undefined ? undefined : open.lookup.areaAt(level, institution.location);
  const term =
    institution.fixedTerm === 'yes' && institution.fixedTermEnd !== undefined
      ? t('city.institution.fixedTermUntil', { date: formatDate(institution.fixedTermEnd, language) })
      : t(`city.institution.term.${institution.fixedTerm}`);
  return (
    <>
      <p className="note">
        {open.lookup.category(institution.category)?.name} · {t(`city.institution.${institution.reach}`)}
        {institution.public ? '' : ` · ${t('city.institution.notPublic')}`}
      </p>
      <div className="row-wrap">
        <Button kind="primary" onPress={() => describeInstitution(workspace, institution.id)}>
          {t('city.institution.newMeasure')}
        </Button>
        {institution.location === undefined ? undefined : <Button onPress={() => selectInstitution(workspace, institution.id, true)}>{t('city.inspector.showOnMap')}</Button>}
      </div>
      {isStale(institution.verifiedOn) ? <p className="callout danger">{t('city.institution.stale')}</p> : undefined}
      {institution.fixedTerm === 'unknown' ? <p className="callout">{t('city.institution.clarifyTerm')}</p> : undefined}
      <Facts
        rows={[
          [t('city.institution.address'), [institution.address, institution.postcode].filter((part) => part !== '').join(', ')],
          [
            t('city.institution.quarter'),
            area === undefined ? undefined : (
              <Button small kind="quiet" className="flush" onPress={() => selectArea(workspace, area.id)}>
                {area.name}
              </Button>
            ),
          ],
          [t('city.institution.provider'), institution.provider],
          [t('city.institution.targetGroups'), institution.targetGroups.map((id) => open.lookup.targetGroup(id)?.name ?? id).join(', ')],
          [t('city.institution.capacity'), institution.capacity === undefined ? undefined : open.show(open.releaser.plain(places(institution.capacity)))],
          [t('city.institution.openingHours'), institution.openingHours],
          [t('city.institution.barrierFree'), t(`city.institution.barrier.${institution.barrierFree}`)],
          [t('city.institution.languages'), institution.languages.join(', ')],
          [t('city.institution.contact'), institution.contact],
          [t('city.institution.website'), institution.website],
          [t('city.institution.fixedTerm'), term],
          [t('city.institution.programme'), institution.programme],
          [t('city.institution.openedOn'), date(institution.openedOn)],
          [t('city.institution.closedOn'), date(institution.closedOn)],
          [t('city.institution.verifiedOn'), date(institution.verifiedOn) ?? t('city.institution.neverVerified')],
        ]}
      />
    </>
  );
}
