/** Words of open data portals in English, as a German statistics office would head them. The longest fits first. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bchildren age under (\d+)\b/g, 'Kinder und Jugendliche unter $1'],
  [/\b(?:residents|inhabitants) age (\d+) to under (\d+)\b/g, 'Einwohner*innen von $1 bis unter $2 Jahren'],
  [/\b(?:residents|inhabitants) age (?:below|under) (\d+)\b/g, 'Einwohner*innen unter $1 Jahren'],
  [/\b(?:residents|inhabitants) age (?:above|over) (\d+)\b/g, 'Einwohner*innen ab $1 Jahren'],
  [/\b(?:residents|inhabitants) age (\d+) and above\b/g, 'Einwohner*innen ab $1 Jahren'],
  [/\b(?:residents|inhabitants) age (\d+) (\d+)\b/g, 'Einwohner*innen von $1 bis unter $2 Jahren'],
  [/\bbeneficiaries age (\d+) to under (\d+)\b/g, 'Leistungsberechtigte von $1 bis unter $2 Jahren'],
  [/\bage (\d+) to under (\d+)\b/g, '$1 bis unter $2 Jahre'],
  [/\bage (\d+) and above\b/g, 'ab $1 Jahren'],
  [/\bage (?:under|below) (\d+)\b/g, 'unter $1 Jahren'],
  [/\bpercentage of total residents\b/g, 'Anteil an allen Einwohner*innen'],
  [/\bpercentage of total\b/g, 'Anteil insgesamt'],
  [/\bpercentage foreign citizenship\b/g, 'Anteil mit ausländischer Staatsangehörigkeit'],
  [/\bpercentage females?\b/g, 'Anteil Frauen'],
  [/\bpercentage single parents\b/g, 'Anteil Alleinerziehende'],
  [/\bpercentage\b/g, 'Anteil'],
  [/\bunemployed (?:residents categorized|residents|total)\b/g, 'Arbeitslose'],
  [/\bunemployed\b/g, 'Arbeitslose'],
  [/\binactive beneficiaries households\b/g, 'Haushalte nicht erwerbsfähiger Leistungsberechtigter'],
  [/\bemployable with benefits\b/g, 'erwerbsfähige Leistungsberechtigte'],
  [/\bunemployment benefits\b/g, 'Arbeitslosengeld'],
  [/\bassisting benefits\b/g, 'Hilfe zum Lebensunterhalt'],
  [/\bbasic benefits income\b/g, 'Grundsicherung'],
  [/\bbasic income\b/g, 'Grundsicherung'],
  [/\bbeneficiaries characteristics\b/g, 'Leistungsberechtigte'],
  [/\bbeneficiaries\b/g, 'Leistungsberechtigte'],
  [/\bunemployability\b/g, 'nicht erwerbsfähig'],
  [/\bemployability\b/g, 'erwerbsfähig'],
  [/\bemployed with pension insurance\b/g, 'Sozialversicherungspflichtig Beschäftigte'],
  [/\bemployment rate\b/g, 'Beschäftigungsquote'],
  [/\bhousing benefit\b/g, 'Wohngeld'],
  [/\bhousing assistance cases\b/g, 'Wohnungshilfen'],
  [/\bgeneral consulting\b/g, 'allgemeine Beratung'],
  [/\bnotices of rent arrears\b/g, 'Meldung von Mietrückständen'],
  [/\btermination rent arrears\b/g, 'Kündigung wegen Mietrückständen'],
  [/\btermination for conduct\b/g, 'Kündigung wegen Verhaltens'],
  [/\baction for eviction\b/g, 'Räumungsklage'],
  [/\beviction notice\b/g, 'Räumungsmitteilung'],
  [/\beviction carried\b/g, 'vollzogene Räumung'],
  [/\brisk homelessness\b/g, 'Von Wohnungslosigkeit Bedrohte'],
  [/\bdebt counsell?ing(?: residents)?\b/g, 'Schuldnerberatung'],
  [/\bnon german nationals residence status\b/g, 'Aufenthaltsstatus von Ausländer*innen'],
  [/\binhabitants germans\b/g, 'Deutsche'],
  [/\binhabitants foreigners\b/g, 'Ausländer*innen'],
  [/\b(?:inhabitants|residents) female\b/g, 'weibliche Einwohner*innen'],
  [/\b(?:inhabitants|residents) male\b/g, 'männliche Einwohner*innen'],
  [/\bwithout migration background\b/g, 'ohne Migrationshintergrund'],
  [/\bwith migration background\b/g, 'mit Migrationshintergrund'],
  [/\bmigration background\b/g, 'Migrationshintergrund'],
  [/\bforeign citizenship\b/g, 'ausländische Staatsangehörigkeit'],
  [/\bgerman citizenship\b/g, 'deutsche Staatsangehörigkeit'],
  [/\bforeigners\b/g, 'Ausländer*innen'],
  [/\bgermans\b/g, 'Deutsche'],
  [/\bbirth rate\b/g, 'Geburtenrate'],
  [/\bbirths\b/g, 'Geburten'],
  [/\bage ratio\b/g, 'Altenquotient'],
  [/\bage groups\b/g, 'Altersgruppen'],
  [/\bchild education support\b/g, 'Hilfen zur Erziehung'],
  [/\bmale\b/g, 'männlich'],
  [/\bfemales?\b/g, 'weiblich'],
  [/\bsingle parents\b/g, 'Alleinerziehende'],
  [/\bhouseholds\b/g, 'Haushalte'],
  [/\b(?:residents|inhabitants|population)\b/g, 'Einwohner*innen'],
  [/\bquotient\b/g, 'Quotient'],
  [/\bsgb ii\b/g, 'SGB II'],
  [/\bsgb iii\b/g, 'SGB III'],
  [/\bsgb xii\b/g, 'SGB XII'],
  [/\btotal\b/g, 'insgesamt'],
];

/** A header or subject as a title: English words of data portals in German, technical names with blanks, hyphens of line breaks closed. Other words stay as they are; `capital: false` leaves the first letter, for words behind a colon. */
export function germanTitle(text: string, capital = true): string {
  const technical = /_/.test(text) || /^[a-z0-9 ]+$/.test(text);
  let title = text.replace(/(\p{Ll})- (?!(?:und|oder|bzw|sowie)\b)(?=\p{Ll})/gu, '$1');
  if (technical) {
    title = title.replace(/_+/g, ' ').trim();
    const plain = title.toLowerCase();
    const german = PHRASES.reduce((changed, [pattern, words]) => changed.replace(pattern, words), plain);
    if (german !== plain) title = german;
  }
  title = title.replace(/\s+/g, ' ').replace(/[¹²³*]+$/, '').trim();
  return capital ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}
