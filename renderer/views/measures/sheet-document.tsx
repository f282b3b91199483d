import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { goToStep } from '../../commands/go-to-step.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { useOpenCity } from '../use-city.ts';
import { MeasureForm } from './measure-form.tsx';
import { RecommendationForm } from './recommendation-form.tsx';

/** The sheet that is open in the editor. */
export function SheetDocument() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const open = useOpenCity();
  const project = usePart('project', (state) => state.project);
  const selected = usePart('selection', (state) => state.sheet);
  const recommendation = selected.kind === 'recommendation' ? project?.recommendations.find((sheet) => sheet.id === selected.id) : undefined;
  const measure = selected.kind === 'measure' ? project?.measures.find((sheet) => sheet.id === selected.id) : undefined;
  if (open !== undefined && recommendation !== undefined) return <RecommendationForm key={recommendation.id} open={open} sheet={recommendation} />;
  if (open !== undefined && measure !== undefined) return <MeasureForm key={measure.id} open={open} sheet={measure} />;
  return (
    <div className="empty-middle full">
      <EmptyState title={t('sheets.chooseTitle')} actions={<Button onPress={() => goToStep(workspace, 'coverage')}>{t('sheets.toCoverage')}</Button>}>
        <p>{(project?.recommendations.length ?? 0) + (project?.measures.length ?? 0) === 0 ? t('sheets.noRecommendations') : t('sheets.chooseLead')}</p>
      </EmptyState>
    </div>
  );
}
