import { useRef, useState } from 'react';
import { releasedNumber, type BoundText, type NumberReference } from '#app/domain/planning/bound-text.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { asDate, asId, type AreaId, type IndicatorId } from '#shared/ids.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useLanguage, usePart, useTranslate } from '../../state/context.tsx';
import { DialogFrame } from '../../dialogs/dialog-frame.tsx';
import type { OpenCity } from '../use-city.ts';
import { ChipText } from './chip-text.tsx';
import { withNumberAt, type CaretPlace } from './chip-parts.ts';

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

/** Text whose numbers are references: each stands as its value and can only be kept, moved or removed as a whole. */
export function BoundTextEntry({ open, label, value, areas, onChange, onLeave, required = false }: Properties) {
  const t = useTranslate();
  const caret = useRef<CaretPlace>(undefined);
  return (
    <div className="stack">
      <ChipText
        label={label}
        required={required}
        value={value}
        caret={caret}
        shown={(reference) => open.showWithUnit(releasedNumber(reference, open.releaser))}
        meaning={(reference) => [reference.frozen?.title ?? open.lookup.indicator(reference.indicator)?.title ?? '', t('sheets.text.chip')].join('. ')}
        onChange={onChange}
        onLeave={onLeave}
      />
      <div className="row-wrap">
        <InsertNumber open={open} areas={areas} onInsert={(reference) => onChange(withNumberAt(value, caret.current, reference))} />
      </div>
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
  // the whole city stands at the end of the list by its own name
  const offered = [...new Set([...areas, ...areas.flatMap((id) => open.lookup.area(id)?.parent ?? [])])].filter((id) => open.lookup.level(open.lookup.area(id)?.level ?? asId(''))?.order !== 0);
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
