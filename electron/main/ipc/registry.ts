import { ipcMain } from 'electron';
import { CHANNELS, type Channel, type Handlers } from '#shared/ipc/contract.ts';
import { REQUEST_SCHEMAS } from './schemas.ts';
import { isTrustedSender } from './trusted-sender.ts';

/** Counts requests under way, so that closing can wait for the last edit to be safe. */
export type RequestCounter = { readonly underWay: () => number };

/**
 * Opens the channels; the only place that listens to messages. A message counts when it comes from the main frame of our own window, showing our own
 * origin, and when its arguments are exactly what the channel's schema says. Everything else is refused without a reason.
 */
export function openChannels(handlers: Handlers, isOurWindow: (contentsId: number) => boolean): RequestCounter {
  let underWay = 0;
  for (const channel of Object.keys(CHANNELS) as Channel[]) {
    ipcMain.handle(channel, async (event, ...given: unknown[]) => {
      if (!isTrustedSender({ contentsId: event.sender.id, frame: event.senderFrame, mainFrame: event.sender.mainFrame }, isOurWindow)) throw new Error('refused');
      const request = REQUEST_SCHEMAS[channel].safeParse(given);
      if (!request.success) throw new Error('refused');
      underWay += 1;
      try {
        return await (handlers[channel] as (...args: readonly unknown[]) => unknown)(...request.data);
      } finally {
        underWay -= 1;
      }
    });
  }
  return { underWay: () => underWay };
}
