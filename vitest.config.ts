import { defineConfig } from 'vitest/config';

// Everything that runs under plain Node. The real Electron is driven by `test/e2e` with its own configuration.
export default defineConfig({
  test: {
    include: ['{shared,app,electron,renderer,tools}/**/*.test.{ts,tsx}', 'test/{integration,property,golden,architecture}/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
