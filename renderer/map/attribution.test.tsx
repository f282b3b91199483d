import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { translator } from '#shared/i18n/translator.ts';
import { asId } from '#shared/ids.ts';
import { aCity } from '#test/builders/a-city.ts';
import { Attribution } from './attribution.tsx';

/** The words below the map of a city with this producer and these publishers. */
function words(producer: string, publishers: readonly string[] = []): string {
  const plain = aCity().withManifest({ producer, edition: '2022', demo: false });
  const city = publishers.reduce((made, publisher, index) => made.withSource({ id: asId(`s${index}`), title: 'Statistik', publisher, licence: '', date: undefined }), plain).build();
  return renderToStaticMarkup(<Attribution city={city} date={undefined} language="de" translate={translator('de')} />).replace(/<[^>]*>/g, '');
}

test('a city without publisher and producer has its edition alone, without an empty label', () => {
  expect(words('')).toBe('Ausgabe 2022');
  expect(words('', [''])).toBe('Ausgabe 2022');
});

test('whoever is known is named: the publishers, else the producer', () => {
  expect(words('Statistikamt')).toBe('Quelle: Statistikamt · Ausgabe 2022');
  expect(words('Statistikamt', ['Bauamt'])).toBe('Quelle: Bauamt · Ausgabe 2022');
});
