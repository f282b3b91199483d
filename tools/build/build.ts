import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build as bundle, type BuildOptions } from 'esbuild';
import { build as buildSurface } from 'vite';
import { renderIcon } from './icon.ts';

/**
 * Builds the program into `dist/`: surface, main process with command line, preload, and the files they load at run time. It grows beside and takes the
 * old one's place at the end, so a build that fails leaves a program that runs.
 */
export async function build(): Promise<void> {
  const next = join('out', `build-${process.pid}`);
  const started = new Date();
  try {
    await buildSurface({ configFile: 'vite.renderer.config.ts', logLevel: 'warn', build: { outDir: resolve(next, 'renderer') } });
    await buildShell(next);
    // Its time says up to which change of the sources this build is.
    writeFileSync(join(next, 'built'), '');
    utimesSync(join(next, 'built'), started, started);
    rmSync('dist', { recursive: true, force: true });
    renameSync(next, 'dist');
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** Everything but the surface itself. */
async function buildShell(target: string): Promise<void> {
  await bundle({
    ...forElectron,
    entryPoints: { index: 'electron/main/index.ts' },
    outdir: join(target, 'main'),
    format: 'esm',
    splitting: true,
    define: { PINNED_ELECTRON: JSON.stringify(pinnedElectron()) },
    // Packages of the older module kind ask for `require` and for their own folder.
    banner: {
      js: [
        "import { createRequire as __createRequire } from 'node:module';",
        "import { fileURLToPath as __toPath } from 'node:url';",
        'const require = __createRequire(import.meta.url);',
        'const __filename = __toPath(import.meta.url);',
        "const __dirname = __toPath(new URL('.', import.meta.url));",
      ].join('\n'),
    },
  });
  await bundle({ ...forElectron, entryPoints: ['electron/preload/index.ts'], outfile: join(target, 'preload', 'index.cjs'), format: 'cjs' });
  copyRunTimeFiles(target);
  await renderIcon('resources/icons/quartierwerk.svg', join(target, 'renderer', 'icon.png'), 512);
}

const forElectron = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  external: ['electron'],
  minify: false,
  sourcemap: false,
  logLevel: 'warning',
  legalComments: 'linked',
} as const satisfies BuildOptions;

/** WebAssembly and fonts that workers fetch from `app://bundle/`, and the command line reads from the same folder. */
const runTimeFiles: readonly (readonly [string, string])[] = [
  ['sql.js/dist/sql-wasm.wasm', 'wasm/sql-wasm.wasm'],
  ['@resvg/resvg-wasm/index_bg.wasm', 'wasm/resvg.wasm'],
  ['@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf', 'fonts/Inter_400Regular.ttf'],
  ['@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf', 'fonts/Inter_600SemiBold.ttf'],
  ['@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf', 'fonts/Inter_700Bold.ttf'],
];

function copyRunTimeFiles(target: string): void {
  mkdirSync(join(target, 'renderer', 'wasm'), { recursive: true });
  mkdirSync(join(target, 'renderer', 'fonts'), { recursive: true });
  // The command line inside the program looks beside its own code.
  copyFileSync('node_modules/sql.js/dist/sql-wasm.wasm', join(target, 'main', 'sql-wasm.wasm'));
  for (const [from, to] of runTimeFiles) copyFileSync(join('node_modules', from), join(target, 'renderer', to));
}

function pinnedElectron(): string {
  return (JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: { electron: string } }).devDependencies.electron;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await build();
