const MILLISECONDS = 86_400_000;
/** 31 December 9999, the last day of a spreadsheet. */
const LAST_SERIAL = 2_958_465;

/**
 * The day and time of a spreadsheet's serial number as ISO text: `2023-12-31`, with a time of day `2023-12-31T08:30`, below one day the time alone
 * (`08:30`). Seconds appear only when there are any. Files count from 1900, where spreadsheets have a 29 February that never was (60), or from 1904.
 * Undefined: no day of a spreadsheet (negative, beyond 9999).
 */
export function isoFromSerial(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 0) || serial >= LAST_SERIAL + 1) return undefined;
  // times of day are thirds and seconds of a day: round to the second before splitting
  const seconds = Math.round(serial * 86_400);
  const [day, second] = [Math.floor(seconds / 86_400), seconds % 86_400];
  const time = timeOfDay(second);
  if (day === 0 && !from1904) return time;
  const date = isoDay(day, from1904);
  return second === 0 ? date : `${date}T${time}`;
}

function isoDay(day: number, from1904: boolean): string {
  if (!from1904 && day === 60) return '1900-02-29';
  const origin = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(origin + day * MILLISECONDS).toISOString().slice(0, 10);
}

/** The time of day of a fraction of a day, for formats that show no day; more than a day counts on (`[h]:mm`). */
export function isoTimeFromSerial(serial: number): string | undefined {
  return serial >= 0 && serial < LAST_SERIAL ? timeOfDay(Math.round(serial * 86_400)) : undefined;
}

function timeOfDay(seconds: number): string {
  const [hour, minute, second] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return second === '00' ? `${hour ?? ''}:${minute ?? ''}` : `${hour ?? ''}:${minute ?? ''}:${second ?? ''}`;
}
