/**
 * Signs of the trend inside an area, as closed outlines in a box of 24 × 24 units with y downwards, filled by the even-odd
 * rule. Stable has no sign: what changes catches the eye. Drawn dark with a light halo, so that they show on every fill.
 */
export const SIGN_BOX = 24;

export const SIGNS = {
  up: 'M12 3L20.5 12.5H15.2V21H8.8V12.5H3.5Z',
  down: 'M12 21L3.5 11.5H8.8V3H15.2V11.5H20.5Z',
  unknown: 'M7 8A5 5 0 0 1 17 8C17 11.4 13.7 11.6 13.7 14.6H10.3C10.3 10.2 13.6 10.2 13.6 8A1.6 1.6 0 0 0 10.4 8ZM12 16.4A2.1 2.1 0 1 0 12 20.6A2.1 2.1 0 1 0 12 16.4Z',
} as const;

export type SignName = keyof typeof SIGNS;
