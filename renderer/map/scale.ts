/** WGS 84 ellipsoid. */
const SEMI_MAJOR_AXIS = 6_378_137;
const SQUARED_ECCENTRICITY = 0.006_694_379_990_14;

/**
 * Metres on the ground that one pixel covers from west to east in Web Mercator, exact on the WGS 84 ellipsoid. (The sphere of
 * the projection itself would be off by up to 0.3 % in Germany.)
 */
export function metresPerPixel(latitude: number, zoom: number): number {
  const angle = (latitude * Math.PI) / 180;
  const primeVertical = SEMI_MAJOR_AXIS / Math.sqrt(1 - SQUARED_ECCENTRICITY * Math.sin(angle) ** 2);
  return (2 * Math.PI * primeVertical * Math.cos(angle)) / (512 * 2 ** zoom);
}

export type ScaleBar = { readonly metres: number; readonly pixels: number };

/** The longest round distance (1, 2 or 5 times a power of ten) whose bar is no wider than `maxPixels`. */
export function scaleBarFor(latitude: number, zoom: number, maxPixels: number): ScaleBar {
  const perPixel = metresPerPixel(latitude, zoom);
  const longest = perPixel * maxPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = ([5, 2, 1].find((factor) => factor * power <= longest) ?? 1) * power;
  return { metres, pixels: metres / perPixel };
}
