import type { Verb } from '../verb.ts';
import { bundleBuild } from './bundle-build.ts';
import { bundleCheck } from './bundle-check.ts';
import { bundleDiff } from './bundle-diff.ts';
import { bundleExport } from './bundle-export.ts';
import { bundleInfo } from './bundle-info.ts';
import { bundleNext } from './bundle-next.ts';
import { projectCheck } from './project-check.ts';
import { projectInfo } from './project-info.ts';
import { coverage } from './coverage.ts';
import { importInspect } from './import-inspect.ts';
import { index } from './social-index.ts';
import { institutions } from './institutions.ts';
import { map } from './map.ts';
import { paper } from './paper.ts';
import { recommendations } from './recommendations.ts';

/** Every verb of the command line, in the order of the help. */
export const ALL_VERBS: readonly Verb[] = [bundleInfo, bundleCheck, bundleBuild, importInspect, bundleDiff, bundleExport, bundleNext, projectInfo, projectCheck, index, coverage, paper, recommendations, institutions, map];
