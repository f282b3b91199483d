import { expect, test } from 'vitest';
import { isTrustedSender } from './trusted-sender.ts';

const ours = (contentsId: number) => contentsId === 1;
const main = { url: 'app://bundle/index.html' };

test('the main frame of our window is trusted', () => expect(isTrustedSender({ contentsId: 1, frame: main, mainFrame: main }, ours)).toBe(true));
test.each([
  ['another window', { contentsId: 2, frame: main, mainFrame: main }],
  ['a frame inside our window, even of our origin', { contentsId: 1, frame: { url: 'app://bundle/index.html' }, mainFrame: main }],
  ['a frame that is gone', { contentsId: 1, frame: null, mainFrame: main }],
  ...['about:blank', 'app://other/index.html', 'app://bundle.evil/', 'https://bundle/', 'file:///index.html', 'data:text/html,x', '', 'APP://bundle/'].map((url) => {
    const frame = { url };
    return [`our window showing ${url}`, { contentsId: 1, frame, mainFrame: frame }] as const;
  }),
] as const)('%s is not trusted', (_who, sender) => expect(isTrustedSender(sender, ours)).toBe(false));
