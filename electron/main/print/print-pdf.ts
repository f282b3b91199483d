import { BrowserWindow, session, type Session } from 'electron';
import type { PrintRequest } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import { failure, success, type Result } from '#shared/result.ts';
import { PRINT_POLICY } from '../security/content-policy.ts';
import { lockSession } from '../security/session-lock.ts';
import { LOCKED_PREFERENCES } from '../security/web-preferences.ts';
import { withPageNumbers } from './page-numbers.ts';
import { runningLines } from './running-lines.ts';

/**
 * Prints self-contained HTML to PDF with tags and bookmarks, a second time where the first print tells the pages of its contents; paper size and margins come from its CSS, the running lines
 * from templates because page margin boxes are missing in the oldest runtime. The page is shown in a hidden window without
 * preload and with scripts off, in a session of its own that answers with this one page only.
 */
export async function printPdf(request: PrintRequest): Promise<Result<Uint8Array, Problem>> {
  const page = nextPage();
  const window = new BrowserWindow({ show: false, webPreferences: { ...LOCKED_PREFERENCES, javascript: false, session: page.session } });
  try {
    const print = async (html: string): Promise<Uint8Array> => {
      page.answer(html);
      await window.loadURL(ADDRESS);
      return new Uint8Array(await window.webContents.printToPDF({ generateTaggedPDF: true, generateDocumentOutline: true, preferCSSPageSize: true, printBackground: true, ...runningLines(request.running) }));
    };
    const first = await print(request.html);
    const numbered = withPageNumbers(request.html, first);
    return success(numbered === request.html ? first : await print(numbered));
  } catch (problem) {
    return failure({ code: 'export.failed', details: { file: request.title }, technical: problem instanceof Error ? problem.message : String(problem) });
  } finally {
    window.destroy();
    page.answer(undefined);
  }
}

const ADDRESS = 'app://print/';
let prints = 0;

function nextPage(): { readonly session: Session; readonly answer: (html: string | undefined) => void } {
  const own = session.fromPartition(`print-${++prints}`, { cache: false });
  let current: string | undefined;
  lockSession(own);
  own.protocol.handle('app', (incoming) =>
    incoming.url === ADDRESS && current !== undefined
      ? new Response(current, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PRINT_POLICY, 'X-Content-Type-Options': 'nosniff' } })
      : new Response('', { status: 403 }),
  );
  return { session: own, answer: (html) => void (current = html) };
}
