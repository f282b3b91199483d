import { readFileSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { atomicSave } from '#electron/main/files/atomic-save.ts';
import { generationsIn } from '#electron/main/files/generations.ts';
import { isAlive } from '#electron/main/files/is-alive.ts';
import { nodeIo } from '#electron/main/files/node-io.ts';
import { sha256Of } from '#electron/main/files/sha256.ts';
import { unfinishedSavesIn } from '#electron/main/files/unfinished-saves.ts';

/**
 * One of two people who save into one file with no lock between them: reads it, adds a line of their own, saves over what was
 * read; when told that somebody else was faster, reads again. Usage: node rival.ts TARGET USER-DATA NAME LINES HOST
 */
const [target = '', userData = '', name = '', lines = '0', host = ''] = process.argv.slice(2);
const processId = process.pid;
const tools = {
  io: nodeIo,
  generations: generationsIn(`${userData}/generations`, nodeIo),
  unfinished: unfinishedSavesIn(`${userData}/unfinished-saves`, { io: nodeIo, processId, isAlive }),
  processId,
  host,
  isAlive,
  now: () => Date.now(),
  random: () => randomBytes(4).toString('hex'),
};
let conflicts = 0;
for (let line = 0; line < Number(lines); ) {
  const present = readFileSync(target);
  const bytes = new TextEncoder().encode(`${present.toString()}${name} ${line}\n`);
  const answer = await atomicSave({ target, bytes, expected: sha256Of(present), contentId: 'rival', savedAt: new Date().toISOString() }, tools);
  if (answer.status === 'saved') line += 1;
  else if (answer.problem.code === 'project.changedOnDisk') conflicts += 1;
  else throw new Error(JSON.stringify(answer));
}
writeSync(1, JSON.stringify({ conflicts }));
