import { randomStream } from '../random.ts';

const stems = [
  'Ahorn', 'Akazien', 'Amsel', 'Anger', 'Apfel', 'Bach', 'Bergfried', 'Birken', 'Bleich', 'Blumen', 'Brombeer', 'Brunnen', 'Buchen', 'Bussard', 'Dachs', 'Deich', 'Distel', 'Dohlen', 'Drossel', 'Eiben', 'Eichen',
  'Eisvogel', 'Elster', 'Erlen', 'Eschen', 'Espen', 'Falken', 'Farn', 'Feld', 'Fichten', 'Finken', 'Flachs', 'Flieder', 'Forst', 'Fuchs', 'Garten', 'Gersten', 'Ginster', 'Glocken', 'Habicht', 'Hafer', 'Hagebutten', 'Hasel',
  'Hecken', 'Heide', 'Herbst', 'Hirse', 'Holunder', 'Honig', 'Hopfen', 'Igel', 'Ilex', 'Jasmin', 'Kamillen', 'Kastanien', 'Kiebitz', 'Kiefern', 'Kirsch', 'Klee', 'Korn', 'Krähen', 'Kranich', 'Kräuter', 'Lärchen', 'Lavendel',
  'Lerchen', 'Libellen', 'Lilien', 'Linden', 'Löwenzahn', 'Luchs', 'Lupinen', 'Malven', 'Meisen', 'Milan', 'Minze', 'Mohn', 'Moor', 'Mühl', 'Narzissen', 'Nelken', 'Nuss', 'Obst', 'Otter', 'Pappel', 'Pfingst', 'Pflaumen', 'Pirol', 'Platanen',
  'Quell', 'Quitten', 'Raben', 'Rain', 'Reiher', 'Ried', 'Roggen', 'Rosen', 'Rotdorn', 'Salbei', 'Sand', 'Sanddorn', 'Schilf', 'Schlehen', 'Schwalben', 'Specht', 'Sperber', 'Stein', 'Stieglitz', 'Storchen', 'Sumpf', 'Tannen', 'Tauben', 'Tulpen', 'Uhu',
  'Ulmen', 'Veilchen', 'Wacholder', 'Weiden', 'Weizen', 'Wiesen', 'Winter', 'Zaunkönig', 'Zeder', 'Zeisig', 'Ziegel', 'Zinnien',
];
const endings = ['straße', 'weg', 'kamp', 'stieg', 'ring', 'allee', 'grund', 'winkel', 'bogen'];

/** Invented street names without end and without repetition, in a fixed order. */
export function streetNames(): Iterator<string, never> {
  const random = randomStream('street-names');
  const names = random.shuffle(stems.flatMap((stem) => endings.map((ending) => stem + ending)));
  let next = 0;
  return {
    next: () => {
      const round = Math.floor(next / names.length);
      const name = names[next++ % names.length] as string;
      return { done: false, value: round === 0 ? name : `Neue ${name}` };
    },
  };
}
