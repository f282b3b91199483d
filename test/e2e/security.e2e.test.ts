import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {} from '#renderer/platform/bridge.ts';
import { rootSwitches } from '#tools/bootstrap/sandbox.mjs';
import { hasPacked, launch, PACKED, type Running } from './launch.ts';

const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; worker-src 'self'; " +
  "object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types quartierwerk";

describe.each(['development', 'packed'] as const)('%s', (variant) => {
  let running: Running;
  beforeAll(async () => {
    if (variant === 'packed' && !hasPacked()) throw new Error('There is no packed program yet: npm run pack');
    running = await launch({ variant });
  });
  afterAll(() => running?.close());

  test('starts without breaching its own content policy', async () => {
    await running.page.waitForTimeout(1_500);
    expect(running.complaints()).toEqual([]);
    expect(await running.violations()).toEqual([]);
    console.log(`${variant}: first window after ${running.startMilliseconds} ms`);
  });

  test('every page is locked: isolated, sandboxed, without Node', async () => {
    const preferences = await running.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences()),
    );
    expect(preferences.length).toBeGreaterThan(0);
    for (const preference of preferences) {
      expect(preference).toMatchObject({
        contextIsolation: true,
        sandbox: true,
        webSecurity: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        enableBlinkFeatures: '',
      });
      expect(preference['nodeIntegrationInWorker'] ?? false).toBe(false);
    }
    const globals = await running.page.evaluate(() =>
      ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    );
    expect(globals).toEqual([]);
  });

  test('the bridge is two functions and knows only its channels', async () => {
    const bridge = await running.page.evaluate(() => Object.entries(window.quartierwerk).map(([name, member]) => `${name}: ${typeof member}`));
    expect(bridge).toEqual(['request: function', 'on: function']);
    const refused = await running.page.evaluate(async () => {
      const request = window.quartierwerk.request as (channel: string) => Promise<unknown>;
      const names = ['shell:open', 'toString', '__proto__', 'constructor', '', 'ELECTRON_BROWSER_REQUIRE', 'bundle:initial ', 'hasOwnProperty'];
      const outcomes = await Promise.allSettled(names.map((name) => request(name)));
      return outcomes.every((outcome) => outcome.status === 'rejected');
    });
    expect(refused).toBe(true);
  });

  test('the content policy stands on every answer, refusals included', async () => {
    const headers = await running.page.evaluate(async () => {
      const files = ['index.html', 'wasm/sql-wasm.wasm', 'fonts/Inter_400Regular.ttf', 'nothing-here.js', '..%2fpackage.json'];
      const answers = await Promise.all(files.map((file) => fetch(`app://bundle/${file}`)));
      return answers.map((answer) => ({ policy: answer.headers.get('content-security-policy'), sniff: answer.headers.get('x-content-type-options') }));
    });
    expect(headers).toEqual(Array.from({ length: 5 }, () => ({ policy: POLICY, sniff: 'nosniff' })));
  });

  test('files outside the surface cannot be asked for, however the path is spelt', async () => {
    const spellings = [
      '../package.json', '../../package.json', '..%2fpackage.json', '..%2f..%2fpackage.json', '%2e%2e/package.json', '%2e%2e%2fpackage.json', '..%5cpackage.json', '..\\package.json',
      '%252e%252e%252fpackage.json', '..%c0%afpackage.json', '....//package.json', '..;/package.json', 'assets/../../package.json', 'assets/%2e%2e/%2e%2e/package.json',
      '//etc/passwd', '///etc/passwd', '%2fetc%2fpasswd', '%2f%2fetc%2fpasswd', 'C:/Windows/win.ini', 'C:%5cWindows%5cwin.ini', '%43%3a/Windows/win.ini', '//server/share/x',
      '%5c%5cserver%5cshare%5cx', 'index.html::$DATA', 'index.html:stream', 'INDEX~1.HTM', 'index.html%00', 'index.html%00.png', 'index.html.', 'index.html%20', '.env', '.git/config',
      './.git/config', '../main/index.js', '..%2fmain%2findex.js', '../preload/index.cjs', '%e2%80%a5/main/index.js', '%ef%bc%8e%ef%bc%8e/main/index.js', '*', '%7cid', 'proc/self/environ', '..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd',
    ];
    const answers = await running.page.evaluate(
      (paths) => Promise.all(paths.map(async (path) => [path, await fetch(`app://bundle/${path}`).then(async (answer) => (answer.ok ? await answer.text() : 'refused'), () => 'refused')] as const)),
      spellings,
    );
    expect(answers.filter(([, answer]) => answer !== 'refused')).toEqual([]);
  });

  test('no other scheme can be loaded by any means', async () => {
    const outcomes = await running.page.evaluate(async () => {
      const addresses = ['file:///etc/passwd', 'http://127.0.0.1/', 'https://example.org/', 'ftp://example.org/', 'app://other/index.html', 'app://print/', 'chrome://version', 'devtools://devtools/bundled/inspector.html', 'blob:https://example.org/1'];
      const loaded: string[] = [];
      const settle = (name: string, start: (done: (ok: boolean) => void) => void) =>
        new Promise<void>((finish) => {
          const timer = setTimeout(finish, 1_500);
          const done = (ok: boolean) => {
            clearTimeout(timer);
            if (ok) loaded.push(name);
            finish();
          };
          try {
            start(done);
          } catch {
            done(false);
          }
        });
      await Promise.all(
        addresses.flatMap((address) => [
          settle(`fetch ${address}`, (done) => void fetch(address, { mode: 'no-cors' }).then(() => done(true), () => done(false))),
          settle(`img ${address}`, (done) => {
            const image = new Image();
            image.onload = () => done(true);
            image.onerror = () => done(false);
            image.src = address;
          }),
          settle(`link ${address}`, (done) => {
            const link = document.createElement('link');
            link.rel = 'stylesheet';
            link.onload = () => done(true);
            link.onerror = () => done(false);
            link.href = address;
            document.head.append(link);
          }),
          settle(`iframe ${address}`, (done) => {
            const frame = document.createElement('iframe');
            frame.src = address;
            document.body.append(frame);
            setTimeout(() => {
              let reached: boolean;
              try {
                reached = frame.contentDocument !== null && frame.contentDocument.URL === address;
              } catch {
                reached = false;
              }
              frame.remove();
              done(reached);
            }, 600);
          }),
          settle(`worker ${address}`, (done) => {
            const worker = new Worker(address);
            worker.onmessage = () => done(true);
            worker.onerror = () => done(false);
          }),
          settle(`socket ${address}`, (done) => {
            const socket = new WebSocket(address.replace(/^https?/, 'ws').replace(/^(?!ws).*/, 'wss://example.org/'));
            socket.onopen = () => done(true);
            socket.onerror = () => done(false);
          }),
          settle(`beacon ${address}`, (done) => done(navigator.sendBeacon(address) && false)),
          settle(`events ${address}`, (done) => {
            const source = new EventSource(address);
            source.onopen = () => done(true);
            source.onerror = () => {
              source.close();
              done(false);
            };
          }),
        ]),
      );
      return loaded;
    });
    expect(outcomes).toEqual([]);
  });

  test('script cannot be smuggled in: each attempt is refused and noticed', async () => {
    const before = (await running.violations()).length;
    const ran = await running.page.evaluate(async () => {
      const hits: string[] = [];
      Object.assign(globalThis, { hit: (name: string) => hits.push(name) });
      const attempts: Record<string, () => unknown> = {
        eval: () => (0, eval)("hit('eval')"),
        Function: () => new Function("hit('Function')")(),
        timeoutText: () => (setTimeout as (code: string) => void)("hit('timeoutText')"),
        innerHTML: () => (document.body.appendChild(document.createElement('p')).innerHTML = "<img src=x onerror=hit('innerHTML')>"),
        outerHTML: () => (document.body.appendChild(document.createElement('p')).outerHTML = "<img src=x onerror=hit('outerHTML')>"),
        insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', "<img src=x onerror=hit('adjacent')>"),
        documentWrite: () => document.write("<script>hit('write')</scr" + 'ipt>'),
        domParser: () => new DOMParser().parseFromString('<p>', 'text/html'),
        srcdoc: () => {
          const frame = document.createElement('iframe');
          frame.srcdoc = "<script>parent.hit('srcdoc')</scr" + 'ipt>';
          document.body.append(frame);
        },
        inlineScript: () => {
          const script = document.createElement('script');
          script.text = "hit('inlineScript')";
          document.head.append(script);
        },
        scriptNode: () => {
          const script = document.createElement('script');
          script.append(document.createTextNode("hit('scriptNode')"));
          document.head.append(script);
        },
        remoteScript: () => {
          const script = document.createElement('script');
          script.src = 'https://example.org/x.js';
          document.head.append(script);
        },
        dataScript: () => {
          const script = document.createElement('script');
          script.src = "data:text/javascript,hit('dataScript')";
          document.head.append(script);
        },
        blobWorker: () => new Worker(URL.createObjectURL(new Blob(["postMessage('x')"]))),
        handlerAttribute: () => document.body.setAttribute('onclick', "hit('handler')"),
        inlineStyle: () => {
          const style = document.createElement('style');
          style.textContent = 'body{display:none}';
          document.head.append(style);
        },
        base: () => {
          const base = document.createElement('base');
          base.href = 'https://example.org/';
          document.head.append(base);
        },
        policy: () => (globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy('other', { createHTML: (text: string) => text }),
        secondPolicy: () => (globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => unknown } }).trustedTypes.createPolicy('default', { createHTML: (text: string) => text }),
        import: () => {
          const address = 'data:text/javascript,hit("import")';
          return import(/* @vite-ignore */ address).catch(() => undefined);
        },
      };
      // What a debugger evaluates may use `eval`; a turn later the page is on its own.
      await new Promise((resume) => setTimeout(resume, 50));
      for (const attempt of Object.values(attempts)) {
        try {
          await attempt();
        } catch {
          // refused, as it should be
        }
      }
      document.body.click();
      await new Promise((resume) => setTimeout(resume, 500));
      document.querySelectorAll('iframe').forEach((frame) => frame.remove());
      return [...hits, ...(getComputedStyle(document.body).display === 'none' ? ['inlineStyle'] : []), ...(document.baseURI.startsWith('app://bundle/') ? [] : ['base'])];
    });
    expect(ran).toEqual([]);
    expect((await running.violations()).length - before).toBeGreaterThanOrEqual(12);
  });

  test('permissions are denied, but for full screen and plain copying', async () => {
    const outcome = await running.page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage', 'background-sync', 'accelerometer', 'gyroscope', 'magnetometer', 'idle-detection', 'local-fonts', 'window-management', 'storage-access', 'payment-handler', 'periodic-background-sync', 'screen-wake-lock', 'nfc', 'display-capture', 'top-level-storage-access', 'speaker-selection', 'captured-surface-control'];
      const granted: string[] = [];
      for (const name of names) {
        const state = await navigator.permissions.query({ name: name as PermissionName }).then((status) => status.state, () => 'denied');
        if (state === 'granted') granted.push(name);
      }
      const asks: Record<string, () => Promise<unknown>> = {
        geolocation: () => new Promise((yes, no) => navigator.geolocation.getCurrentPosition(yes, no, { timeout: 2_000 })),
        media: () => navigator.mediaDevices.getUserMedia({ audio: true, video: true }),
        display: () => navigator.mediaDevices.getDisplayMedia({ video: true }),
        notification: async () => ((await Notification.requestPermission()) === 'granted' ? true : Promise.reject(new Error('denied'))),
        midi: () => navigator.requestMIDIAccess({ sysex: true }),
        clipboard: () => navigator.clipboard.readText(),
        usb: () => (navigator as unknown as { usb: { requestDevice: (options: object) => Promise<unknown> } }).usb.requestDevice({ filters: [] }),
        serial: () => (navigator as unknown as { serial: { requestPort: () => Promise<unknown> } }).serial.requestPort(),
        hid: async () => ((await (navigator as unknown as { hid: { requestDevice: (options: object) => Promise<readonly unknown[]> } }).hid.requestDevice({ filters: [] })).length > 0 ? true : Promise.reject(new Error('none'))),
        bluetooth: () => (navigator as unknown as { bluetooth: { requestDevice: (options: object) => Promise<unknown> } }).bluetooth.requestDevice({ acceptAllDevices: true }),
      };
      for (const [name, ask] of Object.entries(asks)) {
        const allowed = await Promise.race([Promise.resolve().then(ask).then(() => true, () => false), new Promise<boolean>((resume) => setTimeout(() => resume(false), 2_500))]);
        if (allowed) granted.push(`asked for ${name}`);
      }
      return granted;
    });
    expect(outcome).toEqual([]);
  });

  test('the page stays where it is and opens no other', async () => {
    const address = running.page.url();
    const attempts = [
      "location.href = 'https://example.org/'", "location.assign('file:///etc/passwd')", "location.replace('data:text/html,x')", "location = 'http://127.0.0.1/'",
      "window.open('https://example.org/')", "window.open('about:blank')", "window.open('app://bundle/index.html')", "window.open('file:///etc/passwd', '_top')", "open('javascript:1')",
    ];
    for (const attempt of attempts) {
      const [property, argument] = [attempt, attempt.match(/'([^']*)'/)?.[1] ?? ''];
      await running.page
        .evaluate(
          ({ kind, target }) => {
            if (kind.startsWith('location.assign')) location.assign(target);
            else if (kind.startsWith('location.replace')) location.replace(target);
            else if (kind.startsWith('location')) location.href = target;
            else window.open(target, kind.includes('_top') ? '_top' : '_blank');
          },
          { kind: property, target: argument },
        )
        .catch(() => undefined);
    }
    for (const target of ['https://example.org/', 'file:///etc/passwd', 'javascript:hit(1)', 'data:text/html,x', 'app://other/', 'mailto:a@b.de', 'ms-msdt:/id', 'search-ms:query=x']) {
      for (const frame of ['_self', '_top', '_blank']) {
        await running.page.evaluate(
          ({ target: href, frame: name }) => {
            const anchor = document.createElement('a');
            anchor.href = href;
            anchor.target = name;
            document.body.append(anchor);
            anchor.click();
            anchor.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }));
            anchor.remove();
          },
          { target, frame },
        );
      }
    }
    await running.page.evaluate(() => {
      const form = document.createElement('form');
      form.action = 'https://example.org/';
      document.body.append(form);
      form.submit();
      form.remove();
      const refresh = document.createElement('meta');
      refresh.httpEquiv = 'refresh';
      refresh.content = '0;url=https://example.org/';
      document.head.append(refresh);
      const dropped = new DataTransfer();
      dropped.items.add(new File(['<h1>x</h1>'], 'x.html', { type: 'text/html' }));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
    });
    await running.page.waitForTimeout(700);
    expect(running.page.url().replace(/#.*$/, '')).toBe(address.replace(/#.*$/, ''));
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('links leave the program only when listed and agreed to', async () => {
    await running.app.evaluate(({ shell, dialog }) => {
      const opened: string[] = [];
      const asked: string[] = [];
      Object.assign(globalThis, { opened, asked });
      shell.openExternal = (url) => Promise.resolve(void opened.push(url));
      dialog.showMessageBox = (...given: unknown[]) => {
        asked.push(JSON.stringify(given.at(-1)));
        return Promise.resolve({ response: asked.length % 2, checkboxChecked: false });
      };
    });
    await running.page.evaluate(async () => {
      for (const address of ['file:///etc/passwd', 'ms-msdt:/id', 'https://evil.example/', 'javascript:1', 'https://opencode.de/agreed', 'https://opencode.de/refused']) await window.quartierwerk.request('link:open', address);
    });
    const { opened, asked } = await running.app.evaluate(() => globalThis as unknown as { opened: readonly string[]; asked: readonly string[] });
    expect(opened).toEqual(['https://opencode.de/agreed']);
    expect(asked).toHaveLength(2);
  });

  test('thousands of hostile messages: none is accepted, nothing crashes', async () => {
    const before = ownFiles(running.profile);
    const accepted = await running.page.evaluate(async () => {
      const request = window.quartierwerk.request as (channel: string, ...given: unknown[]) => Promise<unknown>;
      const channels = ['project:save', 'journal:append', 'journal:read', 'journal:discard', 'recent:open', 'export:save', 'print:pdf', 'settings:write', 'window:document', 'bundle:initial', 'settings:read', 'app:info'];
      const proto = JSON.parse('{"__proto__":{"polluted":true}}') as unknown;
      const values: unknown[] = [
        undefined, null, true, 0, -1, NaN, Infinity, '', '../x', '/etc/passwd', 'C:\\x', 'x'.repeat(100_000), [], {}, [[]], proto, { constructor: { prototype: { polluted: true } } },
        new Date(), /x/, new Map([['a', 1]]), new Set([1]), new Uint8Array(8), new Float64Array(4), new ArrayBuffer(8), new Error('x'), 10n, { version: 1 }, { path: '/etc/passwd' },
        { grant: '00000000-0000-4000-8000-000000000000' }, { html: '<script>', title: 'x', extra: 1 }, { kind: 'exe', suggestedName: 'x', bytes: new Uint8Array(1) },
      ];
      let seed = 42;
      const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
      const shape = (depth: number): unknown => {
        if (depth === 0 || next(3) === 0) return values[next(values.length)];
        const keys = ['kind', 'suggestedName', 'bytes', 'grant', 'saveAs', 'journalId', 'html', 'title', 'version', 'panels', '__proto__', 'constructor'];
        return Object.fromEntries(Array.from({ length: 1 + next(4) }, () => [keys[next(keys.length)], shape(depth - 1)]));
      };
      const accepted: string[] = [];
      for (let round = 0; round < 100; round++) {
        await Promise.all(
          Array.from({ length: 100 }, async () => {
            const channel = channels[next(channels.length)]!;
            const given = Array.from({ length: 1 + next(3) }, () => shape(next(4)));
            await request(channel, ...given).then(() => accepted.push(channel), () => undefined);
          }),
        );
      }
      return accepted;
    });
    expect(accepted).toEqual([]);
    expect(await running.page.evaluate(() => window.quartierwerk.request('app:info'))).toMatchObject({ version: expect.any(String) });
    expect(await running.app.evaluate(() => ({}) as { polluted?: boolean })).toEqual({});
    expect(ownFiles(running.profile)).toEqual(before);
  });

  test('a second page of our own origin, and one of none, get no answer', async () => {
    const outcomes = await running.app.evaluate(async ({ BrowserWindow, webContents }, preload) => {
      const session = webContents.getAllWebContents()[0]!.session;
      const answers: string[] = [];
      for (const address of ['app://bundle/index.html', 'about:blank']) {
        const window = new BrowserWindow({ show: false, webPreferences: { session, preload, sandbox: true, contextIsolation: true } });
        await window.loadURL(address);
        answers.push(await window.webContents.executeJavaScript("window.quartierwerk.request('app:info').then(() => 'answered', () => 'refused')"));
        window.destroy();
      }
      return answers;
    }, await running.app.evaluate(({ app }) => `${app.getAppPath()}/dist/preload/index.cjs`));
    expect(outcomes).toEqual(['refused', 'refused']);
  });
});

describe('the packed program as shipped', () => {
  const program = resolve(PACKED, 'quartierwerk');
  const profile = mkdtempSync(join(tmpdir(), 'quartierwerk-shipped-'));
  afterAll(() => rmSync(profile, { recursive: true, force: true }));

  test('every fuse stands as decided', async () => {
    const wire = await getCurrentFuseWire(program);
    const decided: readonly (readonly [FuseV1Options, FuseState])[] = [
      [FuseV1Options.RunAsNode, FuseState.DISABLE],
      [FuseV1Options.EnableCookieEncryption, FuseState.ENABLE],
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
      [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseState.ENABLE],
      [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, FuseState.DISABLE],
      [FuseV1Options.GrantFileProtocolExtraPrivileges, FuseState.DISABLE],
    ];
    for (const [fuse, state] of decided) expect([FuseV1Options[fuse], wire[fuse]]).toEqual([FuseV1Options[fuse], state]);
    // Older runtimes have no fuse for the trap handlers.
    const known = new Set(decided.map(([fuse]) => String(fuse)));
    for (const [fuse, state] of Object.entries(wire)) {
      if (/^\d+$/.test(fuse) && !known.has(fuse) && state !== undefined) expect([fuse, state]).toEqual([String(FuseV1Options.WasmTrapHandlers), FuseState.ENABLE]);
    }
  });

  test('it cannot be turned into Node', () => {
    const marker = join(profile, 'marker');
    const script = join(profile, 'script.cjs');
    writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(marker)}, 'ran')`);
    const asNode = spawnSync(program, [...rootSwitches(), '-e', "console.log('ran as node')"], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, encoding: 'utf8', timeout: 6_000, killSignal: 'SIGKILL' });
    expect(asNode.stdout).not.toContain('ran as node');
    spawnSync(program, [...rootSwitches(), `--user-data-dir=${profile}`, 'bundle', '--help'], { env: { ...process.env, NODE_OPTIONS: `--require ${script}` }, timeout: 15_000, killSignal: 'SIGKILL' });
    spawnSync(program, [...rootSwitches(), '--require', script, `--user-data-dir=${profile}`, 'bundle', '--help'], { env: process.env, timeout: 15_000, killSignal: 'SIGKILL' });
    expect(existsSync(marker)).toBe(false);
  });

  test('nothing listens, whatever switches it is given', async () => {
    const child = spawn(program, [...rootSwitches(), `--user-data-dir=${join(profile, 'listening')}`, '--inspect=127.0.0.1:9777', '--inspect-brk=127.0.0.1:9778', '--remote-debugging-port=9779', '--remote-debugging-pipe', '--remote-allow-origins=*'], { stdio: 'ignore', detached: true });
    try {
      await new Promise((resume) => setTimeout(resume, 5_000));
      expect(child.exitCode).toBeNull();
      const family = familyOf(child.pid!);
      expect(family.length).toBeGreaterThan(2);
      expect(family.flatMap(listeningSockets)).toEqual([]);
    } finally {
      process.kill(-child.pid!, 'SIGKILL');
    }
  });

  const isolated = ['-n', '--pid', '--fork', '--kill-child', '--mount-proc'];
  const mayIsolate = process.getuid?.() === 0 && spawnSync('unshare', [...isolated, 'true']).status === 0;
  test.skipIf(!mayIsolate)(`sends no packet: in a network of its own nothing is counted${mayIsolate ? '' : ' (skipped: namespaces of its own need root, and cannot be had inside a changed root folder)'}`, () => {
    const script = [
      'ip link set lo up',
      `xvfb-run -a "${program}" ${rootSwitches().join(' ')} --enable-unsafe-swiftshader --user-data-dir="${join(profile, 'alone')}" >/dev/null 2>&1 &`,
      'sleep 12',
      'cat /proc/net/dev | grep -v "|"',
      'echo ---',
      'tail -n +2 -q /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6',
      'echo ---',
      'ls "$1"',
      'kill %1',
    ].join('\n');
    const { stdout } = spawnSync('unshare', [...isolated, 'bash', '-mc', script, 'bash', join(profile, 'alone')], { encoding: 'utf8', timeout: 60_000 });
    const [devices = '', sockets = '', written = ''] = stdout.split('---\n');
    expect(written.trim()).not.toBe('');
    const counts = devices.trim().split('\n').map((line) => line.trim().split(/[:\s]+/));
    expect(counts.length).toBeGreaterThan(0);
    for (const [device, receivedBytes, receivedPackets, ...rest] of counts) expect([device, receivedBytes, receivedPackets, rest[6], rest[7]]).toEqual([device, '0', '0', '0', '0']);
    expect(sockets.trim()).toBe('');
  });
});

/** What the program itself wrote into its profile; the rest belongs to the browser part. */
const ownFiles = (profile: string) =>
  ['settings.json', 'recent.json', 'journals', 'generations', 'unfinished-saves'].filter((name) => existsSync(join(profile, name))).map((name) => `${name} ${statSync(join(profile, name)).mtimeMs}`);

/** A process and all its descendants. */
function familyOf(pid: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')[1] === String(pid);
      } catch {
        return false;
      }
    });
  return [pid, ...children.flatMap((child) => familyOf(Number(child)))];
}

/** Local addresses of TCP sockets that a process listens on. */
function listeningSockets(pid: number): readonly string[] {
  const inodes = new Set<string>();
  try {
    for (const descriptor of readdirSync(`/proc/${pid}/fd`)) {
      const target = spawnSync('readlink', [`/proc/${pid}/fd/${descriptor}`], { encoding: 'utf8' }).stdout.trim();
      const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
      if (inode !== undefined) inodes.add(inode);
    }
  } catch {
    return [];
  }
  return ['tcp', 'tcp6'].flatMap((family) =>
    readFileSync(`/proc/${pid}/net/${family}`, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A' && inodes.has(fields[9] ?? ''))
      .map((fields) => fields[1] ?? ''),
  );
}
