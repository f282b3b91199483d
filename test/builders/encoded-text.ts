import { decodeDosCodePage } from '#app/exchange/import/source/text/dos-code-page.ts';

/** Text as bytes of an encoding of one byte or of UTF-16; throws for a character that it does not have. The platform encodes UTF-8 only. */
export function encodeText(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const bytes = new Uint8Array(text.length * 2);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), encoding === 'utf-16le');
    return bytes;
  }
  const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const characters = encoding === 'cp850' || encoding === 'cp437' ? decodeDosCodePage(every, encoding) : new TextDecoder(encoding).decode(every);
  const bytes = new Map([...characters].map((character, byte) => [character, byte]));
  return Uint8Array.from([...text], (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
    return byte;
  });
}
