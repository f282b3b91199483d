import { contextBridge, ipcRenderer } from 'electron';
import { CHANNELS, EVENTS, type Bridge } from '#shared/ipc/contract.ts';

/** Two functions and nothing else: ask for a listed channel, listen to a listed event. Main checks sender and arguments again. */
const bridge: Bridge = {
  request: (channel, ...request) =>
    Object.hasOwn(CHANNELS, channel) ? ipcRenderer.invoke(channel, ...request) : Promise.reject(new Error('refused')),
  on: (event, listener) => {
    if (!Object.hasOwn(EVENTS, event)) throw new Error('refused');
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(event, forward);
    return () => void ipcRenderer.removeListener(event, forward);
  },
};

contextBridge.exposeInMainWorld('quartierwerk', bridge);
