import { useMemo, useState } from 'react';
import { fromEditable, referencesIn, renderBoundText, releasedNumber, toEditable, tokenOf, type BoundText, type NumberReference } from '#app/domain/planning/bound-text.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { asDate, asId, type AreaId, type IndicatorId } from '#shared/ids.ts';
import { Button } from '../../components/button.tsx';
import { RequiredMark, SelectField } from '../../components/select-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { useLanguage, usePart, useTranslate } from '../../state/context.tsx';
import { DialogFrame } from '../../dialogs/dialog-frame.tsx';
import type { OpenCity } from '../use-city.ts';

type Properties = {
  readonly open: OpenCity;
  readonly label: string;
  readonly value: BoundText;
  /** Areas whose numbers are offered first. */
  readonly areas: readonly AreaId[];
  readonly onChange: (text: BoundText) => void;
  readonly onLeave: () => void;
  readonly required?: boolean;
};

/** Text whose numbers are references. While editing they show as tokens, below as they will be read. */
export function BoundTextEntry({ open, label, value, areas, onChange, onLeave, required }: Properties) {
  const t = useTranslate();
  const language = useLanguage();
  const editable = toEditable(value);
  const hasNumbers = useMemo(() => referencesIn(value).length > 0, [value]);
  const [editing, setEditing] = useState(!hasNumbers);
  if (!editing) {
    return (
      <div className="stack" role="group" aria-label={label}>
        <span className="label">
          {label}
          {required === true ? <RequiredMark /> : undefined}
        </span>
        <p className="bound-preview">
          {value.map((part, index) =>
            part.kind === 'text' ? (
              part.text
            ) : (
              <strong key={index} className="bound-number" title={open.lookup.indicator(part.reference.indicator)?.title}>
                {open.showWithUnit(releasedNumber(part.reference, open.releaser))}
              </strong>
            ),
          )}
        </p>
        <div>
          <Button small onPress={() => setEditing(true)}>
            {t('sheets.text.edit')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="stack">
      <TextEntry label={label} lines={4} required={required} value={editable} onChange={(text) => onChange(fromEditable(text))} onLeave={onLeave} />
      <div className="row-wrap">
        <InsertNumber open={open} areas={areas} onInsert={(reference) => onChange(fromEditable(`${editable}${editable === '' || editable.endsWith(' ') ? '' : ' '}${tokenOf(reference)}`))} />
        {hasNumbers ? (
          <Button
            small
            kind="quiet"
            onPress={() => {
              onLeave();
              setEditing(false);
            }}
          >
            {t('sheets.text.done')}
          </Button>
        ) : undefined}
      </div>
      {hasNumbers ? (
        <div className="bound-preview">
          <p className="note">{t('sheets.text.preview')}</p>
          <p>{renderBoundText(value, open.releaser, language)}</p>
        </div>
      ) : undefined}
    </div>
  );
}

function InsertNumber({ open, areas, onInsert }: { readonly open: OpenCity; readonly areas: readonly AreaId[]; readonly onInsert: (reference: NumberReference) => void }) {
  const t = useTranslate();
  const language = useLanguage();
  const chosenDate = usePart('view', (state) => state.date);
  const [opened, setOpened] = useState(false);
  const [indicatorId, setIndicator] = useState<string>(open.city.indicators[0]?.id ?? '');
  const [area, setArea] = useState<string>(areas[0] ?? 'city');
  const indicator = asId<IndicatorId>(indicatorId);
  const dates = open.lookup.datesOf(indicator);
  const [date, setDate] = useState<string>(chosenDate ?? dates.at(-1) ?? '');
  const day = dates.includes(asDate(date)) ? date : (dates.at(-1) ?? '');
  const reference: NumberReference = { indicator, area: area === 'city' ? 'city' : asId<AreaId>(area), date: asDate(day) };
  const offered = [...new Set([...areas, ...areas.flatMap((id) => open.lookup.area(id)?.parent ?? [])])];
  return (
    <>
      <Button small onPress={() => setOpened(true)}>
        {t('sheets.text.insert')}
      </Button>
      {opened ? (
        <DialogFrame
          title={t('sheets.text.insert')}
          onClose={() => setOpened(false)}
          actions={
            <>
              <Button onPress={() => setOpened(false)}>{t('common.cancel')}</Button>
              <Button
                kind="primary"
                onPress={() => {
                  onInsert(reference);
                  setOpened(false);
                }}
              >
                {t('sheets.text.insertDo')}
              </Button>
            </>
          }
        >
          <p className="note">{t('sheets.text.insertLead')}</p>
          <SelectField label={t('sheets.text.insertIndicator')} options={open.city.indicators.map((entry) => ({ id: entry.id, name: entry.title, note: entry.unit }))} value={indicatorId} onChange={setIndicator} />
          <SelectField
            label={t('sheets.text.insertArea')}
            options={[...offered.map((id) => ({ id, name: open.lookup.area(id)?.name ?? id })), { id: 'city', name: open.city.manifest.city }]}
            value={area}
            onChange={setArea}
          />
          <SelectField label={t('sheets.text.insertDate')} options={dates.toReversed().map((entry) => ({ id: entry, name: formatDate(entry, language) }))} value={day} onChange={setDate} />
          <p>{t('sheets.text.insertValue', { value: open.showWithUnit(releasedNumber(reference, open.releaser)) })}</p>
        </DialogFrame>
      ) : undefined}
    </>
  );
}
