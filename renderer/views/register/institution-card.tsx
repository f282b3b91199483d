import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useMemo } from 'react';
import { places } from '#app/domain/confidentiality/no-statistic.ts';
import type { Institution } from '#app/domain/city/city.ts';
import { isOpen } from '#app/domain/city/is-open.ts';
import { placeOfAddress } from '#app/domain/geocode/place-of-address.ts';
import { isUnplaced } from '#app/domain/register/search-institutions.ts';
import { namesAPerson } from '#app/domain/register/names-a-person.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Icon } from '../../components/icon.tsx';
import { describeInstitution } from '../../commands/create-sheets.ts';
import { goToStep } from '../../commands/go-to-step.ts';
import { changeRegisterFilters, startTask } from '../../commands/register.ts';
import { selectArea, selectInstitution } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { middleOf, today, USUAL_RADIUS } from '../../state/register.ts';
import { isStale } from '../freshness.ts';
import type { OpenCity } from '../use-city.ts';
import { History } from './history.tsx';
import { useDuplicatesOf } from './use-duplicates.ts';

/** An institution: every field, how fresh it is, how it came about, and what can be done with it. */
export function InstitutionCard({ open, institution }: { readonly open: OpenCity; readonly institution: Institution }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const level = usePart('view', (state) => state.level);
  const date = (day: string | undefined) => (day === undefined ? undefined : formatDate(day, language));
  const area = institution.location === undefined || institution.reach === 'citywide' || level === undefined ? undefined : open.lookup.areaAt(level, institution.location);
  const { closedOn } = institution;
  return (
    <>
      <p className="note">
        {open.lookup.category(institution.category)?.name} · {t(`city.institution.${institution.reach}`)}
        {institution.public ? '' : ` · ${t('city.institution.notPublic')}`}
      </p>
      <Actions open={open} institution={institution} />
      {closedOn === undefined ? undefined : <p className="callout">{t(isOpen(institution, today()) ? 'register.card.closesOn' : 'register.card.closedSince', { date: formatDate(closedOn, language) })}</p>}
      {closedOn === undefined && isStale(institution.verifiedOn) ? <p className="callout danger">{t(institution.verifiedOn === undefined ? 'city.institution.neverVerifiedYet' : 'city.institution.stale')}</p> : undefined}
      <Placeless open={open} institution={institution} />
      {institution.fixedTerm === 'unknown' ? <p className="callout">{t('city.institution.clarifyTerm')}</p> : undefined}
      {namesAPerson(institution.contact) ? <p className="callout">{t('register.card.personHint')}</p> : undefined}
      <Doubles open={open} institution={institution} />
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
          [t('register.card.placement'), t(`register.placement.${institution.placement}`)],
          [t('city.institution.provider'), institution.provider],
          [t('city.institution.targetGroups'), institution.targetGroups.map((id) => open.lookup.targetGroup(id)?.name ?? id).join(', ')],
          [t('city.institution.capacity'), institution.capacity === undefined ? undefined : open.show(open.releaser.plain(places(institution.capacity)))],
          [t('city.institution.openingHours'), institution.openingHours],
          [t('city.institution.barrierFree'), t(`city.institution.barrier.${institution.barrierFree}`)],
          [t('city.institution.languages'), institution.languages.join(', ')],
          [t('city.institution.contact'), institution.contact],
          [t('city.institution.website'), institution.website],
          [t('city.institution.fixedTerm'), institution.fixedTerm === 'yes' && institution.fixedTermEnd !== undefined ? t('city.institution.fixedTermUntil', { date: formatDate(institution.fixedTermEnd, language) }) : t(`city.institution.term.${institution.fixedTerm}`)],
          [t('city.institution.programme'), institution.programme],
          [t('city.institution.openedOn'), date(institution.openedOn)],
          [t('city.institution.closedOn'), date(closedOn)],
          [t('city.institution.verifiedOn'), date(institution.verifiedOn) ?? t('city.institution.neverVerified')],
          [t('register.card.public'), t(institution.public ? 'register.card.publicYes' : 'register.card.publicNo')],
        ]}
      />
      <History open={open} institution={institution} />
    </>
  );
}

function Actions({ open: { city }, institution }: { readonly open: OpenCity; readonly institution: Institution }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const { id, location } = institution;
  const act: Record<string, () => void> = {
    measure: () => describeInstitution(workspace, id),
    move: () => {
      const at = location ?? middleOf(city);
      if (at === undefined) return;
      selectInstitution(workspace, id, location !== undefined);
      startTask(workspace, { kind: 'move', id, at });
    },
    confirm: () => startTask(workspace, { kind: 'confirm', ids: [id] }),
    close: () => startTask(workspace, { kind: 'close', id }),
    reopen: () => startTask(workspace, { kind: 'reopen', id }),
    show: () => selectInstitution(workspace, id, true),
    near: () => {
      changeRegisterFilters(workspace, { near: { from: { kind: 'institution', id }, metres: USUAL_RADIUS } });
      goToStep(workspace, 'city');
      workspace.stores.view.setState({ cityTab: 'institutions' });
    },
  };
  const more = [
    { id: 'confirm', name: `${t('register.card.confirm')} …` },
    { id: 'move', name: `${t(location === undefined ? 'register.card.place' : 'register.card.move')} …` },
    ...(location === undefined ? [] : [{ id: 'show', name: t('city.inspector.showOnMap') }, { id: 'near', name: t('register.card.near') }]),
    institution.closedOn === undefined ? { id: 'close', name: `${t('register.card.close')} …` } : { id: 'reopen', name: `${t('register.card.reopen')} …` },
  ];
  return (
    <div className="row-wrap">
      <Button kind="primary" onPress={act['measure']}>
        {t('city.institution.newMeasure')}
      </Button>
      <Button onPress={() => startTask(workspace, { kind: 'edit', id })}>{t('register.card.edit')}</Button>
      <MenuTrigger>
        <AriaButton className="button" aria-label={t('register.card.moreActions')}>
          <span className="cut">{t('register.card.actions')}</span>
          <Icon name="down" size={14} />
        </AriaButton>
        <Popover className="popover" offset={4}>
          <Menu className="options" items={more} onAction={(key) => act[String(key)]?.()}>
            {(item) => (
              <MenuItem id={item.id} className="option">
                {item.name}
              </MenuItem>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}

/** An entry that works at a place nobody knows: the place of its address is offered, else the map. */
function Placeless({ open: { city, lookup }, institution }: { readonly open: OpenCity; readonly institution: Institution }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const level = usePart('view', (state) => state.level);
  const { id, address, postcode } = institution;
  const found = useMemo(() => placeOfAddress(city, address, postcode), [city, address, postcode]);
  if (!isUnplaced(institution)) return undefined;
  const at = 'at' in found ? found.at : middleOf(city);
  const area = 'at' in found && level !== undefined ? lookup.areaAt(level, found.at)?.name : undefined;
  return (
    <div className="callout stack-tight">
      <p>
        {address !== '' && found.kind === 'elsewhere' ? t('register.card.placeless.elsewhere', { postcodes: found.postcodes.join(', ') }) : t(`register.card.placeless.${address === '' || found.kind === 'elsewhere' ? 'noAddress' : found.kind}`)}
        {area === undefined ? '' : ` ${t('register.card.placeless.in', { area })}`}
      </p>
      {at === undefined ? undefined : (
        <Button small onPress={() => startTask(workspace, { kind: 'move', id, at })}>
          {`${t('at' in found ? 'register.card.placeless.take' : 'register.card.place')} …`}
        </Button>
      )}
    </div>
  );
}

function Doubles({ open, institution }: { readonly open: OpenCity; readonly institution: Institution }) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const proposals = useDuplicatesOf(institution.id);
  const others = useMemo(() => proposals.map((proposal) => ({ proposal, other: open.lookup.institution(proposal.one === institution.id ? proposal.other : proposal.one) })), [proposals, open.lookup, institution.id]);
  if (others.length === 0) return undefined;
  return (
    <div className="callout stack-tight">
      <strong>{t('register.card.doublesHeading')}</strong>
      {others.map(({ proposal, other }) =>
        other === undefined ? undefined : (
          <div key={other.id}>
            <p>{other.name}</p>
            <p className="note">{proposal.reasons.map((reason) => t(`register.duplicates.reason.${reason}`)).join(', ')}</p>
            <Button small onPress={() => startTask(workspace, { kind: 'merge', one: institution.id, other: other.id })}>
              {t('register.duplicates.open')}
            </Button>
          </div>
        ),
      )}
    </div>
  );
}
