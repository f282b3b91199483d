// Programs some tests compare with (GDAL, LibreOffice, poppler); installed by CI where it may.
import { tryOptionalPeers } from './system-libraries.mjs';

await tryOptionalPeers();
