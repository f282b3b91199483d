import { join } from 'node:path';
import { app } from 'electron';

/** Built files of the surface, served as `app://bundle/`. */
export const surfaceFolder = () => join(app.getAppPath(), 'dist', 'renderer');

export const preloadFile = () => join(app.getAppPath(), 'dist', 'preload', 'index.cjs');

/** The demo city; a packed program carries it as a plain file beside its archive. */
export const demoBundle = () => join(app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'), 'demo', 'halmstedt.gpkg');

export const windowIcon = () => join(app.getAppPath(), 'dist', 'renderer', 'icon.png');
