import type { PrintRequest } from '#shared/ipc/contract.ts';
import type { Language } from '#shared/localized.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import type { MessageKey, Translate } from '#shared/i18n/translator.ts';

/** What the command line may touch of the world; tests and the packed app bring their own. */
export type CommandLineIo = {
  /** The answer. */
  readonly out: (text: string) => void;
  /** Progress and complaints; never mixed with the answer. */
  readonly error: (text: string) => void;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Names of the files in a folder. Only verbs that read shapefiles need it. */
  readonly readFolder?: (path: string) => Promise<readonly string[]>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Makes a folder and those above it, unless they are there. Only verbs that write several files need it. */
  readonly makeFolder?: (path: string) => Promise<void>;
  /** Path of the city that comes with the program: projects made on it need no `--bundle`. */
  readonly demoCity?: string;
  /** Prints self-contained HTML to PDF. Only where the program itself runs (`npm run qw` starts it for `--format pdf`, the packed app always has it). */
  readonly printPdf?: (request: PrintRequest) => Promise<Result<Uint8Array, Problem>>;
};

/** One verb: `qw bundle info FILE`. A file of its own in `verbs/`, entered in `verbs/all-verbs.ts`. */
export type Verb = {
  /** Words after `qw`, for example `bundle info`. */
  readonly name: string;
  readonly summary: MessageKey;
  /** Names of the arguments without dashes, in their order; all are needed. */
  readonly positionals: readonly string[];
  /** Names of arguments that may follow them. */
  readonly optionalPositionals?: readonly string[];
  /** Whether the last argument may be given any number of times. */
  readonly anyNumber?: boolean;
  readonly options: Readonly<Record<string, VerbOption>>;
  readonly run: (input: VerbInput, tools: VerbTools) => Promise<VerbOutcome>;
};

export type VerbOption = {
  readonly type: 'string' | 'boolean';
  /** Short letter, as in `-o`. */
  readonly short?: string;
  readonly summary: MessageKey;
  /** Whether the verb refuses to run without it. */
  readonly required?: boolean;
  /** May be given several times; the value is then read with `textsOf`. */
  readonly multiple?: boolean;
};

export type VerbInput = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
};

export type VerbTools = {
  readonly io: CommandLineIo;
  readonly translate: Translate;
  readonly language: Language;
  /** Reads a named file or ends the call with exit code 2. */
  readonly read: (path: string) => Promise<Uint8Array>;
};

/** `text` for people, `json` for `--json`; exit 0 fine, 1 the data say no, 2 asked for something that is not there. */
export type VerbOutcome = { readonly exit: 0 | 1 | 2; readonly text: string; readonly json: unknown };

/** Thrown for a call that cannot be carried out as written; ends with exit code 2. */
export class UsageError extends Error {}

/** An option's text, undefined when not given. */
export function textOf(input: VerbInput, option: string): string | undefined {
  const value = input.options[option];
  return typeof value === 'string' ? value : undefined;
}

/** All texts of an option that may be given several times. */
export function textsOf(input: VerbInput, option: string): readonly string[] {
  const value = input.options[option];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : typeof value === 'string' ? [value] : [];
}
