import { app } from 'electron';
import { nodeIo, runCommandLine } from '#electron/cli/index.ts';
import { demoBundle } from './places.ts';
import { printPdf } from './print/print-pdf.ts';

/** Runs one verb of the command line inside the program; printing is possible here and waits until the browser part is ready. */
export function runVerb(words: readonly string[]): Promise<number> {
  return runCommandLine(words, {
    ...nodeIo,
    demoCity: demoBundle(),
    printPdf: async (request) => {
      await app.whenReady();
      return printPdf(request);
    },
  });
}
