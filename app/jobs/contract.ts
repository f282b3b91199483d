import type { PrintRequest } from '#shared/ipc/contract.ts';
import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import type { Language } from '#shared/localized.ts';
import type { AreaId, CoverageRunId, IndicatorId, InstitutionId, IsoDate, LevelId, PaperId, TargetGroupId, CategoryId } from '#shared/ids.ts';
import type { City } from '#app/domain/city/city.ts';
import type { Audience } from '#app/domain/confidentiality/thresholds.ts';
import type { CoverageRequest } from '#app/domain/coverage/coverage.ts';
import type { ReleasedCoverage } from '#app/domain/coverage/release-coverage.ts';
import type { IndexProfile } from '#app/domain/social-index/index-profile.ts';
import type { ReleasedIndex } from '#app/domain/social-index/released-index.ts';
import type { Project } from '#app/project/project.ts';
import type { RegisterJobs } from './register-contract.ts';
import type { OpenBundle } from '#app/storage/bundle/open-bundle.ts';
import type { OpenProject } from '#app/storage/project/open-project.ts';
import type { EditionJobs } from './edition-contract.ts';
import type { ImportJobs } from './import-contract.ts';

/**
 * Everything that reads foreign bytes or computes for long, as name → input and answer. In the window each runs in a web
 * worker of its own that can be killed (cancel, deadline); the command line calls the same functions directly.
 */
export type Jobs = {
  'bundle.open': { input: { bytes: Uint8Array; fileName: string }; answer: OpenBundle };
  'project.open': { input: { bytes: Uint8Array; fileName?: string }; answer: OpenProject };
  /** Serialises and verifies by opening the bytes again and comparing: bytes that could not be read again never replace a file. */
  'project.serialise': { input: { project: Project }; answer: Result<Uint8Array, Problem> };
  /** Past the confidentiality gate already, for the audience inside unless told otherwise. */
  'index.compute': { input: { city: City; profile: IndexProfile; level: LevelId; date: IsoDate; audience?: Audience }; answer: Result<ReleasedIndex, Problem> };
  'coverage.compute': {
    input: { city: City; request: CoverageRequest; index: ReleasedIndex | undefined; audience: Audience };
    /** Past the confidentiality gate already: no raw number of people leaves the job. */
    answer: Result<ReleasedCoverage, Problem>;
  };
  'paper.export': {
    input: PaperInput & { format: 'docx' | 'html' };
    answer: Result<Uint8Array, Problem>;
  };
  /** The paper as a page for `print:pdf`. */
  'paper.printable': { input: PaperInput; answer: Result<PrintRequest, Problem> };
  'recommendations.export': { input: { city: City; project: Project; language: Language; createdAt?: string }; answer: Result<Uint8Array, Problem> };
  'institutions.export': {
    input: { city: City; filter: InstitutionFilter; language: Language; createdAt?: string };
    answer: Result<Uint8Array, Problem>;
  };
  'map.export': { input: MapSheetInput; answer: Result<Uint8Array, Problem> };
};

/** Every job, those of the import workbench among them. */
export type AllJobs = Jobs & EditionJobs & RegisterJobs & ImportJobs;
export type JobName = keyof AllJobs;
export type InputOf<Name extends JobName> = AllJobs[Name]['input'];
export type AnswerOf<Name extends JobName> = AllJobs[Name]['answer'];

/** Given to every job: where it reports amounts. Cancelling kills the worker; a job need not look. */
export type JobContext = { readonly progress: (report: Progress) => void };
export type Progress = { readonly done: number; readonly total: number; readonly step: string };

export type JobRegistry = { readonly [Name in keyof (Jobs & EditionJobs & RegisterJobs)]: (input: InputOf<Name>, context: JobContext) => Promise<AnswerOf<Name>> } & {
  readonly [Name in keyof ImportJobs]?: (input: InputOf<Name>, context: JobContext) => Promise<AnswerOf<Name>>;
};

export type PaperInput = {
  readonly city: City;
  readonly project: Project;
  readonly paper: PaperId;
  /** Computed again for the public: what was let out for the office inside may hold more. */
  readonly index: ReleasedIndex;
  readonly coverages: readonly { readonly run: CoverageRunId; readonly result: ReleasedCoverage }[];
  readonly language: Language;
  /** Time of creation for the imprint, ISO; passed in so that two runs give the same bytes. */
  readonly createdAt: string;
};

export type InstitutionFilter = {
  readonly area: AreaId | undefined;
  readonly categories: readonly CategoryId[];
  readonly targetGroups: readonly TargetGroupId[];
  readonly publicOnly: boolean;
  /** Exactly these, whatever else is asked for; `words` then say what they are. */
  readonly institutions?: readonly InstitutionId[] | undefined;
  readonly words?: string | undefined;
};

export type MapSheetInput = {
  readonly city: City;
  readonly index: ReleasedIndex | undefined;
  readonly coverage: ReleasedCoverage | undefined;
  /** One indicator colours the areas in place of index and coverage. */
  readonly indicator?: { readonly id: IndicatorId; readonly date: IsoDate } | undefined;
  /** Area the sheet zooms to; undefined shows the whole city. */
  readonly focus: AreaId | undefined;
  readonly level: LevelId;
  readonly categories: readonly CategoryId[];
  readonly title: string;
  readonly subtitle: string;
  readonly language: Language;
  readonly createdAt: string;
  /** Width of the picture in pixels. */
  readonly width: number;
};
