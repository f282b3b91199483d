import { z } from 'zod';
import type { Channel, RequestOf } from '#shared/ipc/contract.ts';
import { LARGEST_FILE } from '../granted-file.ts';
import { settingsSchema } from '../settings/settings.ts';

const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= LARGEST_FILE);
/** A name for a file, not a path to it. */
const fileName = z
  .string()
  .min(1)
  .max(200)
  // eslint-disable-next-line no-control-regex -- control characters are what is refused
  .regex(/^[^\u0000-\u001f\u007f/\\:*?"<>|]+$/)
  .refine((name) => !name.startsWith('.') && !name.endsWith('.') && name.trim() === name);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const grant = z.uuid();

const project = z.strictObject({ grant, contentId: z.string().max(200) });
const runningText = z.string().max(500);

/** What each channel accepts, as the list of its arguments; everything else is refused before a handler sees it. */
export const REQUEST_SCHEMAS = {
  'bundle:initial': z.tuple([]),
  'bundle:chooseFile': z.tuple([]),
  'bundle:openDemo': z.tuple([]),
  'bundle:openWritten': z.tuple([grant]),
  'project:initial': z.tuple([]),
  'project:chooseFile': z.tuple([]),
  'project:save': z.tuple([
    z.strictObject({ grant: grant.optional(), saveAs: z.boolean(), suggestedName: fileName, bytes, expectedSha256: sha256.optional(), journalId: id, journalSequence: z.int().min(-1).optional(), contentId: z.string().max(200).optional() }),
  ]),
  'project:generations': z.tuple([project]),
  'project:openGeneration': z.tuple([project, z.string().regex(/^\d{8}T\d{9}Z-[0-9a-f]{16}$/)]),
  'journal:append': z.tuple([z.strictObject({ journalId: id, sequence: z.int().min(0), change: z.string().max(16 * 1024 * 1024), projectName: z.string().max(500).optional() })]),
  'journal:pending': z.tuple([]),
  'journal:read': z.tuple([id]),
  'journal:discard': z.tuple([id]),
  'recent:list': z.tuple([]),
  'recent:open': z.tuple([z.string().regex(/^[0-9a-f]{24}$/)]),
  'export:save': z.tuple([z.strictObject({ kind: z.enum(['docx', 'pdf', 'xlsx', 'png', 'csv', 'json', 'gpkg', 'zip']), suggestedName: fileName, bytes })]),
  'import:chooseFiles': z.tuple([]),
  'import:chooseRecipe': z.tuple([]),
  'import:readBeside': z.tuple([z.strictObject({ recipe: grant, paths: z.array(z.string().max(1_000)).max(2_000) })]),
  'import:chooseRecipeTarget': z.tuple([z.strictObject({ suggestedName: fileName, grants: z.array(grant).max(2_000) })]),
  'import:saveRecipe': z.tuple([z.strictObject({ grant, bytes })]),
  'import:keepDraft': z.tuple([z.strictObject({ draft: z.string().min(1).max(16 * 1024 * 1024), grants: z.array(grant).max(2_000) })]),
  'import:draft': z.tuple([]),
  'import:discardDraft': z.tuple([]),
  'print:pdf': z.tuple([
    z.strictObject({
      html: z.string().max(128 * 1024 * 1024),
      title: z.string().max(500),
      running: z.strictObject({ topLeft: runningText, topRight: runningText, bottomLeft: runningText, page: runningText, of: runningText }),
    }),
  ]),
  'settings:read': z.tuple([]),
  'settings:write': z.tuple([settingsSchema]),
  'app:info': z.tuple([]),
  'window:document': z.tuple([z.strictObject({ title: z.string().max(500), unsaved: z.boolean() })]),
  'link:open': z.tuple([z.string().max(2_000)]),
} as const satisfies { readonly [C in Channel]: z.ZodType<RequestOf<C>> };
