import type { Indicator } from '#app/domain/city/city.ts';

/** A rate: `per` (100) times one count divided by another. Unit is percent and precision 1 where not given. */
export type RatePlan = {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly over: string;
  readonly under: string;
  readonly source: string;
  readonly direction: Indicator['direction'];
  readonly groups: readonly string[];
  readonly interpretation: string;
  readonly process: string;
  readonly unit?: string;
  readonly precision?: number;
  readonly per?: number;
};

/** The rates of the demo city; among them the seven risk groups of its Sozialindex. */
export const rates: readonly RatePlan[] = [
  {
    id: 'population_under18_share', title: 'Anteil der Kinder und Jugendlichen unter 18 Jahren', topic: 'population', over: 'under18', under: 'population', source: 'register', direction: 'neutral',
    groups: ['small_children', 'children', 'young_people'],
    interpretation: 'Ein hoher Anteil weist auf einen großen Bedarf an Betreuung, Schule und Freizeitangeboten hin.',
    process: 'Personen unter 18 Jahren je 100 Einwohner*innen mit Hauptwohnung.',
  },
  {
    id: 'population_over65_share', title: 'Anteil der Einwohner*innen ab 65 Jahren', topic: 'population', over: 'over65', under: 'population', source: 'register', direction: 'neutral',
    groups: ['seniors'],
    interpretation: 'Ein hoher Anteil weist auf einen wachsenden Bedarf an Treffpunkten, Beratung und Pflege hin.',
    process: 'Personen ab 65 Jahren je 100 Einwohner*innen mit Hauptwohnung.',
  },
  {
    id: 'migration_background_share', title: 'Anteil der Einwohner*innen mit Migrationshintergrund', topic: 'population', over: 'migration', under: 'population', source: 'register', direction: 'higherIsWorse',
    groups: ['immigrants'],
    interpretation: 'Beschreibt, wie viele Menschen selbst oder über ihre Eltern zugewandert sind und häufiger Hürden beim Zugang zu Bildung und Arbeit erleben.',
    process: 'Ableitung aus Staatsangehörigkeit, Geburtsort und Zuzug im Melderegister, je 100 Einwohner*innen.',
  },
  {
    id: 'foreigners_share', title: 'Anteil der Ausländer*innen', topic: 'population', over: 'foreigners', under: 'population', source: 'register', direction: 'neutral',
    groups: ['immigrants'],
    interpretation: 'Zeigt, wie viele Menschen keine deutsche Staatsangehörigkeit besitzen und etwa bei Kommunalwahlen teils nicht mitbestimmen können.',
    process: 'Personen ohne deutsche Staatsangehörigkeit je 100 Einwohner*innen.',
  },
  {
    id: 'single_households_share', title: 'Anteil der Einpersonenhaushalte', topic: 'population', over: 'singles', under: 'households', source: 'households', direction: 'neutral',
    groups: ['everyone'],
    interpretation: 'Ein hoher Anteil ist typisch für junge Innenstadtlagen und für Gebiete mit vielen alleinlebenden Älteren.',
    process: 'Haushalte mit einer Person je 100 Haushalte der Haushaltegenerierung.',
  },
  {
    id: 'seniors_alone_share', title: 'Anteil der alleinlebenden Menschen ab 65 Jahren', topic: 'population', over: 'seniors_alone', under: 'over65', source: 'households', direction: 'higherIsWorse',
    groups: ['seniors'],
    interpretation: 'Wer im Alter allein lebt, ist häufiger auf Nachbarschaft, Besuchsdienste und wohnortnahe Hilfe angewiesen.',
    process: 'Personen ab 65 Jahren in Einpersonenhaushalten je 100 Personen dieses Alters.',
  },
  {
    id: 'large_families_share', title: 'Anteil der Familien mit drei und mehr Kindern', topic: 'population', over: 'large_families', under: 'families', source: 'households', direction: 'higherIsWorse',
    groups: ['large_families'],
    interpretation: 'Kinderreiche Familien tragen ein höheres Armutsrisiko und suchen häufiger vergeblich großen Wohnraum.',
    process: 'Haushalte mit drei und mehr Kindern unter 18 Jahren je 100 Familien mit Kindern.',
  },
  {
    id: 'single_parents_share', title: 'Anteil der Alleinerziehenden', topic: 'population', over: 'single_parents', under: 'families', source: 'households', direction: 'higherIsWorse',
    groups: ['single_parents'],
    interpretation: 'Alleinerziehende sind besonders häufig von Armut betroffen und brauchen verlässliche Betreuung.',
    process: 'Haushalte mit einem Elternteil und Kindern unter 18 Jahren je 100 Familien mit Kindern.',
  },
  {
    id: 'moves_rate', title: 'Umzüge und Zuzüge je 100 Einwohner*innen', topic: 'population', over: 'moves', under: 'population', source: 'register', direction: 'neutral',
    groups: ['everyone'], unit: 'je 100 Einw.',
    interpretation: 'Eine hohe Fluktuation erschwert Nachbarschaften, zeigt aber auch die Aufnahme neuer Einwohner*innen.',
    process: 'Zuzüge von außen und Umzüge in das Gebiet im Kalenderjahr je 100 Einwohner*innen.',
  },
  {
    id: 'birth_rate', title: 'Geburten je 1.000 Einwohner*innen', topic: 'population', over: 'births', under: 'population', source: 'register', direction: 'neutral',
    groups: ['families'], unit: 'je 1.000 Einw.', precision: 1, per: 1000,
    interpretation: 'Viele Geburten kündigen einen steigenden Bedarf an Frühen Hilfen und Betreuungsplätzen an.',
    process: 'Lebendgeborene im Kalenderjahr je 1.000 Einwohner*innen.',
  },
  {
    id: 'early_support_rate', title: 'Inanspruchnahme der Frühen Hilfen', topic: 'support', over: 'early_support', under: 'population_under3', source: 'youth_office', direction: 'neutral',
    groups: ['small_children', 'families'],
    interpretation: 'Zeigt, wie viele Kinder mit ihren Familien durch Frühe Hilfen erreicht werden, nicht wie groß der Bedarf ist.',
    process: 'Begleitete Kinder unter 3 Jahren im Kalenderjahr je 100 Kinder dieses Alters.',
  },
  {
    id: 'daycare_under3_rate', title: 'Betreuungsquote der unter 3-Jährigen', topic: 'support', over: 'daycare_under3', under: 'population_under3', source: 'youth_office', direction: 'higherIsBetter',
    groups: ['small_children'],
    interpretation: 'Eine niedrige Quote zeigt, dass Kinder unter 3 Jahren seltener von früher Bildung profitieren.',
    process: 'Betreute Kinder unter 3 Jahren nach Wohnort je 100 Kinder dieses Alters.',
  },
  {
    id: 'daycare_3to5_rate', title: 'Betreuungsquote der 3- bis 5-Jährigen', topic: 'support', over: 'daycare_3to5', under: 'population_3to5', source: 'youth_office', direction: 'higherIsBetter',
    groups: ['small_children'],
    interpretation: 'Eine niedrige Quote zeigt, dass Kinder ohne Kita-Erfahrung in die Schule kommen.',
    process: 'Betreute Kinder von 3 bis 5 Jahren nach Wohnort je 100 Kinder dieses Alters.',
  },
  {
    id: 'kita_places_per_100', title: 'Kita-Plätze je 100 Kinder unter 6 Jahren', topic: 'support', over: 'kita_places', under: 'under6', source: 'institutions', direction: 'higherIsBetter',
    groups: ['small_children'], unit: 'je 100 Kinder',
    interpretation: 'Wenige Plätze im Gebiet bedeuten weite Wege oder fehlende Betreuung, denn Familien dürfen auch anderswo einen Platz nehmen.',
    process: 'Genehmigte Plätze im Gebiet je 100 dort wohnende Kinder unter 6 Jahren.',
  },
  {
    id: 'family_support_rate', title: 'Hilfen zur Erziehung je 1.000 Minderjährige', topic: 'support', over: 'family_support', under: 'under18', source: 'youth_office', direction: 'higherIsWorse',
    groups: ['families', 'children'], unit: 'je 1.000', precision: 1, per: 1000,
    interpretation: 'Zeigt, wie viele Familien erzieherische Unterstützung durch das Jugendamt erhalten.',
    process: 'Laufende und begonnene Hilfen im Kalenderjahr je 1.000 Minderjährige.',
  },
  {
    id: 'learning_support_rate', title: 'Leistungen für Bildung und Teilhabe', topic: 'support', over: 'learning_support', under: 'under18', source: 'social_office', direction: 'higherIsWorse',
    groups: ['children', 'families'],
    interpretation: 'Zeigt, wie viele Minderjährige Zuschüsse für Ausflüge, Lernförderung oder Vereine erhalten.',
    process: 'Minderjährige mit mindestens einer bewilligten Leistung je 100 Minderjährige.',
  },
  {
    id: 'language_need_share', title: 'Anteil der Schulanfänger*innen mit Sprachförderbedarf', topic: 'education', over: 'language_need', under: 'entrants', source: 'health_office', direction: 'higherIsWorse',
    groups: ['small_children', 'immigrants'],
    interpretation: 'Ein hoher Anteil weist auf einen Bedarf an Sprachbildung vor der Einschulung hin.',
    process: 'Kinder mit auffälligem Sprachbefund je 100 untersuchte Kinder der Schuleingangsuntersuchung, drei Jahrgänge zusammengefasst.',
  },
  {
    id: 'to_gymnasium_share', title: 'Übergänge auf das Gymnasium', topic: 'education', over: 'to_gymnasium', under: 'graders', source: 'schools', direction: 'higherIsBetter',
    groups: ['children'],
    interpretation: 'Eine niedrige Quote zeigt ungleiche Bildungswege nach der Grundschule.',
    process: 'Übergänge auf ein Gymnasium nach Wohnort je 100 Kinder der vierten Klassen, drei Schuljahre zusammengefasst.',
  },
  {
    id: 'without_certificate_share', title: 'Schulabgänge ohne Abschluss', topic: 'education', over: 'without_certificate', under: 'leavers', source: 'schools', direction: 'higherIsWorse',
    groups: ['young_people'],
    interpretation: 'Junge Menschen ohne Schulabschluss finden selten eine Ausbildung und bleiben länger arm.',
    process: 'Abgänge ohne Ersten Schulabschluss nach Wohnort je 100 Abgänge, drei Schuljahre zusammengefasst.',
  },
  {
    id: 'sgb2_share', title: 'Anteil der Menschen im SGB-II-Bezug', topic: 'transfer', over: 'sgb2', under: 'under65', source: 'jobcenter', direction: 'higherIsWorse',
    groups: ['sgb2', 'unemployed'],
    interpretation: 'Zeigt, wie viele Menschen unter 65 Jahren von Bürgergeld leben und damit in bekämpfter Armut.',
    process: 'Regelleistungsberechtigte im Dezember je 100 Einwohner*innen unter 65 Jahren.',
  },
  {
    id: 'child_poverty_share', title: 'Anteil der Minderjährigen in Familien mit SGB-II-Bezug', topic: 'transfer', over: 'child_poverty', under: 'under18', source: 'jobcenter', direction: 'higherIsWorse',
    groups: ['children', 'families'],
    interpretation: 'Zeigt, wie viele Kinder und Jugendliche in Armut aufwachsen.',
    process: 'Minderjährige in Bedarfsgemeinschaften im Dezember je 100 Minderjährige.',
  },
  {
    id: 'sgb2_under15_share', title: 'Anteil der Kinder unter 15 Jahren im SGB-II-Bezug', topic: 'transfer', over: 'sgb2_under15', under: 'under15', source: 'jobcenter', direction: 'higherIsWorse',
    groups: ['small_children', 'children'],
    interpretation: 'Zeigt, wie viele Kinder als nicht erwerbsfähige Berechtigte Bürgergeld erhalten.',
    process: 'Nicht erwerbsfähige Leistungsberechtigte unter 15 Jahren je 100 Kinder dieses Alters.',
  },
  {
    id: 'unemployment_share', title: 'Anteil der Arbeitslosen', topic: 'transfer', over: 'unemployed', under: 'from15to64', source: 'jobcenter', direction: 'higherIsWorse',
    groups: ['unemployed'],
    interpretation: 'Zeigt, wie viele Menschen im Erwerbsalter arbeitslos gemeldet sind.',
    process: 'Arbeitslose nach SGB II und SGB III im Dezember je 100 Einwohner*innen von 15 bis 64 Jahren.',
  },
  {
    id: 'youth_unemployment_share', title: 'Anteil der arbeitslosen jungen Menschen', topic: 'transfer', over: 'youth_unemployed', under: 'from15to24', source: 'jobcenter', direction: 'higherIsWorse',
    groups: ['young_people', 'unemployed'],
    interpretation: 'Zeigt, wie vielen jungen Menschen der Einstieg in Ausbildung oder Arbeit nicht gelingt.',
    process: 'Arbeitslose von 15 bis 24 Jahren im Dezember je 100 Einwohner*innen dieses Alters.',
  },
  {
    id: 'sgb12_share', title: 'Anteil der Menschen im SGB-XII-Bezug', topic: 'transfer', over: 'sgb12', under: 'adults', source: 'social_office', direction: 'higherIsWorse',
    groups: ['poor_old', 'disabled'],
    interpretation: 'Zeigt, wie viele Erwachsene von Grundsicherung oder Hilfe zum Lebensunterhalt leben.',
    process: 'Leistungsberechtigte nach dem 3. und 4. Kapitel SGB XII am 31. Dezember je 100 Volljährige.',
  },
  {
    id: 'basic_security_old_age_share', title: 'Grundsicherung im Alter', topic: 'transfer', over: 'sgb12_old', under: 'over65', source: 'social_office', direction: 'higherIsWorse',
    groups: ['poor_old', 'seniors'],
    interpretation: 'Zeigt, wie viele ältere Menschen mit ihrer Rente nicht auskommen.',
    process: 'Leistungsberechtigte ab der Regelaltersgrenze am 31. Dezember je 100 Einwohner*innen ab 65 Jahren.',
  },
  {
    id: 'housing_benefit_share', title: 'Haushalte mit Wohngeld', topic: 'transfer', over: 'housing_benefit', under: 'households', source: 'social_office', direction: 'higherIsWorse',
    groups: ['tenants', 'families'],
    interpretation: 'Zeigt, wie viele Haushalte knapp über der Grundsicherung Hilfe zur Miete brauchen.',
    process: 'Haushalte mit Wohngeld am 31. Dezember je 100 Haushalte; Sprung durch die Reform von 2023.',
  },
  {
    id: 'debt_advice_rate', title: 'Schuldnerberatung je 1.000 Volljährige', topic: 'transfer', over: 'debt_advice', under: 'adults', source: 'social_office', direction: 'higherIsWorse',
    groups: ['everyone'], unit: 'je 1.000', precision: 1, per: 1000,
    interpretation: 'Zeigt, wie viele Menschen wegen Überschuldung Beratung suchen.',
    process: 'Beratungsfälle im Kalenderjahr je 1.000 Volljährige; für 2019 liegen wegen einer Umstellung keine Angaben vor.',
  },
  {
    id: 'care_need_share', title: 'Anteil der Pflegebedürftigen', topic: 'health', over: 'in_care', under: 'population', source: 'health_office', direction: 'neutral',
    groups: ['care', 'seniors'],
    interpretation: 'Ein hoher Anteil weist auf Bedarf an Pflegeberatung und Entlastung der Angehörigen hin.',
    process: 'Leistungsempfänger*innen der Pflegeversicherung je 100 Einwohner*innen.',
  },
  {
    id: 'dental_findings_share', title: 'Kinder mit behandlungsbedürftigen Zähnen', topic: 'health', over: 'caries', under: 'examined', source: 'health_office', direction: 'higherIsWorse',
    groups: ['children'],
    interpretation: 'Zeigt, wie viele Grundschulkinder unbehandelte Karies haben.',
    process: 'Zahnärztliche Reihenuntersuchung der Grundschulen, 2020 und 2021 wegen der Pandemie ausgefallen.',
  },
  {
    id: 'overweight_share', title: 'Schulanfänger*innen mit Übergewicht', topic: 'health', over: 'overweight', under: 'entrants', source: 'health_office', direction: 'higherIsWorse',
    groups: ['small_children'],
    interpretation: 'Zeigt, wo Bewegungs- und Ernährungsangebote für kleine Kinder wichtig sind.',
    process: 'Kinder über der 90. Perzentile des Körpermaßindex je 100 untersuchte Schulanfänger*innen, drei Jahrgänge zusammengefasst.',
  },
  {
    id: 'vaccination_share', title: 'Schulanfänger*innen mit vollständiger Masernimpfung', topic: 'health', over: 'vaccinated', under: 'entrants', source: 'health_office', direction: 'higherIsBetter',
    groups: ['small_children'],
    interpretation: 'Unter 95 Prozent ist der Schutz der Gemeinschaft vor Masern nicht gesichert.',
    process: 'Kinder mit zwei dokumentierten Impfungen je 100 Kinder der Schuleingangsuntersuchung, drei Jahrgänge zusammengefasst.',
  },
  {
    id: 'check_up_share', title: 'Schulanfänger*innen mit vollständigen Früherkennungsuntersuchungen', topic: 'health', over: 'check_up', under: 'entrants', source: 'health_office', direction: 'higherIsBetter',
    groups: ['small_children', 'families'],
    interpretation: 'Eine niedrige Quote zeigt, dass Familien schwer Zugang zur kinderärztlichen Versorgung finden.',
    process: 'Kinder mit vollständig dokumentierten Untersuchungen U3 bis U9 je 100 untersuchte Kinder, drei Jahrgänge zusammengefasst.',
  },
  {
    id: 'rent_per_metre', title: 'Nettokaltmiete je Quadratmeter', topic: 'housing', over: 'rent_sum', under: 'rented_area', source: 'housing_report', direction: 'neutral',
    groups: ['tenants'], unit: '€/m²', precision: 2, per: 1,
    interpretation: 'Steigende Mieten verdrängen Haushalte mit kleinem Einkommen.',
    process: 'Summe der erhobenen Nettokaltmieten durch die vermietete Wohnfläche.',
  },
  {
    id: 'living_area_per_head', title: 'Wohnfläche je Einwohner*in', topic: 'housing', over: 'living_area', under: 'population', source: 'housing_report', direction: 'higherIsBetter',
    groups: ['tenants', 'families'], unit: 'm²', precision: 1, per: 1,
    interpretation: 'Wenig Wohnfläche je Kopf weist auf beengtes Wohnen hin.',
    process: 'Wohnfläche aller Wohnungen durch die Zahl der Einwohner*innen.',
  },
  {
    id: 'vacancy_share', title: 'Leerstandsquote', topic: 'housing', over: 'vacant', under: 'dwellings', source: 'housing_report', direction: 'neutral',
    groups: ['tenants'],
    interpretation: 'Hoher Leerstand zeigt Problemimmobilien, sehr niedriger einen angespannten Markt.',
    process: 'Wohnungen ohne Stromabnahme über drei Monate je 100 Wohnungen.',
  },
  {
    id: 'social_housing_share', title: 'Anteil der Sozialwohnungen', topic: 'housing', over: 'social_dwellings', under: 'dwellings', source: 'housing_report', direction: 'neutral',
    groups: ['tenants'],
    interpretation: 'Zeigt, wo gebundener Wohnraum liegt und wo er durch auslaufende Bindungen verloren geht.',
    process: 'Wohnungen mit Mietpreis- und Belegungsbindung je 100 Wohnungen.',
  },
  {
    id: 'eviction_rate', title: 'Drohende Wohnungslosigkeit je 1.000 Haushalte', topic: 'housing', over: 'homeless_prevention', under: 'households', source: 'social_office', direction: 'higherIsWorse',
    groups: ['tenants', 'sgb2'], unit: 'je 1.000', precision: 1, per: 1000,
    interpretation: 'Zeigt, wie viele Haushalte wegen Räumungsklagen oder Mietschulden Hilfe brauchen.',
    process: 'Fälle der Fachstelle Wohnungssicherung im Kalenderjahr je 1.000 Haushalte.',
  },
];
