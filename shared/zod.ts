import { z } from 'zod';

// zod compiles its checks with `new Function` where it may; the window's content policy forbids that and would report it
z.config({ jitless: true });

/** zod as every check of a file uses it. */
export { z };
