import { FIELDS_OF_ACTION } from '#app/domain/planning/fields-of-action.ts';
import { isProposal } from '#app/domain/planning/proposals.ts';
import { missingInRecommendation } from '#app/domain/planning/required-fields.ts';
import type { Recommendation } from '#app/domain/planning/sheets.ts';
import { editRecommendation, type RecommendationPatch } from '#app/project/operations/edit-recommendation.ts';
import { removeRecommendation } from '#app/project/operations/remove-recommendation.ts';
import { formatDate } from '#shared/i18n/number-format.ts';
import { asId, type AreaId, type TargetGroupId } from '#shared/ids.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { changeProject, leaveField } from '../../commands/change-project.ts';
import { selectInstitution } from '../../commands/select.ts';
import { useLanguage, usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { selectedInstitution } from '../../state/selection.ts';
import type { OpenCity } from '../use-city.ts';
import { BoundTextEntry } from './bound-text-entry.tsx';
import { DateEntry } from './date-entry.tsx';
import { DepartmentEntry, DepartmentList, useDepartments } from './department-entry.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { RowsEntry } from './rows-entry.tsx';
import { Choice, ProposalNote, SheetGroup, SheetHead } from './sheet-parts.tsx';

type Properties = { readonly open: OpenCity; readonly sheet: Recommendation };
type Editing = Properties & { readonly change: (patch: RecommendationPatch) => void; readonly leave: () => void };

const TITLE_LIMIT = 120;

/** A Handlungsempfehlung with all its fields, grouped as it is talked about. */
export function RecommendationForm({ open, sheet }: Properties) {
  const workspace = useWorkspace();
  const change = (patch: RecommendationPatch) => void changeProject(workspace, (project) => editRecommendation(project, sheet.id, patch));
  const editing: Editing = { open, sheet, change, leave: () => leaveField(workspace) };
  return (
    <article className="sheet">
      <SheetHead
        number={sheet.number}
        title={sheet.title}
        version={sheet.version}
        state={sheet.state}
        missing={missingInRecommendation(sheet, 'inCoordination')}
        onState={(state) => change({ state })}
        onRemove={() => {
          changeProject(workspace, (project) => removeRecommendation(project, sheet.id));
          workspace.stores.selection.setState({ sheet: { kind: 'nothing' } });
        }}
      />
      <Core {...editing} />
      <Situation {...editing} />
      <Practice {...editing} />
      <Goal {...editing} />
      <Responsibility {...editing} />
      <Timing {...editing} />
      <Control {...editing} />
    </article>
  );
}

function Core({ open, sheet, change, leave }: Editing) {
  const t = useTranslate();
  const space =
    sheet.socialArea === undefined
      ? t('sheets.label.citywide')
      : [open.lookup.area(sheet.socialArea)?.name ?? sheet.socialArea, ...sheet.quarters.map((id) => open.lookup.area(id)?.name ?? id)].join(' · ');
  const siblings = sheet.socialArea === undefined ? [] : open.lookup.childrenOf(sheet.socialArea);
  return (
    <SheetGroup title={t('sheets.group.core')}>
      <TextEntry label={t('planning.column.title')} required limit={TITLE_LIMIT} value={sheet.title} onChange={(title) => change({ title })} onLeave={leave} />
      <div className="two-columns">
        <Choice
          label={t('planning.column.kind')}
          required
          ids={['newOffer', 'extension', 'permanence', 'expansion', 'relocation', 'publicity', 'networking'] as const}
          nameOf={(id) => t(`planning.kind.${id}`)}
          value={sheet.kind}
          onChange={(kind) => change({ kind })}
        />
        <Choice label={t('planning.column.field')} required ids={FIELDS_OF_ACTION.map((field) => field.id)} nameOf={(id) => t(`planning.field.${id}`)} value={sheet.field} onChange={(field) => change({ field })} />
      </div>
      <p>
        <span className="label">{t('sheets.label.space')}: </span>
        {space}
      </p>
      {siblings.length === 0 ? undefined : (
        <CheckList
          label={t('sheets.label.quarters')}
          columns={2}
          options={siblings.map((area) => ({ id: area.id, name: area.name }))}
          value={sheet.quarters}
          onChange={(ids) => change({ quarters: ids.map((id) => asId<AreaId>(id)) })}
        />
      )}
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

const areasOf = (sheet: Recommendation): readonly AreaId[] => [...sheet.quarters, ...(sheet.socialArea === undefined ? [] : [sheet.socialArea])];

function Situation({ open, sheet, change, leave }: Editing) {
  const t = useTranslate();
  return (
    <SheetGroup title={t('sheets.group.evidence')}>
      <BoundTextEntry open={open} label={t('planning.column.initialSituation')} required value={sheet.initialSituation} areas={areasOf(sheet)} onChange={(initialSituation) => change({ initialSituation })} onLeave={leave} />
      <EvidenceTable rows={sheet.evidence} edition={sheet.evidenceEdition} releaser={open.releaser} />
      <div className="two-columns">
        <Choice
          label={t('planning.column.evidenceVerdict')}
          required
          ids={['supported', 'notSupported', 'notTestable'] as const}
          nameOf={(id) => t(`planning.verdict.${id}`)}
          value={sheet.evidenceVerdict}
          onChange={(evidenceVerdict) => change({ evidenceVerdict })}
        />
      </div>
      {isProposal(sheet, 'evidenceVerdict') ? (
        <ProposalNote what={t('planning.column.evidenceVerdict')} onConfirm={() => change({ evidenceVerdict: sheet.evidenceVerdict, evidenceReason: sheet.evidenceReason })} />
      ) : undefined}
      <TextEntry label={t('planning.column.evidenceReason')} required lines={2} value={sheet.evidenceReason} onChange={(evidenceReason) => change({ evidenceReason })} onLeave={leave} />
    </SheetGroup>
  );
}

function Practice({ open, sheet, change, leave }: Editing) {
  const workspace = useWorkspace();
  const t = useTranslate();
  const language = useLanguage();
  const pointed = usePart('selection', selectedInstitution);
  return (
    <SheetGroup title={t('sheets.group.practice')}>
      <TextEntry label={t('planning.column.practiceKnowledge')} required lines={3} value={sheet.practiceKnowledge} onChange={(practiceKnowledge) => change({ practiceKnowledge })} onLeave={leave} />
      <div className="two-columns">
        <Choice
          label={t('planning.column.existingOffers')}
          required
          ids={['gap', 'oversupply', 'unknown'] as const}
          nameOf={(id) => t(`planning.finding.${id}`)}
          value={sheet.offerFinding}
          onChange={(offerFinding) => change({ offerFinding })}
        />
      </div>
      {isProposal(sheet, 'offerFinding') ? <ProposalNote what={t('planning.column.existingOffers')} onConfirm={() => change({ offerFinding: sheet.offerFinding })} /> : undefined}
      {sheet.existingOffers.length === 0 ? <p className="note">{t('sheets.offers.none')}</p> : undefined}
      <ul className="offer-chips">
        {sheet.existingOffers.map((id) => {
          const institution = open.lookup.institution(id);
          const name = institution?.name ?? id;
          const ending =
            institution?.fixedTerm !== 'yes'
              ? undefined
              : institution.fixedTermEnd === undefined
                ? t('planning.fixedTerm.yes')
                : t('sheets.offers.endsOn', { date: formatDate(institution.fixedTermEnd, language) });
          return (
            <li key={id} className="chip">
              <Button small kind="quiet" className="flush" onPress={() => selectInstitution(workspace, id)}>
                {name}
              </Button>
              {ending === undefined ? undefined : <span>{ending}</span>}
              <Button small kind="quiet" icon="close" name={t('sheets.offers.remove', { name })} onPress={() => change({ existingOffers: sheet.existingOffers.filter((other) => other !== id) })} />
            </li>
          );
        })}
      </ul>
      <div>
        <Button small disabled={pointed === undefined || sheet.existingOffers.includes(pointed)} onPress={() => pointed !== undefined && change({ existingOffers: [...sheet.existingOffers, pointed] })}>
          {t('sheets.offers.add')}
        </Button>
      </div>
    </SheetGroup>
  );
}

function Goal({ open, sheet, change, leave }: Editing) {
  const t = useTranslate();
  return (
    <SheetGroup title={t('sheets.group.goal')}>
      <BoundTextEntry open={open} label={t('planning.column.goal')} required value={sheet.goal} areas={areasOf(sheet)} onChange={(goal) => change({ goal })} onLeave={leave} />
      <RowsEntry
        label={t('planning.column.steps')}
        required
        fields={[
          { id: 'what', label: t('sheets.step.what') },
          { id: 'who', label: t('sheets.step.who') },
          { id: 'until', label: t('sheets.step.until') },
        ]}
        rows={sheet.steps}
        empty={{ what: '', who: '', until: '' }}
        addWords={t('sheets.step.add')}
        removeWords={(number) => t('sheets.step.remove', { number })}
        onChange={(steps) => change({ steps })}
        onLeave={leave}
      />
    </SheetGroup>
  );
}

function Responsibility({ sheet, change, leave }: Editing) {
  const t = useTranslate();
  const offered = useDepartments();
  return (
    <SheetGroup title={t('sheets.group.responsibility')}>
      <div className="two-columns">
        <DepartmentEntry label={t('planning.column.leadDepartment')} value={sheet.leadDepartment} onChange={(leadDepartment) => change({ leadDepartment })} onLeave={leave} />
      </div>
      <DepartmentList label={t('planning.column.involvedDepartments')} offered={offered} value={sheet.involvedDepartments} onChange={(involvedDepartments) => change({ involvedDepartments })} />
      <TextEntry label={t('planning.column.partners')} value={sheet.partners} onChange={(partners) => change({ partners })} onLeave={leave} />
    </SheetGroup>
  );
}

function Timing({ sheet, change, leave }: Editing) {
  const t = useTranslate();
  return (
    <SheetGroup title={t('sheets.group.timing')}>
      <div className="two-columns">
        <Choice label={t('planning.column.priority')} required ids={['high', 'middle', 'low'] as const} nameOf={(id) => t(`planning.priority.${id}`)} value={sheet.priority} onChange={(priority) => change({ priority })} />
        <Choice label={t('planning.column.horizon')} required ids={['short', 'middle', 'long'] as const} nameOf={(id) => t(`planning.horizon.${id}`)} value={sheet.horizon} onChange={(horizon) => change({ horizon })} />
        <DateEntry label={t('planning.column.targetDate')} value={sheet.targetDate} onChange={(targetDate) => change({ targetDate })} />
        <DateEntry label={t('planning.column.nextCheck')} value={sheet.nextCheck} onChange={(nextCheck) => change({ nextCheck })} />
      </div>
      {isProposal(sheet, 'priority') ? (
        <ProposalNote what={t('planning.column.priority')} onConfirm={() => change({ priority: sheet.priority, priorityReason: sheet.priorityReason })} />
      ) : undefined}
      <TextEntry label={t('sheets.label.priorityReason')} lines={2} value={sheet.priorityReason} onChange={(priorityReason) => change({ priorityReason })} onLeave={leave} />
    </SheetGroup>
  );
}

function Control({ sheet, change, leave }: Editing) {
  const t = useTranslate();
  return (
    <SheetGroup title={t('sheets.group.control')}>
      <RowsEntry
        label={t('planning.column.successIndicators')}
        required
        fields={[
          { id: 'what', label: t('sheets.success.what') },
          { id: 'baseline', label: t('sheets.success.baseline') },
          { id: 'target', label: t('sheets.success.target') },
          { id: 'until', label: t('sheets.success.until') },
        ]}
        rows={sheet.successIndicators}
        empty={{ what: '', baseline: '', target: '', until: '' }}
        addWords={t('sheets.success.add')}
        removeWords={(number) => t('sheets.success.remove', { number })}
        onChange={(successIndicators) => change({ successIndicators })}
        onLeave={leave}
      />
      <div className="two-columns">
        <TextEntry label={t('planning.column.costs')} value={sheet.costs} onChange={(costs) => change({ costs })} onLeave={leave} />
        <TextEntry label={t('planning.column.funding')} value={sheet.funding} onChange={(funding) => change({ funding })} onLeave={leave} />
        <TextEntry label={t('planning.column.references')} value={sheet.references} onChange={(references) => change({ references })} onLeave={leave} />
        <TextEntry label={t('planning.column.risks')} value={sheet.risks} onChange={(risks) => change({ risks })} onLeave={leave} />
      </div>
    </SheetGroup>
  );
}
