/**
 * Bytes 0x80 to 0xFF of the two DOS code pages that German files have (dBase, old csv exports); the Encoding Standard has no label for them.
 * From the Unicode consortium's CP437.TXT and CP850.TXT.
 */
const UPPER_HALF = {
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ' +
    'áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
    '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀' +
    'αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
    'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
    'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
};

export type DosCodePage = keyof typeof UPPER_HALF;

/** The code page of a label as `.cpg` files, recipes and programs write it: "850", "IBM850", "CP 850", "OEM 850", "DOS-850". */
export function dosCodePage(label: string): DosCodePage | undefined {
  const digits = /^(?:cp|ibm|oem|dos|windows|pc)?[ _-]?(437|850)$/i.exec(label.trim())?.[1];
  return digits === undefined ? undefined : digits === '437' ? 'cp437' : 'cp850';
}

/** Every byte has a character, so this never fails. */
export function decodeDosCodePage(bytes: Uint8Array, page: DosCodePage): string {
  const upper = UPPER_HALF[page];
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    let part = '';
    for (const byte of bytes.subarray(start, start + 8192)) part += byte < 128 ? String.fromCharCode(byte) : (upper[byte - 128] ?? '');
    parts.push(part);
  }
  return parts.join('');
}
