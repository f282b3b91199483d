/** Places outside that the program ever names: licences, law, official statistics, its own project page. */
const HOSTS: ReadonlySet<string> = new Set([
  'gitlab.opencode.de',
  'opencode.de',
  'www.govdata.de',
  'www.gesetze-im-internet.de',
  'www.destatis.de',
  'www.statistikportal.de',
  'eupl.eu',
  'interoperable-europe.ec.europa.eu',
  'www.openstreetmap.org',
  'opendatacommons.org',
]);

/**
 * The address to hand to the system's browser or mail program, written anew from its parts; undefined for everything but https on a listed host
 * (no port, no user) and a mail address without further fields.
 */
export function allowedLink(address: string): string | undefined {
  if (address.length > 2_000 || hasControlOrSpace.test(address)) return undefined;
  const mail = mailAddress.exec(address);
  if (mail !== null) return `mailto:${mail[1]}`;
  if (!address.startsWith('https://')) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.port !== '' || url.username !== '' || url.password !== '' || !HOSTS.has(url.hostname)) return undefined;
  // An address whose host reads differently before and after normalising (IDN look-alikes, backslashes, dots) is not what it seems.
  return address.slice('https://'.length).startsWith(url.hostname) && !address.includes('\\') ? url.href : undefined;
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const hasControlOrSpace = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2066-\u2069]/;
const mailAddress = /^mailto:([A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$/;
