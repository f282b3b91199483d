/** First characters with which a spreadsheet takes a text for a formula or command (OWASP ASVS 1.2.10). */
export const FORMULA_START = /^[=+\-@\t\r\n|%\u2212\uff1d\uff0b\uff0d\uff20]/;

/** The apostrophe that an export puts before such a text. */
export const PROTECTING_APOSTROPHE = new RegExp(`^'(?=${FORMULA_START.source.slice(1)})`);
