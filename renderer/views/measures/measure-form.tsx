import { FIELDS_OF_ACTION } from '#app/domain/planning/fields-of-action.ts';
import { measureQuestions } from '#app/domain/planning/measure-from-institution.ts';
import { missingInMeasure } from '#app/domain/planning/required-fields.ts';
import type { MeasureProfile } from '#app/domain/planning/sheets.ts';
import { editMeasure, type MeasurePatch } from '#app/project/operations/edit-measure.ts';
import { removeMeasure } from '#app/project/operations/remove-measure.ts';
import { asDate, asId, type RecommendationId, type TargetGroupId } from '#shared/ids.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { NumberEntry, TextEntry } from '../../components/text-entry.tsx';
import { changeProject, leaveField } from '../../commands/change-project.ts';
import { recommendContinuation } from '../../commands/create-sheets.ts';
import { selectInstitution } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import type { OpenCity } from '../use-city.ts';
import { DateEntry } from './date-entry.tsx';
import { DepartmentEntry } from './department-entry.tsx';
import { Choice, SheetGroup, SheetHead } from './sheet-parts.tsx';

type Properties = { readonly open: OpenCity; readonly sheet: MeasureProfile };
type Editing = Properties & { readonly change: (patch: MeasurePatch) => void; readonly leave: () => void };

/** A Maßnahmensteckbrief with all its fields and the questions it leaves open. */
export function MeasureForm({ open, sheet }: Properties) {
  const workspace = useWorkspace();
  const change = (patch: MeasurePatch) => void changeProject(workspace, (project) => editMeasure(project, sheet.id, patch));
  const editing: Editing = { open, sheet, change, leave: () => leaveField(workspace) };
  return (
    <article className="sheet">
      <SheetHead
        number={sheet.number}
        title={sheet.title}
        version={sheet.version}
        state={sheet.state}
        missing={missingInMeasure(sheet, 'inCoordination')}
        onState={(state) => change({ state })}
        onRemove={() => {
          changeProject(workspace, (project) => removeMeasure(project, sheet.id));
          workspace.stores.selection.setState({ sheet: { kind: 'nothing' } });
        }}
      />
      <Questions {...editing} />
      <Core {...editing} />
      <Offer {...editing} />
      <Term {...editing} />
    </article>
  );
}

function Questions({ sheet }: Editing) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const questions = measureQuestions(sheet, asDate(new Date().toISOString().slice(0, 10)), language);
  if (questions.length === 0) return undefined;
  return (
    <div className="stack">
      {questions.map((question) => (
        <div key={question.kind} className="callout stack">
          <p>{t(question.message, question.values)}</p>
          {question.kind === 'linkRecommendation' ? (
            <div>
              <Button small onPress={() => recommendContinuation(workspace, sheet.id)}>
                {t('sheets.continuation')}
              </Button>
            </div>
          ) : undefined}
        </div>
      ))}
    </div>
  );
}

function Core({ open, sheet, change, leave }: Editing) {
  const t = useTranslate();
  return (
    <SheetGroup title={t('sheets.group.core')}>
      <TextEntry label={t('planning.column.title')} required limit={120} value={sheet.title} onChange={(title) => change({ title })} onLeave={leave} />
      <TextEntry label={t('planning.column.summary')} required lines={3} value={sheet.summary} onChange={(summary) => change({ summary })} onLeave={leave} />
      <div className="two-columns">
        <Choice label={t('planning.column.field')} required ids={FIELDS_OF_ACTION.map((field) => field.id)} nameOf={(id) => t(`planning.field.${id}`)} value={sheet.field} onChange={(field) => change({ field })} />
        <Choice label={t('planning.column.reach')} required ids={['located', 'citywide'] as const} nameOf={(id) => t(`planning.reach.${id}`)} value={sheet.reach} onChange={(reach) => reach !== undefined && change({ reach })} />
        <Choice label={t('sheets.label.category')} ids={open.city.categories.map((category) => category.id)} nameOf={(id) => open.lookup.category(id)?.name ?? id} value={sheet.category} onChange={(category) => change({ category })} />
        <TextEntry label={t('planning.column.ageRange')} value={sheet.ageRange} onChange={(ageRange) => change({ ageRange })} onLeave={leave} />
      </div>
      <CheckList
        label={t('planning.column.targetGroups')}
        required
        columns={2}
        options={open.city.targetGroups.map((group) => ({ id: group.id, name: group.name }))}
        value={sheet.targetGroups}
        onChange={(ids) => change({ targetGroups: ids.map((id) => asId<TargetGroupId>(id)) })}
      />
    </SheetGroup>
  );
}

function Offer({ open, sheet, change, leave }: Editing) {
  const workspace = useWorkspace();
  const t = useTranslate();
  return (
    <SheetGroup title={t('sheets.group.offer')}>
      <div>
        <span className="label">{t('planning.column.sites')}</span>
        <ul className="stack-tight">
          {sheet.sites.map((id) => (
            <li key={id}>
              <Button small kind="quiet" className="flush" onPress={() => selectInstitution(workspace, id, true)}>
                {open.lookup.institution(id)?.name ?? id}
              </Button>
              <span className="note"> {open.lookup.institution(id)?.address}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className="two-columns">
        <TextEntry label={t('planning.column.provider')} required value={sheet.provider} onChange={(provider) => change({ provider })} onLeave={leave} />
        <DepartmentEntry label={t('planning.column.department')} value={sheet.department} onChange={(department) => change({ department })} onLeave={leave} />
        <TextEntry label={t('planning.column.partners')} value={sheet.partners} onChange={(partners) => change({ partners })} onLeave={leave} />
        <NumberEntry label={t('planning.column.capacity')} least={0} value={sheet.capacity} onChange={(capacity) => change({ capacity })} />
      </div>
      <TextEntry label={t('planning.column.goal')} required lines={2} value={sheet.goal} onChange={(goal) => change({ goal })} onLeave={leave} />
      <TextEntry label={t('planning.column.services')} lines={2} value={sheet.services} onChange={(services) => change({ services })} onLeave={leave} />
      <TextEntry label={t('planning.column.access')} lines={2} value={sheet.access} onChange={(access) => change({ access })} onLeave={leave} />
    </SheetGroup>
  );
}

function Term({ sheet, change, leave }: Editing) {
  const t = useTranslate();
  const recommendations = usePart('project', (state) => state.project?.recommendations);
  return (
    <SheetGroup title={t('sheets.group.term')}>
      <div className="two-columns">
        <DateEntry label={t('planning.column.startedOn')} value={sheet.startedOn} onChange={(startedOn) => change({ startedOn })} />
        <Choice label={t('planning.column.fixedTerm')} required ids={['yes', 'no', 'unknown'] as const} nameOf={(id) => t(`planning.fixedTerm.${id}`)} value={sheet.fixedTerm} onChange={(fixedTerm) => change({ fixedTerm: fixedTerm ?? 'unknown' })} />
        <DateEntry label={t('planning.column.fixedTermEnd')} value={sheet.fixedTermEnd} onChange={(fixedTermEnd) => change({ fixedTermEnd })} />
        <TextEntry label={t('planning.column.programme')} value={sheet.programme} onChange={(programme) => change({ programme })} onLeave={leave} />
        <Choice
          label={t('planning.column.implementation')}
          required
          ids={['planned', 'starting', 'running', 'ending', 'ended'] as const}
          nameOf={(id) => t(`planning.implementation.${id}`)}
          value={sheet.implementation}
          onChange={(implementation) => change({ implementation })}
        />
        <DateEntry label={t('sheets.label.asOf')} value={sheet.asOf} onChange={(asOf) => change({ asOf })} />
        <Choice
          label={t('planning.column.recommendation')}
          ids={(recommendations ?? []).map((other) => other.id)}
          nameOf={(id) => recommendations?.find((other) => other.id === id)?.title ?? id}
          value={sheet.recommendation}
          onChange={(recommendation: RecommendationId | undefined) => change({ recommendation })}
        />
        <TextEntry label={t('planning.column.contact')} value={sheet.contact} onChange={(contact) => change({ contact })} onLeave={leave} />
        <TextEntry label={t('planning.column.source')} value={sheet.source} onChange={(source) => change({ source })} onLeave={leave} />
      </div>
    </SheetGroup>
  );
}
