import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The surface as files for `app://bundle/`. Nothing is inlined: the content policy allows neither inline scripts nor `data:` fonts. */
export default defineConfig({
  root: 'renderer',
  base: './',
  publicDir: false,
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 8_000,
    reportCompressedSize: false,
  },
});
