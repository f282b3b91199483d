import { broken } from './messages/broken.ts';
import { commandLine } from './messages/command-line.ts';
import { commands } from './messages/commands.ts';
import { analysis } from './messages/analysis.ts';
import { common } from './messages/common.ts';
import { city } from './messages/city.ts';
import { map } from './messages/map.ts';
import { socialIndex } from './messages/social-index.ts';
import { coverage } from './messages/coverage.ts';
import { sheets } from './messages/sheets.ts';
import { paper } from './messages/paper.ts';
import { shell } from './messages/shell.ts';
import { problem } from './messages/problem.ts';
import { edition } from './messages/edition.ts';
import { editions } from './messages/editions.ts';
import { importFault } from './messages/import-fault.ts';
import { importRecipe } from './messages/import-recipe.ts';
import { importRemark } from './messages/import-remark.ts';
import { importReport } from './messages/import-report.ts';
import { importQuestion } from './messages/import-question.ts';
import { importWorkbench } from './messages/import-workbench.ts';
import { register } from './messages/register.ts';
import { generations } from './messages/generations.ts';
import { history } from './messages/history.ts';
import { planning } from './messages/planning.ts';
import { project } from './messages/project.ts';

/** One file per field, each with both languages side by side; the compiler keeps English as complete as German. */
const fields = { analysis, broken, commandLine, common, commands, city, map, socialIndex, coverage, sheets, paper, shell, problem, edition, editions, generations, history, planning, project, importFault, importRemark, importReport, importQuestion, importWorkbench, register, importRecipe };

export const catalogue = {
  de: pick('de'),
  en: pick('en'),
};

type Fields = typeof fields;
function pick<Language extends 'de' | 'en'>(language: Language): { [Field in keyof Fields]: Fields[Field][Language] } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field[language]])) as {
    [Field in keyof Fields]: Fields[Field][Language];
  };
}
