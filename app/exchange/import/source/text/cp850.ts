/** Code page 850 (DOS, Western Europe), bytes 0x80 to 0xFF; the Encoding Standard has no label for it. From the Unicode consortium's CP850.TXT. */
const UPPER_HALF =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
  'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

/** Every byte has a character, so this never fails. */
export function decodeCp850(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    let part = '';
    for (const byte of bytes.subarray(start, start + 8192)) part += byte < 128 ? String.fromCharCode(byte) : (UPPER_HALF[byte - 128] ?? '');
    parts.push(part);
  }
  return parts.join('');
}
