/** Text in the encoding of old office programs, one byte for each character up to U+00FF. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
