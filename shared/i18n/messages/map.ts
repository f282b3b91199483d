import { bothLanguages } from './both-languages.ts';

export const map = bothLanguages(
  {
    title: 'Karte',
    plain: 'Gebiet',
    trendUnknown: 'Trend nicht berechenbar',
    reachedShare: 'Anteil der erreichten Personen (Luftlinie)',
    reached: {
      from80: '80 % und mehr',
      from60: '60 bis unter 80 %',
      from40: '40 bis unter 60 %',
      from20: '20 bis unter 40 %',
      below20: 'unter 20 %',
      nobody: 'niemand in der Gruppe',
    },
  },
  {
    title: 'Map',
    plain: 'Area',
    trendUnknown: 'Trend cannot be computed',
    reachedShare: 'Share of people reached (straight line)',
    reached: {
      from80: '80 % and more',
      from60: '60 to below 80 %',
      from40: '40 to below 60 %',
      from20: '20 to below 40 %',
      below20: 'below 20 %',
      nobody: 'nobody in the group',
    },
  },
);
