/** Milliseconds after which a job on a whole city's files is given up; the planner can cancel at any time. */
export const LONG_JOB = 20 * 60_000;
