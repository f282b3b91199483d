/** A Bereich of the administration or a partner that can lead or take part. */
export type Department = { readonly code: string; readonly name: string };

/**
 * Default list for "zuständiger Bereich", as the published strategy papers name them. It is data to start from: cities
 * number their departments differently, and sheets keep the code as text.
 */
export const DEPARTMENTS: readonly Department[] = [
  { code: '0-3', name: 'Bert-Brecht-Bildungszentrum' },
  { code: '0-4', name: 'Chancengleichheit' },
  { code: '2-2', name: 'Umwelt' },
  { code: '2-5', name: 'Sport' },
  { code: '2-6', name: 'Kommunales Integrationszentrum' },
  { code: '3-1', name: 'Kinder, Jugend und Familie' },
  { code: '3-2', name: 'Soziales' },
  { code: '3-2-10', name: 'Soziales – Finanzen, Controlling, Planung' },
  { code: '3-3', name: 'Schule' },
  { code: '3-4', name: 'Gesundheit' },
  { code: '4-5', name: 'Integrierte Stadtentwicklung und Statistik' },
  { code: 'Jobcenter', name: 'Jobcenter (gemeinsame Einrichtung)' },
  { code: 'KÜSB', name: 'Koordinierungsstelle Übergang Schule–Beruf' },
  { code: 'BJB', name: 'Beratungsstelle Jugend und Beruf' },
  { code: 'Smart City', name: 'Smart City' },
  { code: 'SSB', name: 'Stadtsportbund' },
];

/** How a department is written in a sheet: `3-4 Gesundheit`; a code that is its own name stands alone. */
export const departmentLabel = (code: string): string => {
  const known = DEPARTMENTS.find((department) => department.code === code);
  return known === undefined || known.name.startsWith(known.code) ? (known?.name ?? code) : `${known.code} ${known.name}`;
};
