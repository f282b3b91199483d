import { ORIGIN } from '../security/served-file.ts';

export type Sender = { readonly contentsId: number; readonly frame: Frame | null; readonly mainFrame: Frame };
type Frame = { readonly url: string };

/** Whether a message comes from the main frame of our own window, showing our own origin. A frame that is gone already is not trusted. */
export function isTrustedSender(sender: Sender, isOurWindow: (contentsId: number) => boolean): boolean {
  return sender.frame !== null && isOurWindow(sender.contentsId) && sender.frame === sender.mainFrame && sender.frame.url.startsWith(`${ORIGIN}/`);
}
