declare const noStatistic: unique symbol;

/** A figure that tells nothing about people. Only the functions below make one, each for a thing that can be counted or measured in public. */
export type NoStatistic = { readonly [noStatistic]: true; readonly value: number | undefined; readonly unit: string; readonly precision: number };

const figure = (value: number | undefined, unit: string, precision: number): NoStatistic => ({ value, unit, precision }) as NoStatistic;

export const metres = (value: number | undefined): NoStatistic => figure(value, 'm', 0);
export const squareKilometres = (value: number | undefined): NoStatistic => figure(value, '', 2);
export const institutionCount = (value: number | undefined): NoStatistic => figure(value, '', 0);
/** Places an institution offers. */
export const places = (value: number | undefined): NoStatistic => figure(value, '', 0);
/** A place in an order, from 1. */
export const rank = (value: number | undefined): NoStatistic => figure(value, '', 0);
