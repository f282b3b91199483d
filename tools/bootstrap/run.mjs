import { spawn } from 'node:child_process';
import { checkout, toolEnvironment } from './places.mjs';

/** A failure with a sentence for the person at the terminal; printed without a stack. */
export class SetUpFailure extends Error {}

/**
 * Runs a command and waits. Answers its exit code and what it wrote (kept when `quiet`, shown otherwise). Nothing is read from
 * the terminal, so an unattended run never waits for an answer.
 */
export function run(command, commandArguments, options = {}) {
  return new Promise((finish) => {
    const child = spawn(command, commandArguments, {
      cwd: options.cwd ?? checkout,
      env: options.env ?? toolEnvironment(),
      stdio: ['ignore', options.quiet ? 'pipe' : (options.stdout ?? 'inherit'), options.quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32' && command === 'npm',
    });
    let written = '';
    child.stdout?.on('data', (part) => (written += part));
    child.stderr?.on('data', (part) => (written += part));
    const limit = options.milliseconds ? setTimeout(() => child.kill('SIGKILL'), options.milliseconds) : undefined;
    child.on('error', (error) => finish({ code: 127, written: String(error) }));
    child.on('close', (code) => {
      clearTimeout(limit);
      finish({ code: code ?? 1, written });
    });
  });
}

/** A line for a long step, with a sign of life every 15 seconds. */
export async function step(title, work) {
  const started = Date.now();
  say(`${title} …`);
  const alive = setInterval(() => say(`  … ${seconds(started)} s`), 15_000);
  try {
    return await work();
  } finally {
    clearInterval(alive);
    say(`  done in ${seconds(started)} s`);
  }
}

/** Progress goes to the error stream: the output stream belongs to what was asked for. */
export function say(line) {
  if (!muted) process.stderr.write(`${line}\n`);
}

let muted = false;
export function mute() {
  muted = true;
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);
