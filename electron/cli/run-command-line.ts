import { parseArgs } from 'node:util';
import type { Language } from '#shared/localized.ts';
import type { Translate } from '#shared/i18n/translator.ts';
import { translator } from '#shared/i18n/translator.ts';
import type { CommandLineIo, Verb, VerbInput } from './verb.ts';
import { UsageError } from './verb.ts';
import { ALL_VERBS } from './verbs/all-verbs.ts';

/**
 * Runs one call of the command line (`argv` without program and script) and answers with the exit code: 0 fine, 1 the data say no,
 * 2 wrong usage. The answer goes to `out`, everything else to `error`.
 */
export async function runCommandLine(argv: readonly string[], io: CommandLineIo, verbs: readonly Verb[] = ALL_VERBS): Promise<number> {
  const language = languageIn(argv);
  const translate = translator(language);
  const verb = verbs.find((candidate) => startsWith(argv, candidate.name.split(' ')));
  if (verb === undefined) return withoutVerb(argv, verbs, io, translate);
  if (argv.includes('--help') || argv.includes('-h')) {
    io.out(helpOf(verb, translate));
    return 0;
  }
  try {
    const input = inputOf(verb, argv.slice(verb.name.split(' ').length), translate);
    const read = (path: string) => readOrRefuse(path, io, translate);
    const outcome = await verb.run(input, { io, translate, language, read });
    io.out(input.options['json'] === true ? JSON.stringify(outcome.json, undefined, 2) : outcome.text);
    return outcome.exit;
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    io.error(cause.message);
    return 2;
  }
}

function withoutVerb(argv: readonly string[], verbs: readonly Verb[], io: CommandLineIo, translate: Translate): number {
  const wantsHelp = argv.length === 0 || argv.includes('--help') || argv.includes('-h');
  const width = Math.max(...verbs.map((verb) => headOf(verb).length)) + 2;
  const help = [
    translate('commandLine.usage'),
    '',
    translate('commandLine.verbs'),
    ...verbs.map((verb) => `  ${headOf(verb).padEnd(width)}${translate(verb.summary)}`),
    '',
    translate('commandLine.exitCodes'),
  ].join('\n');
  if (wantsHelp) {
    io.out(help);
    return argv.length === 0 ? 2 : 0;
  }
  io.error(`${translate('commandLine.unknownVerb', { verb: argv.filter((word) => !word.startsWith('-')).slice(0, 2).join(' ') })}\n\n${help}`);
  return 2;
}

function helpOf(verb: Verb, translate: Translate): string {
  const options = [
    ...Object.entries(verb.options).map(([name, option]) => [
      `--${name}${option.type === 'string' ? ` ${name.toUpperCase()}` : ''}${option.short === undefined ? '' : `, -${option.short}`}`,
      translate(option.summary),
    ] as const),
    ['--json', translate('commandLine.option.json')] as const,
    ['--language', translate('commandLine.option.language')] as const,
    ['--help', translate('commandLine.option.help')] as const,
  ];
  const width = Math.max(...options.map(([name]) => name.length)) + 2;
  return [
    `qw ${headOf(verb)}: ${translate(verb.summary)}`,
    '',
    translate('commandLine.options'),
    ...options.map(([name, summary]) => `  ${name.padEnd(width)}${summary}`),
    '',
    translate('commandLine.exitCodes'),
  ].join('\n');
}

const headOf = (verb: Verb): string => [verb.name, ...verb.positionals, ...(verb.optionalPositionals ?? []).map((name) => `[${name}]`)].join(' ') + (verb.anyNumber === true ? ' …' : '');

const startsWith = (argv: readonly string[], words: readonly string[]): boolean => words.every((word, index) => argv[index] === word);

function inputOf(verb: Verb, args: readonly string[], translate: Translate): VerbInput {
  const options = Object.fromEntries(
    Object.entries(verb.options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  );
  const parsed = parsedOrRefused(args, options, translate);
  const missing = verb.positionals[parsed.positionals.length];
  if (missing !== undefined) throw new UsageError(translate('commandLine.missingArgument', { name: missing }));
  const most = verb.anyNumber === true ? Infinity : verb.positionals.length + (verb.optionalPositionals?.length ?? 0);
  if (parsed.positionals.length > most) {
    throw new UsageError(translate('commandLine.wrongArguments', { reason: parsed.positionals.slice(most).join(' ') }));
  }
  const absent = Object.entries(verb.options).find(([name, option]) => option.required === true && parsed.options[name] === undefined);
  if (absent !== undefined) throw new UsageError(translate('commandLine.missingArgument', { name: `--${absent[0]}` }));
  return parsed;
}

function parsedOrRefused(args: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>, translate: Translate): VerbInput {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, json: { type: 'boolean' }, language: { type: 'string' } },
      allowPositionals: true,
    });
    return { positionals, options: values };
  } catch (cause) {
    throw new UsageError(translate('commandLine.wrongArguments', { reason: cause instanceof Error ? cause.message : String(cause) }));
  }
}

async function readOrRefuse(path: string, io: CommandLineIo, translate: Translate): Promise<Uint8Array> {
  try {
    return await io.readFile(path);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new UsageError(translate('commandLine.unreadable', { file: path, reason }));
  }
}

const languageIn = (argv: readonly string[]): Language => {
  const at = argv.indexOf('--language');
  return argv[at + 1] === 'en' && at >= 0 ? 'en' : 'de';
};
