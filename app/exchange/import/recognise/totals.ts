const WHOLE = /^(?:(?:stadt|land|gesamtstadt|stadtgebiet|kreis|stadtkreis)?[\s:,-]*)?(?:insgesamt|gesamt|gesamtsumme|gesamtergebnis|summe|total|sum|overall|alle|alles|gesamtstadt|stadtgebiet(?: insgesamt)?|stadt|city|gesamte stadt|stadtweit|durchschnitt|mittelwert|stadtdurchschnitt|städtischer durchschnitt|ø|zusammen)$/i;
const PART = /(?:^|[\s,(])(?:zusammen|summe|insgesamt|gesamt|subtotal|zwischensumme|total)(?:[\s,):]|$)/i;

/**
 * Whether a row's text says that it adds up others: the whole `city` ("Insgesamt", "Stadt Flensburg", "Flensburg, Stadt"), or a `subtotal` ("Bezirk Mitte
 * zusammen"). Undefined for an ordinary area.
 */
export function totalKind(text: string, cityName: string): 'city' | 'subtotal' | undefined {
  const bare = text.replace(/[\s\u00a0]+/g, ' ').replace(/[¹²³*:]+$/, '').replace(/\s\d\)$/, '').trim();
  if (bare === '') return undefined;
  const city = cityName.trim().toLowerCase();
  const without = bare.toLowerCase().replace(new RegExp(`(?:^|[\\s,(/-])(?:(?:kreisfreie |große |universitäts|hanse|landeshaupt|bundes)?stadt|hansestadt|landeshauptstadt|universitätsstadt|land|insgesamt|gesamt|gesamtstadt|summe|total|zusammen|durchschnitt)(?=$|[\\s,)/-])`, 'g'), ' ').replace(/[\s,()/:-]+/g, ' ').trim();
  if (WHOLE.test(bare) || (city !== '' && without === city.replace(/[\s,()/:-]+/g, ' ').trim())) return 'city';
  return PART.test(bare) ? 'subtotal' : undefined;
}
