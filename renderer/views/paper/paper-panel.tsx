import { useState } from 'react';
import { asId, type AreaId } from '#shared/ids.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { areaForPaper, choosePaper } from '../../commands/paper.ts';
import { exportMap, exportPaperDocx, exportPaperPdf, exportRecommendations } from '../../commands/exports.ts';
import { usePart, useTranslate, useWorkspace } from '../../state/context.tsx';
import { selectedArea } from '../../state/selection.ts';
import { useOpenCity } from '../use-city.ts';

/** Which paper, and how it leaves the house. */
export function PaperPanel() {
  const workspace = useWorkspace();
  const t = useTranslate();
  const open = useOpenCity();
  const papers = usePart('project', (state) => state.project?.papers) ?? [];
  const chosen = usePart('selection', (state) => state.paper);
  const paper = papers.find((entry) => entry.id === chosen);
  const recommendations = usePart('project', (state) => state.project?.recommendations) ?? [];
  const selected = usePart('selection', selectedArea);
  const [area, setArea] = useState<string>();
  if (open === undefined) return <div className="side-body" />;
  const level = open.city.levels.find((candidate) => candidate.order > 0 && open.city.levels.some((other) => other.nestsIn === candidate.id)) ?? open.city.levels.find((candidate) => candidate.order > 0);
  const areas = level === undefined ? [] : open.lookup.areasOf(level.id);
  const current = area ?? paper?.socialArea ?? areaForPaper(open.city, areas, selected, recommendations);
  const exists = papers.some((entry) => entry.socialArea === current);
  return (
    <div className="side-body">
      <p className="note">{t('sheets.paper.chooseLead')}</p>
      <SelectField
        label={t('sheets.paper.choose')}
        options={areas.map((entry) => ({ id: entry.id, name: entry.name, note: papers.some((other) => other.socialArea === entry.id) ? t('sheets.paper.existing') : undefined }))}
        value={current}
        onChange={(id) => {
          setArea(id);
          if (papers.some((entry) => entry.socialArea === id)) choosePaper(workspace, asId<AreaId>(id));
        }}
      />
      {exists || current === undefined ? undefined : (
        <Button kind="primary" onPress={() => choosePaper(workspace, asId<AreaId>(current))}>
          {t('sheets.paper.start')}
        </Button>
      )}
      {paper === undefined ? undefined : (
        <section className="section">
          <h2>{t('sheets.paper.export')}</h2>
          <div className="stack export-buttons">
            <Button icon="file" onPress={() => void exportPaperDocx(workspace)}>
              {t('sheets.paper.docx')}
            </Button>
            <Button icon="file" onPress={() => void exportPaperPdf(workspace)}>
              {t('sheets.paper.pdf')}
            </Button>
            <Button icon="file" onPress={() => void exportRecommendations(workspace)}>
              {t('sheets.paper.xlsx')}
            </Button>
            <Button icon="file" onPress={() => void exportMap(workspace)}>
              {t('sheets.paper.png')}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}
