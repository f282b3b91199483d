import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { planningFiles } from '#electron/main/files/index.ts';
import { nodeIo } from '#electron/main/files/node-io.ts';
import { createGrants } from '#electron/main/grants.ts';
import { watchedIo } from './watched-io.ts';

/**
 * A planner at work, as a program of its own that can be killed: opens the project, edits, saves, edits, saves. Says on
 * standard output what has been acknowledged. `KILL_AT` ends it like a power switch at that file call: `before` it, `half` way
 * through a write, or `after` it. Usage: node planner.ts FOLDER ROUND
 */
const [folder = '', round = '0'] = process.argv.slice(2);
const killAt = Number(process.env['KILL_AT'] ?? 0);
const moment = process.env['KILL_MOMENT'] ?? 'before';
const say = (line: string) => writeSync(1, `${line}\n`);
const die = () => {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => undefined);
};

const writes: number[] = [];
const io = watchedIo(nodeIo, async ({ number, name }, perform, half) => {
  if (name === 'write') writes.push(number);
  if (number !== killAt) return perform();
  if (moment === 'before') return die();
  // a call that fails by itself has happened all the same
  await (moment === 'half' ? half() : perform()).catch(() => undefined);
  return die();
});

type Script = { readonly edits: readonly (readonly string[])[]; readonly saves: readonly string[] };
const script = JSON.parse(readFileSync(join(folder, 'script.json'), 'utf8')) as Script;
const target = join(folder, 'projects', 'Plan.qwplan');
const { handlers } = planningFiles(
  {
    userData: join(folder, 'user-data'),
    grants: createGrants(),
    initialProject: target,
    chooseProjectToOpen: () => Promise.resolve(undefined),
    chooseProjectToSave: () => Promise.resolve(undefined),
    remember: () => undefined,
  },
  io,
);

const opened = await handlers['project:initial']();
if (opened === 'none' || !opened.ok) throw new Error(JSON.stringify(opened));
let { grant, sha256 } = opened.value;
for (const [part, changes] of script.edits.entries()) {
  const journalId = `journal-${round}-${part}`;
  for (const [sequence, change] of changes.entries()) {
    const kept = await handlers['journal:append']({ journalId, sequence, change, projectName: 'Plan' });
    if (!kept.ok) throw new Error(JSON.stringify(kept));
    say(`kept ${part} ${sequence}`);
  }
  const bytes = readFileSync(join(folder, script.saves[part] ?? ''));
  const answer = await handlers['project:save']({
    grant, saveAs: false, suggestedName: 'Plan.qwplan', bytes, expectedSha256: sha256, journalId, journalSequence: changes.length - 1, contentId: 'project-1',
  });
  if (answer.status !== 'saved') throw new Error(JSON.stringify(answer));
  ({ grant, sha256 } = answer);
  say(`saved ${part}`);
}
say(`calls ${io.calls()} writes ${writes.join(',')}`);
process.exit(0);
