/** Invented names for institutions; no real provider and no person is meant. */
export const childNames = [
  'Löwenzahn', 'Pusteblume', 'Kleine Strolche', 'Sonnenkäfer', 'Wirbelwind', 'Apfelbäumchen', 'Rappelkiste', 'Zwergenland', 'Sterntaler', 'Regenbogen', 'Villa Kunterbunt', 'Spatzennest', 'Waldwichtel', 'Seepferdchen', 'Kieselsteine', 'Drachenhöhle',
  'Himmelszelt', 'Traumschiff', 'Wolkenschloss', 'Schatzinsel', 'Krümelkiste', 'Bienenkorb', 'Igelburg', 'Mäusenest', 'Fuchsbau', 'Kastanienhof', 'Storchennest', 'Glühwürmchen', 'Seifenblase', 'Trollblume', 'Hummelhain', 'Buntstift', 'Kleeblatt', 'Marienkäfer',
  'Purzelbaum', 'Windmühle', 'Honigtopf', 'Zauberwald', 'Laternchen', 'Kunterbunt',
];
export const houseNames = ['Brücke', 'Anker', 'Mosaik', 'Horizont', 'Kompass', 'Lichtblick', 'Treffpunkt', 'Wegweiser', 'Ankerplatz', 'Fenster', 'Rückenwind', 'Neuland', 'Perspektive', 'Schirm', 'Leuchtturm', 'Werkstatt', 'Querbeet', 'Atrium', 'Forum', 'Startklar'];
export const careNames = ['Abendsonne', 'Lindenblick', 'Rosengarten', 'Halmblick', 'Am Wallring', 'Kastanienallee', 'Bergholzer Hof', 'Wiesengrund', 'Eichenhof', 'Mühlenbach', 'Sonnenhang', 'Birkenhain', 'Am Stadtwald', 'Gartenstift', 'Uferpark', 'Heidehaus', 'Ulmenhof', 'Tannenblick', 'Klosterhof', 'Domstift'];
export const providers: readonly string[] = [
  'Stadt Halmstedt', 'Stadt Halmstedt', 'Trägerverein Lindenhof e. V.', 'Sozialwerk Halmaue e. V.', 'Kinderland Halmstedt gGmbH', 'Bürgerhilfe Halmstedt e. V.', 'Stiftung Ahlbrucher Höfe', 'Jugendwerk Nord e. V.', 'Evangelischer Gemeindeverbund Halmstedt',
  'Katholischer Gemeindeverbund Sankt Jürgen', 'Elterninitiative Wiesenau e. V.', 'Pflegeverbund Halmtal gGmbH', 'Nachbarschaftswerk Ostheide e. V.', 'Bildungswerk Wollkämmerei gGmbH', 'Frauen- und Familienhilfe Halmstedt e. V.', 'Verein Offene Türen Halmstedt e. V.',
];
export const languages: readonly (readonly string[])[] = [['Deutsch'], ['Deutsch'], ['Deutsch'], ['Deutsch', 'Englisch'], ['Deutsch', 'Türkisch'], ['Deutsch', 'Arabisch', 'Englisch'], ['Deutsch', 'Russisch', 'Ukrainisch'], ['Deutsch', 'Polnisch'], ['Deutsch', 'Leichte Sprache'], ['Deutsch', 'Arabisch', 'Kurdisch', 'Türkisch']];
export const programmes = ['Landesprogramm Starke Quartiere', 'Bundesprogramm Frühe Chancen', 'Landesförderung Familiengrundschulzentren', 'Europäischer Sozialfonds, Förderlinie Übergänge', 'Kommunaler Integrationsfonds', 'Stiftungsförderung Gute Nachbarschaft'];
export const faiths = [
  'Evangelische Kirchengemeinde', 'Evangelische Kirchengemeinde', 'Evangelische Kirchengemeinde', 'Evangelische Kirchengemeinde', 'Katholische Kirchengemeinde', 'Katholische Kirchengemeinde', 'Katholische Kirchengemeinde', 'Freikirchliche Gemeinde', 'Freikirchliche Gemeinde',
  'Moscheegemeinde', 'Moscheegemeinde', 'Moscheegemeinde', 'Syrisch-orthodoxe Gemeinde', 'Griechisch-orthodoxe Gemeinde', 'Alevitische Gemeinde', 'Neuapostolische Gemeinde',
];
export const sports = ['Turn- und Sportverein', 'Sportgemeinschaft', 'Fußballclub', 'Schwimmverein', 'Ruderclub', 'Handballverein', 'Tischtennisverein', 'Judoclub', 'Reitverein', 'Schachclub', 'Inklusionssportverein', 'Tennisverein'];
export const advice = ['Schuldner- und Insolvenzberatung', 'Erziehungsberatung', 'Suchtberatung', 'Migrationsberatung', 'Schwangerschaftsberatung', 'Pflegestützpunkt', 'Wohnraumberatung', 'Sozialberatung', 'Arbeitslosenberatung', 'Ergänzende unabhängige Teilhabeberatung', 'Beratung für Alleinerziehende', 'Jugendberufsberatung', 'Seniorenberatung', 'Frauenberatung'];
export const healthKinds = ['Kinderarztpraxis', 'Hausarztpraxis', 'Hausarztpraxis', 'Zahnarztpraxis', 'Apotheke', 'Apotheke', 'Hebammenpraxis', 'Ergotherapie-Praxis', 'Logopädie-Praxis', 'Gesundheitskiosk', 'Psychotherapeutische Praxis', 'Tagesklinik'];
export const otherKinds = ['Stadtteilbibliothek', 'Kleiderkammer', 'Tafelausgabe', 'Repaircafé', 'Familiengrundschulzentrum', 'Frauencafé', 'Fahrradwerkstatt', 'Volkshochschule, Außenstelle', 'Musikschule, Außenstelle', 'Seniorentreff', 'Werkstatt für Menschen mit Behinderung', 'Sozialkaufhaus', 'Möbellager', 'Mehrgenerationenhaus'];

/** Kinds of school with the least and most places; primary schools are the most frequent. */
export const schoolForms: readonly (readonly [name: string, least: number, most: number])[] = [
  ['Grundschule', 170, 390], ['Grundschule', 170, 390], ['Grundschule', 170, 390], ['Grundschule', 170, 390], ['Grundschule', 170, 390], ['Grundschule', 170, 390],
  ['Gesamtschule', 820, 1250], ['Gymnasium', 640, 1050], ['Realschule', 380, 620], ['Förderschule', 90, 180], ['Berufskolleg', 900, 1900],
];
