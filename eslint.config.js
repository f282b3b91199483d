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

/** Each of these powers lies in one file, where it is checked before it is used. */
const shellBans = [
  { selector: "MemberExpression[object.name='ipcMain']", message: 'Messages are received in electron/main/ipc/registry.ts only.' },
  { selector: "MemberExpression[object.name='shell'][property.name='openExternal']", message: 'Addresses are opened by the link:open handler only.' },
  { selector: "MemberExpression[property.name='executeJavaScript']", message: 'No script is ever sent into a page.' },
];

// A leading # opens a comment in these gitignore-like patterns and must be escaped.
/** One room: the project rooms it may import, and packages it must not. */
function room(folder, mayImport, options = {}) {
  const forbiddenRooms = rooms.filter((other) => other !== folder && !mayImport.includes(other) && !folder.startsWith(`${other}/`));
  const patterns = [
    ...(options.noFolders ?? []).map((other) => ({
      group: [`\\#${other}/**`, `**/${other.split('/').at(-1)}/**`],
      message: `${folder} may not import ${other} (ARCHITECTURE.md, import rules).`,
    })),
    ...forbiddenRooms.map((other) => ({
      group: [`\\#${other}/**`, `**/${other}/**`],
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

/** Options of the surface's folders: which neighbours inside `renderer` they must not know. */
function surface(noNeighbours = []) {
  return {
    typesFrom: ['app/storage', 'app/exchange', 'app/jobs'],
    noPackages: ['electron', 'node:*', 'sql.js', 'exceljs', 'docx'],
    noFolders: noNeighbours.map((name) => `renderer/${name}`),
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
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: { module: 'writable', process: 'readonly', console: 'readonly', URL: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', AbortSignal: 'readonly', fetch: 'readonly' } } },
  { files: ['electron/cli/**/*.ts', 'tools/**/*', 'test/**/*'], rules: { 'no-console': 'off' } },
  { files: ['renderer/**/*.tsx'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/platform/**', '**/*.test.{ts,tsx}'],
    rules: { 'no-restricted-properties': ['error', { object: 'window', property: 'quartierwerk', message: 'Only renderer/platform talks to the main process.' }] },
  },
  room('app/domain', [], { noPackages: [...inCore, 'exceljs', 'docx', 'sql.js'], syntax: domainBans }),
  room('app/project', ['app/domain'], { noPackages: [...inCore, 'exceljs', 'docx', 'sql.js'], syntax: domainBans }),
  room('app/storage', ['app/domain', 'app/project'], { noPackages: [...inCore, 'exceljs', 'docx'], syntax: domainBans }),
  room('app/exchange', ['app/domain', 'app/project'], { noPackages: [...inCore, 'sql.js'], syntax: domainBans }),
  room('app/jobs', ['app/domain', 'app/project', 'app/storage', 'app/exchange'], { noPackages: inCore, syntax: domainBans }),
  room('electron', ['app/domain', 'app/project', 'app/storage', 'app/exchange', 'app/jobs'], { syntax: shellBans }),
  { files: ['electron/main/ipc/registry.ts', 'electron/main/ipc/shell-handlers.ts'], rules: { 'no-restricted-syntax': 'off' } },
  // The surface computes nothing: storage, exports and jobs run behind `workers/`; elsewhere only their types are known.
  room('renderer', ['app/domain', 'app/project'], surface()),
  room('renderer/workers', ['app/domain', 'app/project', 'app/storage', 'app/exchange', 'app/jobs', 'renderer'], surface()),
  // platform ← state ← commands ← views and dialogs; map and components get props and know no store.
  room('renderer/platform', ['app/domain', 'app/project', 'renderer'], surface(['state', 'commands', 'views', 'dialogs', 'components', 'map'])),
  room('renderer/state', ['app/domain', 'app/project', 'renderer'], surface(['commands', 'views', 'dialogs', 'components', 'map'])),
  room('renderer/commands', ['app/domain', 'app/project', 'renderer'], surface(['views', 'dialogs', 'components'])),
  room('renderer/map', ['app/domain', 'app/project', 'renderer'], surface(['platform', 'state', 'commands', 'views', 'dialogs'])),
  room('renderer/components', ['app/domain', 'app/project', 'renderer'], surface(['platform', 'state', 'commands', 'views', 'dialogs', 'map'])),
);
