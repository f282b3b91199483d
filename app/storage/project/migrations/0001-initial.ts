import type { Migration } from './migration.ts';

/** Format 1. Lists keep their order by `position`; nested values are JSON texts. */
export const initial: Migration = {
  name: '0001-initial',
  run: (database) => {
    for (const statement of STATEMENTS) database.run(statement);
  },
};

const STATEMENTS = [
  `CREATE TABLE project (
  id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, bundle_id TEXT NOT NULL, city_name TEXT NOT NULL, edition TEXT NOT NULL, content_hash TEXT NOT NULL,
  active_profile TEXT NOT NULL REFERENCES profile (id)
)`,
  `CREATE TABLE profile (
  position INTEGER NOT NULL, id TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, indicators TEXT NOT NULL,
  reference TEXT NOT NULL, deviation TEXT NOT NULL, restandardise INTEGER NOT NULL, status_cuts TEXT NOT NULL, trend TEXT NOT NULL,
  minimum_population REAL NOT NULL, population_indicator TEXT NOT NULL, exclusions TEXT NOT NULL
)`,
  `CREATE TABLE coverage_run (
  position INTEGER NOT NULL, id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, request TEXT NOT NULL
)`,
  `CREATE TABLE recommendation (
  position INTEGER NOT NULL, id TEXT NOT NULL PRIMARY KEY, number TEXT NOT NULL, title TEXT NOT NULL, kind TEXT, social_area TEXT, quarters TEXT NOT NULL, field TEXT,
  target_groups TEXT NOT NULL, initial_situation TEXT NOT NULL, evidence TEXT NOT NULL, evidence_verdict TEXT, evidence_reason TEXT NOT NULL,
  practice_knowledge TEXT NOT NULL, existing_offers TEXT NOT NULL, offer_finding TEXT, coverage_run TEXT REFERENCES coverage_run (id), goal TEXT NOT NULL,
  steps TEXT NOT NULL, lead_department TEXT NOT NULL, involved_departments TEXT NOT NULL, partners TEXT NOT NULL, priority TEXT, priority_reason TEXT NOT NULL,
  horizon TEXT, target_date TEXT, costs TEXT NOT NULL, funding TEXT NOT NULL, success_indicators TEXT NOT NULL, "references" TEXT NOT NULL, risks TEXT NOT NULL,
  state TEXT NOT NULL, version INTEGER NOT NULL, evidence_edition TEXT NOT NULL, next_check TEXT
)`,
  `CREATE TABLE measure (
  position INTEGER NOT NULL, id TEXT NOT NULL PRIMARY KEY, number TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL, field TEXT, target_groups TEXT NOT NULL,
  age_range TEXT NOT NULL, reach TEXT NOT NULL, category TEXT, sites TEXT NOT NULL, social_area TEXT, provider TEXT NOT NULL, department TEXT NOT NULL,
  partners TEXT NOT NULL, goal TEXT NOT NULL, services TEXT NOT NULL, access TEXT NOT NULL, capacity REAL, started_on TEXT, fixed_term TEXT NOT NULL,
  fixed_term_end TEXT, programme TEXT NOT NULL, implementation TEXT, as_of TEXT, contact TEXT NOT NULL, source TEXT NOT NULL, state TEXT NOT NULL,
  version INTEGER NOT NULL, recommendation TEXT REFERENCES recommendation (id)
)`,
  `CREATE TABLE paper (
  position INTEGER NOT NULL, id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, social_area TEXT NOT NULL, level TEXT NOT NULL, date TEXT NOT NULL,
  publisher TEXT NOT NULL, summary TEXT NOT NULL, introduction TEXT NOT NULL, findings TEXT NOT NULL, coverage_runs TEXT NOT NULL, state TEXT NOT NULL
)`,
  `CREATE TABLE table_hash (
  table_name TEXT NOT NULL PRIMARY KEY, row_count INTEGER NOT NULL, sha256 TEXT NOT NULL
)`,
];
