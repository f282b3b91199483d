import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { SECURITY_HEADERS } from './content-policy.ts';
import { contentType, servedFile } from './served-file.ts';

/** Before the app is ready: `app:` is a standard, secure scheme with an origin, so that modules, workers and `fetch` work as on the web. */
export function announceAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Answers `app://bundle/…` from one folder and refuses everything else; every other scheme is refused by `lockSession`. */
export function serveSurface(session: Session, folder: string): void {
  session.protocol.handle('app', async (request) => {
    const file = request.method === 'GET' ? servedFile(request.url) : undefined;
    const type = file === undefined ? undefined : contentType(file);
    if (file === undefined || type === undefined) return refusal(403);
    const bytes = await readInside(folder, file);
    return bytes === undefined ? refusal(404) : new Response(new Uint8Array(bytes), { headers: { ...SECURITY_HEADERS, 'Content-Type': type } });
  });
}

const refusal = (status: number) => new Response('', { status, headers: { ...SECURITY_HEADERS, 'Content-Type': 'text/plain; charset=utf-8' } });

/** Follows links before it reads, so that a link put into the folder opens nothing outside. */
async function readInside(folder: string, file: string): Promise<Buffer | undefined> {
  try {
    const real = await realpath(join(folder, ...file.split('/')));
    const inside = relative(await realpath(folder), real);
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return undefined;
    return await readFile(real);
  } catch {
    return undefined;
  }
}
