const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as zip and gzip use it (polynomial 0xEDB88320), unsigned. `before` is the CRC of the bytes in front, for content that comes in pieces. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = before ^ -1;
  for (let at = 0; at < bytes.length; at += 1) value = (value >>> 8) ^ (TABLE[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (value ^ -1) >>> 0;
}
