import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { walkMainJob } from '#tools/demo-walk/main-job.ts';
import { launch } from './launch.ts';

const DEMO = 'resources/demo/halmstedt.gpkg';

describe.each(['development', 'packed'] as const)('%s', (variant) => {
  test('a planner gets from the city to the paper, and the window never complains', async () => {
    const running = await launch({ variant });
    try {
      const made = await walkMainJob(running, `out/screenshots/demo-walk-${variant}`, DEMO);
      const beginnings = (ending: string) => made.filter(({ path }) => path.endsWith(ending)).map(({ path }) => readFileSync(path).subarray(0, 4).toString('latin1'));
      expect(beginnings('.docx')).toEqual(['PK\u0003\u0004']);
      expect(beginnings('.xlsx')).toEqual(['PK\u0003\u0004', 'PK\u0003\u0004']);
      expect(beginnings('.pdf')).toEqual(['%PDF']);
      expect(beginnings('.qwplan')).toEqual(['SQLi']);
      expect(new Set(beginnings('.png'))).toEqual(new Set(['\u0089PNG']));
      expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    } finally {
      await running.close();
    }
  });
});
