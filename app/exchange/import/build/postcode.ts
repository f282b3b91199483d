import { plainText } from '#app/domain/source/columns.ts';

/** Postcodes have five digits; workbooks lose the zero of "01067". Anything else stays as written. */
export function postcodeText(raw: string | number | undefined): string {
  const text = plainText(raw).replace(/^(?:D|DE)-?\s?(?=\d{5}$)/i, '').replace(/^(\d{4,5})[.,]0+$/, '$1');
  return /^\d{4}$/.test(text) ? `0${text}` : text;
}
