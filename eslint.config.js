import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * Who may import whom (style: "a newcomer knows each line's room"). `tsc -b` refuses a break between rooms already; these
 * rules say it in words, cover npm packages and globals, and hold inside `renderer`. A later flat-config block replaces the
 * options of the same rule, so each room states its whole list through `room()`.
 */
const rooms = ['app/domain', 'app/project', 'app/storage', 'app/exchange', 'app/jobs', 'electron', 'renderer', 'test', 'tools'];

const domainBans = [
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'The core is deterministic: pass a seeded generator in.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'The core has no clock: pass the time in.' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'The core has no clock: pass the time in.' },
];

/** One room: the project rooms it may import, and packages it must not. */
function room(folder, mayImport, options = {}) {
  const forbiddenRooms = rooms.filter((other) => other !== folder && !mayImport.includes(other) && !folder.startsWith(`${other}/`));
  const patterns = [
    ...forbiddenRooms.map((other) => ({
      group: [`#${other}/**`, `**/${other}/**`],
      message: `${folder} may not import ${other} (ARCHITECTURE.md, import rules).`,
      ...(options.typesFrom?.includes(other) ? { allowTypeImports: true } : {}),
    })),
    ...(options.noPackages ?? []).map((group) => ({ group: [group], message: `${folder} does not use ${group}.` })),
  ];
  return {
    files: [`${folder}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns }],
      ...(options.syntax ? { 'no-restricted-syntax': ['error', ...options.syntax] } : {}),
    },
  };
}

const inCore = ['electron', 'electron/**', 'react', 'react-dom', '@deck.gl/*', 'zustand', 'node:*', 'fs', 'path'];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'out', '.tsbuild', 'coverage', 'resources'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', fetch: 'readonly' } } },
  { files: ['electron/cli/**/*.ts', 'tools/**/*', 'test/**/*'], rules: { 'no-console': 'off' } },
  { files: ['renderer/**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  room('app/domain', [], { noPackages: [...inCore, 'exceljs', 'docx', 'sql.js'], syntax: domainBans }),
  room('app/project', ['app/domain'], { noPackages: [...inCore, 'exceljs', 'docx', 'sql.js'], syntax: domainBans }),
  room('app/storage', ['app/domain', 'app/project'], { noPackages: [...inCore, 'exceljs', 'docx'], syntax: domainBans }),
  room('app/exchange', ['app/domain', 'app/project'], { noPackages: [...inCore, 'sql.js'], syntax: domainBans }),
  room('app/jobs', ['app/domain', 'app/project', 'app/storage', 'app/exchange'], { noPackages: inCore, syntax: domainBans }),
  room('electron', ['app/domain', 'app/project', 'app/storage', 'app/exchange', 'app/jobs']),
  room('renderer', ['app/domain', 'app/project', 'app/jobs', 'app/storage', 'app/exchange'], { noPackages: ['electron', 'node:*', 'sql.js', 'exceljs', 'docx'] }),
);
