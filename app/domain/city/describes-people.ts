import type { Indicator } from './city.ts';

/**
 * Whether an indicator says who people are (origin, way of living together) and not what weighs on them. Such a share may go
 * into an index as a risk group, but it is never called a burden: that would stigmatise the people it counts. Bundles have no
 * field for it, so that words of id and title decide.
 */
export const describesPeople = ({ id, title }: Pick<Indicator, 'id' | 'title'>): boolean => WORDS.test(`${id} ${title}`);

const WORDS = /migra|zugewandert|ausländ|foreign|staatsangehörig|nationality|alleinerzieh|single_parent|single parent|kinderreich|large_famil|drei und mehr kind|alleinleb|living alone/i;
