import type { Source, TargetGroup, Topic } from '#app/domain/city/city.ts';
import { asDate, asId } from '#shared/ids.ts';

const licence = 'CC0-1.0';

export const topics: readonly Topic[] = [
  { id: asId('population'), name: 'Bevölkerung', order: 1 },
  { id: asId('support'), name: 'Förderung', order: 2 },
  { id: asId('education'), name: 'Bildung', order: 3 },
  { id: asId('transfer'), name: 'Transferleistungen', order: 4 },
  { id: asId('health'), name: 'Gesundheit', order: 5 },
  { id: asId('housing'), name: 'Wohnen', order: 6 },
];

/** Offices of the invented city. */
export const sources: readonly Source[] = [
  { id: asId('register'), title: 'Einwohnermelderegister Halmstedt (erfunden)', publisher: 'Stadt Halmstedt, Stadtentwicklung und Statistik', licence, date: asDate('2026-02-02') },
  { id: asId('households'), title: 'Haushaltegenerierung Halmstedt (erfunden)', publisher: 'Stadt Halmstedt, Stadtentwicklung und Statistik', licence, date: asDate('2026-02-16') },
  { id: asId('jobcenter'), title: 'Grundsicherungsstatistik SGB II für Halmstedt (erfunden)', publisher: 'Jobcenter Halmstedt', licence, date: asDate('2026-04-08') },
  { id: asId('social_office'), title: 'Fachverfahren Soziales Halmstedt (erfunden)', publisher: 'Stadt Halmstedt, Fachbereich Soziales', licence, date: asDate('2026-03-03') },
  { id: asId('youth_office'), title: 'Fachverfahren Kinder, Jugend und Familie Halmstedt (erfunden)', publisher: 'Stadt Halmstedt, Fachbereich Kinder, Jugend und Familie', licence, date: asDate('2026-03-10') },
  { id: asId('schools'), title: 'Schulstatistik Halmstedt (erfunden)', publisher: 'Stadt Halmstedt, Fachbereich Schule', licence, date: asDate('2026-01-20') },
  { id: asId('health_office'), title: 'Schuleingangsuntersuchung und Gesundheitsberichterstattung Halmstedt (erfunden)', publisher: 'Stadt Halmstedt, Fachbereich Gesundheit', licence, date: asDate('2026-03-18') },
  { id: asId('housing_report'), title: 'Wohnungsmarktbeobachtung Halmstedt (erfunden)', publisher: 'Stadt Halmstedt, Stadtentwicklung und Statistik', licence, date: asDate('2026-03-25') },
  { id: asId('institutions'), title: 'Sozialer Stadtplan Halmstedt (erfunden)', publisher: 'Stadt Halmstedt, Sozialplanung', licence, date: asDate('2026-04-01') },
];

export const targetGroups: readonly TargetGroup[] = [
  { id: asId('small_children'), name: 'Kinder unter 6 Jahren' },
  { id: asId('children'), name: 'Kinder von 6 bis unter 15 Jahren' },
  { id: asId('young_people'), name: 'Jugendliche und junge Erwachsene' },
  { id: asId('families'), name: 'Familien' },
  { id: asId('single_parents'), name: 'Alleinerziehende' },
  { id: asId('large_families'), name: 'Kinderreiche Familien' },
  { id: asId('immigrants'), name: 'Zugewanderte' },
  { id: asId('sgb2'), name: 'Menschen im SGB-II-Bezug' },
  { id: asId('unemployed'), name: 'Arbeitslose' },
  { id: asId('poor_old'), name: 'Menschen in Altersarmut' },
  { id: asId('seniors'), name: 'Senior*innen' },
  { id: asId('care'), name: 'Pflegebedürftige und Angehörige' },
  { id: asId('disabled'), name: 'Menschen mit Behinderung' },
  { id: asId('tenants'), name: 'Mieter*innen' },
  { id: asId('everyone'), name: 'Alle Einwohner*innen' },
];
