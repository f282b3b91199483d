/**
 * Something that went wrong, named by code. The sentences (what happened, what is safe, what to do) are looked up in the
 * catalogue when shown, in the user's language: `problem.<code>.{what,safe,todo}`.
 */
export type Problem = {
  readonly code: ProblemCode;
  /** Values for the sentences: file names, table names, counts. Never data values. */
  readonly details?: Readonly<Record<string, string | number>>;
  /** For the help desk; never shown first. */
  readonly technical?: string;
};

export type ProblemCode =
  | 'bundle.notABundle'
  | 'bundle.tooNew'
  | 'bundle.damaged'
  | 'bundle.hostile'
  | 'bundle.tooBig'
  | 'bundle.empty'
  | 'project.notAProject'
  | 'project.tooNew'
  | 'project.damaged'
  | 'project.locked'
  /** A step in a project that is only looked at, because somebody else has it open or it may not be written. */
  | 'project.readOnly'
  | 'project.changedOnDisk'
  | 'project.otherCity'
  /** A change that does not fit the project it was made for; nothing was changed. */
  | 'project.inconsistentChange'
  /** The journal of unsaved edits could not be read from its beginning. */
  | 'journal.unreadable'
  /** The journal was recovered up to an entry that was not written to its end. */
  | 'journal.endDamaged'
  | 'journal.notWritten'
  | 'save.noSpace'
  | 'save.noPermission'
  | 'save.busy'
  | 'save.failed'
  | 'save.verificationFailed'
  | 'export.failed'
  | 'job.deadline'
  | 'job.crashed'
  /** Two bundles that are not editions of one city. */
  | 'edition.otherCity'
  /** A new edition needs a name of its own. */
  | 'edition.sameName'
  /** A fresh import in another coordinate system than the edition it shall join. */
  | 'edition.otherSystem'
  | 'index.noIndicators'
  | 'index.noAreas'
  | 'index.profileUnreadable'
  | 'coverage.noPopulation'
  | 'coverage.noSites'
  | 'coverage.unknownAgeGroup'
  /** No reader knows the file. */
  | 'import.unknownFormat'
  | 'import.empty'
  /** The file breaks its own format at a place that can be named. */
  | 'import.damaged'
  /** One of the limits of `BUDGET`. */
  | 'import.tooBig'
  | 'import.unsafeZip'
  | 'import.encrypted'
  /** A compression inside or around an OpenStreetMap file that is not read: bzip2, lzma, zstd. */
  | 'import.osmCompression'
  /** Something an OpenStreetMap file asks of its reader that is not supported: history, a document type definition. */
  | 'import.osmFeature'
  /** A part that belongs to the file is not there (`.dbf` of a shapefile). */
  | 'import.missingPart'
  /** A recipe that is not one; `fault` names the place in it. */
  | 'import.recipeUnreadable'
  | 'import.recipeTooNew'
  | 'import.fileMissing'
  /** The report holds errors, so no bundle was written. */
  | 'import.notBuilt'
  | 'file.unreadable'
  | 'unexpected';
