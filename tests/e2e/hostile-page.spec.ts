import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { RpcOutcome } from '../../shared/bridge.ts';
import { type Arrivals, listenForArrivals } from '../support/arrivals.ts';
import { answerFileDialogs } from '../support/dialogs.ts';
import { expect, test as plainTest } from '../support/electron.ts';
import { engineVersion } from '../support/engine-calls.ts';
import type { StartedApp } from '../support/start-app.ts';

/** The page as somebody has it who got a script of his own into it: what he tries, and what becomes of it. */
const test = plainTest.extend<{ readonly elsewhere: Arrivals; readonly address: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's dependencies from the pattern.
  elsewhere: async ({}, use) => {
    const elsewhere = await listenForArrivals();
    await use(elsewhere);
    await elsewhere.close();
  },
  address: async ({ elsewhere }, use) => use(`http://127.0.0.1:${elsewhere.port}/`),
});

const share = String.raw`\\host\share\x.orderbud`;

/** Hears, after the program's own guards, where the page wants to go, to load and to save, and whether they let it. */
async function heardAttempts(app: StartedApp): Promise<() => Promise<readonly string[]>> {
  await app.electron.evaluate(({ BrowserWindow, session }) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const outcome = (event: { readonly defaultPrevented: boolean }) =>
      event.defaultPrevented ? 'prevented' : 'let through';
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
      heard.push(`${event.url} ${outcome(event)}`);
    });
    session.defaultSession.on('will-download', (event) => void heard.push(`download ${outcome(event)}`));
  });
  return () => app.electron.evaluate(() => (globalThis as { heard?: string[] }).heard ?? []);
}

/** What the content security policy has stopped from now on, by directive. */
async function heardViolations(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const violated: string[] = [];
    Object.assign(window, { violated });
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      // A library of the program's own asks whether it may make code of text
      if (effectiveDirective !== 'script-src') violated.push(effectiveDirective);
    });
  });
  return () => page.evaluate(() => Reflect.get(window, 'violated') as string[]);
}

/** Asks the engine over the bridge; whatever else is given goes along, as a page may send what it likes. */
function ask(page: Page, path: string, input: unknown, more: object = {}): Promise<RpcOutcome> {
  return page.evaluate(
    ([path, input, more]) => {
      const id = 1_000_000 + Math.floor(Math.random() * 1_000_000_000);
      const isQuery = /\.(backups|lookAtBackup|state)$/.test(path);
      return window.orderbud.call({ ...more, id, type: isQuery ? 'query' : 'mutation', path, input });
    },
    [path, input, more] as const,
  );
}

const codeOf = (outcome: RpcOutcome) => (outcome.kind === 'error' ? outcome.error.data.appCode : 'done');

/** The content security policy that comes with an address of the program's own, by directive. */
async function policyOf(app: StartedApp, address: string): Promise<Readonly<Record<string, string>>> {
  const policy = await app.electron.evaluate(
    async ({ net }, address) => (await net.fetch(address)).headers.get('content-security-policy') ?? '',
    address,
  );
  return Object.fromEntries(policy.split('; ').map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]));
}

test('the window’s policy allows the program’s own files and nothing else; a mail’s allows its styles and pictures', async ({
  app,
  page,
}) => {
  const [first, second] = [
    await policyOf(app, 'orderbud://app/index.html'),
    await policyOf(app, 'orderbud://app/index.html'),
  ];
  expect(first).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'worker-src': "'none'",
    'style-src': expect.stringMatching(/^'self' 'nonce-[\w+/]{22}=='$/),
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'connect-src': "'none'",
    'frame-src': 'orderbud://mail',
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
  expect(second['style-src']).not.toBe(first['style-src']);
  const mail = await page.evaluate(() => window.orderbud.shell.addressOfMail('<p>x</p>'));
  expect(mail).toMatch(/^orderbud:\/\/mail\/[\w-]{36}$/);
  expect(await policyOf(app, mail)).toEqual({
    'default-src': "'none'",
    'style-src': "'unsafe-inline'",
    'img-src': 'data:',
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': 'orderbud://app',
    sandbox: '',
  });
});

test('no style but the program’s own changes the window', async ({ page }) => {
  const colours = await page.evaluate(async () => {
    const style = document.createElement('style');
    style.textContent = 'body { color: rgb(1, 2, 3) !important }';
    document.head.append(style);
    const holder = document.createElement('div');
    holder.innerHTML = '<p style="color: rgb(1, 2, 3)">x</p>';
    document.body.append(holder);
    const colourOf = (element: Element) => getComputedStyle(element).color;
    return [colourOf(document.body), colourOf(holder.firstElementChild ?? document.body)];
  });
  expect(colours).not.toContain('rgb(1, 2, 3)');
});

test('the page cannot be led elsewhere', async ({ app, page, address, elsewhere, userData }) => {
  const attempts = await heardAttempts(app);
  const violations = await heardViolations(page);
  const prevented: string[] = [];
  const stopped = async (name: string, url = `${address}${name}`) => {
    prevented.push(`${url} prevented`);
    await expect.poll(attempts).toEqual(prevented);
  };

  await page.evaluate((address) => {
    location.href = `${address}location`;
  }, address);
  await stopped('location');
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = `${address}link`;
    document.body.append(link);
    link.click();
  }, address);
  await stopped('link');
  await page.evaluate((address) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0;url=${address}refresh`;
    document.head.append(meta);
  }, address);
  await stopped('refresh');
  await page.evaluate(() => {
    location.href = 'orderbud://app/assets/';
  });
  await stopped('', 'orderbud://app/assets/');

  await test.step('a form is not sent', async () => {
    await page.evaluate((address) => {
      const form = document.createElement('form');
      form.action = `${address}form`;
      form.method = 'post';
      document.body.append(form);
      form.submit();
    }, address);
    await expect.poll(violations).toEqual(['form-action']);
  });

  await test.step('a javascript: link runs nothing', async () => {
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'javascript:window.ran = true';
      document.body.append(link);
      link.click();
    });
    await expect.poll(violations).toEqual(['form-action', 'script-src-elem']);
    expect(await page.evaluate(() => Reflect.has(window, 'ran'))).toBe(false);
  });

  await test.step('a dropped file is not shown', async () => {
    const file = join(userData, 'dropped.html');
    await writeFile(file, '<title>dropped</title>');
    // What nobody takes leaves again
    await page.evaluate(() => {
      const hasLeft = new Promise((resolve) => window.addEventListener('dragleave', () => resolve(true)));
      Object.assign(window, { hasLeft });
    });
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await devtools.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
    }
    expect(await page.evaluate(() => Reflect.get(window, 'hasLeft') as Promise<boolean>)).toBe(true);
  });

  expect(page.url().split('?')[0]).toBe('orderbud://app/index.html');
  expect(await page.evaluate(() => document.title)).toContain('Orderbud');
  expect(await attempts()).toEqual(prevented);
  expect(elsewhere.count()).toBe(0);
});

test('no window, web view or frame of something else comes up', async ({ app, page, address, elsewhere }) => {
  const contents = () => app.electron.evaluate(({ webContents }) => webContents.getAllWebContents().length);
  const before = await contents();
  const violations = await heardViolations(page);
  const found = await page.evaluate(async (address) => {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    document.body.append(link);
    // A page waits for the answer to either, so that both are decided when it goes on
    link.click();
    const opened = [address, 'about:blank', location.href, 'file:///etc/passwd'].map((url) => window.open(url));
    const webview = document.createElement('webview');
    webview.setAttribute('src', address);
    document.body.append(webview);
    for (const src of [
      address,
      location.href,
      URL.createObjectURL(new Blob(['x'], { type: 'text/html' })),
      'data:text/html,x',
    ]) {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }
    return { opened, webview: 'reload' in webview };
  }, address);
  expect(found).toEqual({ opened: [null, null, null, null], webview: false });
  await expect.poll(violations).toEqual(['frame-src', 'frame-src', 'frame-src', 'frame-src']);
  expect(await contents()).toBe(before);
  expect(elsewhere.count()).toBe(0);
});

test('a frame has no bridge, and its scripts do not run', async ({ page }) => {
  const found = await page.evaluate(async () => {
    const script = `<script>parent.fromFrame = true; parent.frameBridge = typeof window.orderbud</script>`;
    const load = (sandbox: string | null) =>
      new Promise<HTMLIFrameElement>((resolve) => {
        const frame = document.createElement('iframe');
        if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
        frame.srcdoc = `${script}<img src="x" onerror="parent.fromFrame = true">`;
        frame.onload = () => resolve(frame);
        document.body.append(frame);
      });
    const open = await load(null);
    await load('allow-scripts');
    return {
      bridge: typeof Reflect.get(open.contentWindow ?? {}, 'orderbud'),
      fromFrame: Reflect.has(window, 'fromFrame'),
    };
  });
  expect(found).toEqual({ bridge: 'undefined', fromFrame: false });
});

test('nothing is downloaded', async ({ app, page }) => {
  const attempts = await heardAttempts(app);
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    document.body.append(link);
    link.click();
  });
  await expect.poll(attempts).toEqual(['download prevented']);
});

test('nothing reaches the network', async ({ page, address, elsewhere }) => {
  const outcomes = await page.evaluate(async (address) => {
    const host = address.slice('http://'.length, -1);
    const outcomeOf = (element: HTMLElement) =>
      new Promise<string>((resolve) => {
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        document.body.append(element);
      });
    const made = (name: string, attributes: Readonly<Record<string, string>>) => {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
      return element;
    };
    // Tells only whether it was queued
    navigator.sendBeacon(address, 'x');
    const refused = (error: unknown) => (error ? 'refused' : '');
    const socket = (open: () => EventTarget) =>
      new Promise<string>((resolve) => {
        try {
          const made = open();
          made.addEventListener('open', () => resolve('loaded'));
          made.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      });
    return {
      fetch: await fetch(address).then(() => 'loaded', refused),
      noCors: await fetch(address, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }).then(
        () => 'loaded',
        refused,
      ),
      image: await outcomeOf(made('img', { src: address })),
      script: await outcomeOf(made('script', { src: address })),
      module: await import(/* @vite-ignore */ address).then(() => 'loaded', refused),
      style: await outcomeOf(made('link', { rel: 'stylesheet', href: address })),
      preload: await outcomeOf(made('link', { rel: 'preload', as: 'image', href: address })),
      video: await outcomeOf(made('video', { src: address, autoplay: '' })),
      font: await new FontFace('x', `url(${address})`).load().then(() => 'loaded', refused),
      webSocket: await socket(() => new WebSocket(`ws://${host}`)),
      eventSource: await socket(() => new EventSource(address)),
    };
  }, address);
  expect(Object.entries(outcomes).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
  expect(elsewhere.count()).toBe(0);
});

test('nothing leaves by WebRTC', async ({ page, elsewhere }) => {
  await page.evaluate(async (port) => {
    const urls = [`stun:127.0.0.1:${port}`, `turn:127.0.0.1:${port}?transport=tcp`];
    const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'x', credential: 'x' }] });
    peer.createDataChannel('x');
    const gathered = new Promise<void>((resolve) => {
      peer.onicegatheringstatechange = () => {
        if (peer.iceGatheringState === 'complete') resolve();
      };
    });
    await peer.setLocalDescription();
    await gathered;
  }, elsewhere.port);
  expect(elsewhere.count()).toBe(0);
});

test('names of other computers are not looked up', async ({ app }) => {
  const outcome = await app.electron.evaluate(({ session }) =>
    session.defaultSession.resolveHost('localhost').then(
      () => 'found',
      (error: Error) => error.message,
    ),
  );
  expect(outcome).toContain('NAME_NOT_RESOLVED');
});

test('only the program’s own scripts run, and there is no Node', async ({ page }) => {
  const ran = await page.evaluate(async () => {
    // The debugger lets what it calls itself use eval; what comes after a turn of the loop is the page's own
    await new Promise((resolve) => setTimeout(resolve));
    const globals = globalThis as unknown as { ran: string[]; eval: (code: string) => unknown };
    globals.ran = [];
    const attempt = async (name: string, work: () => unknown) => {
      try {
        await work();
      } catch {
        return;
      }
      if (name.startsWith('import')) globals.ran.push(name);
    };
    await attempt('eval', () => globals.eval(`ran.push('eval')`));
    await attempt('Function', () => new Function(`ran.push('Function')`)());
    await attempt('setTimeout', () => Reflect.apply(setTimeout, window, [`ran.push('setTimeout')`]));
    const script = document.createElement('script');
    script.textContent = `ran.push('inline')`;
    document.body.append(script);
    const handler = document.createElement('div');
    handler.setAttribute('onclick', `ran.push('handler')`);
    document.body.append(handler);
    handler.click();
    const code = `data:text/javascript,globalThis.ran?.push('data')`;
    const blob = URL.createObjectURL(new Blob([`globalThis.ran?.push('blob')`], { type: 'text/javascript' }));
    const loaded = (src: string) =>
      new Promise<void>((resolve) => {
        const element = document.createElement('script');
        element.src = src;
        element.onload = () => resolve();
        element.onerror = () => resolve();
        document.body.append(element);
      });
    await loaded(code);
    await loaded(blob);
    await attempt('import data', () => import(/* @vite-ignore */ code));
    await attempt('import blob', () => import(/* @vite-ignore */ blob));
    const worker = (url: string) =>
      new Promise<string>((resolve) => {
        try {
          const made = new Worker(url);
          made.onmessage = () => resolve('ran');
          made.onerror = () => resolve('refused');
        } catch {
          resolve('refused');
        }
      });
    const work = URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
    const workers = [await worker(work), await worker('data:text/javascript,postMessage(1)')];
    const wasm = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(
      () => 'ran',
      () => 'refused',
    );
    await new Promise((resolve) => setTimeout(resolve));
    return {
      ran: globals.ran,
      workers,
      wasm,
      serviceWorker: await (navigator.serviceWorker?.register('x.js') ?? Promise.reject()).then(
        () => 'ran',
        () => 'refused',
      ),
      node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => Reflect.has(window, name)),
    };
  });
  expect(ran).toEqual({
    ran: [],
    workers: ['refused', 'refused'],
    wasm: 'refused',
    serviceWorker: 'refused',
    node: [],
  });
});

test('every permission is refused', async ({ page }) => {
  const granted = await page.evaluate(async () => {
    const names = [
      'accelerometer',
      'background-fetch',
      'background-sync',
      'camera',
      'clipboard-read',
      'clipboard-write',
      'display-capture',
      'geolocation',
      'gyroscope',
      'idle-detection',
      'local-fonts',
      'magnetometer',
      'microphone',
      'midi',
      'notifications',
      'payment-handler',
      'persistent-storage',
      'push',
      'screen-wake-lock',
      'storage-access',
      'window-management',
    ];
    const found: string[] = [];
    for (const name of names) {
      const status = await navigator.permissions.query({ name: name as PermissionName }).catch(() => null);
      if (status?.state === 'granted') found.push(name);
    }
    const tried: Readonly<Record<string, () => Promise<unknown>>> = {
      camera: () => navigator.mediaDevices.getUserMedia({ video: true }),
      microphone: () => navigator.mediaDevices.getUserMedia({ audio: true }),
      screen: () => navigator.mediaDevices.getDisplayMedia(),
      location: () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      clipboard: () => navigator.clipboard.readText(),
      midi: () => navigator.requestMIDIAccess({ sysex: true }),
      persist: async () => {
        if (!(await navigator.storage.persist())) throw new Error('refused');
      },
      notify: async () => {
        if ((await Notification.requestPermission()) !== 'granted') throw new Error('refused');
      },
      wakeLock: () => navigator.wakeLock.request('screen'),
      ...Object.fromEntries(
        ['usb', 'hid', 'serial', 'bluetooth'].map((bus) => [
          bus,
          async () => {
            const device = Reflect.get(navigator, bus) as {
              getDevices?: () => Promise<unknown[]>;
              getPorts?: () => Promise<unknown[]>;
            };
            const known = (await (device.getDevices ?? device.getPorts)?.call(device)) ?? [];
            if (known.length === 0) throw new Error('none');
          },
        ]),
      ),
    };
    for (const [name, attempt] of Object.entries(tried)) {
      await attempt().then(
        () => found.push(`${name} used`),
        () => {},
      );
    }
    return found;
  });
  expect(granted).toEqual([]);
});

test('files outside the program’s own folder are not served', async ({ app }) => {
  const statuses = await app.electron.evaluate(async ({ net }) => {
    const asked = [
      'orderbud://app/index.html',
      'orderbud://app/../package.json',
      'orderbud://app/%2e%2e/%2e%2e/package.json',
      'orderbud://app/..%2f..%2fpackage.json',
      'orderbud://app/..%5c..%5cpackage.json',
      'orderbud://app/%00',
      'orderbud://app/%zz',
      'orderbud://other/index.html',
      'orderbud://mail/',
      'orderbud://mail/index.html',
    ];
    return Promise.all(asked.map(async (url) => (await net.fetch(url)).status));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404, 404, 404, 404]);
});

test('what no window would send is refused, and harms neither page, shell nor engine', async ({ app, page }) => {
  const { pid } = await engineVersion(page);
  const outcomes = await page.evaluate(async () => {
    const polluting = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const inputs: readonly unknown[] = [
      polluting,
      { path: polluting, name: polluting },
      'x'.repeat(1_000_000),
      { path: 'x'.repeat(1_000_000), name: 'Shop' },
      { path: '/tmp/\u0000', name: 'Shop' },
      circle,
      new Map([['path', '/tmp/x']]),
      new Uint8Array(1_000_000),
      new Proxy({}, {}),
      () => 'called',
      { path: () => 'called', name: 'Shop' },
      10n ** 400n,
      Symbol('x'),
      Array.from({ length: 10_000 }, () => ({})),
    ];
    const paths = [
      'companies.create',
      'companies.open',
      '__proto__',
      'constructor',
      'companies.__proto__',
      'companies.constructor.name',
      'companies.then',
      'toString',
      '',
      '.',
      '..',
      'companies',
      '_def.procedures',
      'x'.repeat(100_000),
    ];
    let id = 5_000_000;
    const all = new Map<string, number>();
    const note = (outcome: string) => all.set(outcome, (all.get(outcome) ?? 0) + 1);
    const { orderbud } = window;
    const outcomeOf = async (call: () => Promise<{ readonly kind: string }>) => {
      try {
        note((await call()).kind);
      } catch {
        note('refused');
      }
    };
    for (const path of paths) {
      for (const input of inputs) {
        id += 1;
        await outcomeOf(() => orderbud.call({ id, type: 'mutation', path, input }));
      }
    }
    const strange = [
      undefined,
      null,
      7,
      'x',
      [],
      {},
      { id: 'x', type: 'query', path: 'app.version', input: undefined },
      { id: 1.5, type: 'query', path: 'app.version' },
      { id: 1, type: 'subscription', path: 'app.changes' },
      { id: 1, type: '__proto__', path: 'app.version' },
      { id: Number.NaN, type: 'query', path: 'app.version' },
    ];
    for (const call of strange) await outcomeOf(() => orderbud.call(call as never));
    const shell = orderbud.shell as unknown as Record<string, (request?: unknown) => Promise<unknown>>;
    // A mail is any text
    const kept = new Set(['environment', 'quit', 'restartEngine', 'addressOfMail']);
    for (const name of Object.keys(shell).filter((name) => !kept.has(name))) {
      for (const input of [...inputs, 'toggleDevTools', '/etc/passwd', { title: 1, suggestedName: {}, pdf: 'text' }]) {
        await outcomeOf(async () => ({ kind: `shell.${name} ${typeof (await shell[name]?.(input))}` }));
      }
    }
    return { outcomes: [...all.keys()].sort(), polluted: Reflect.get({}, 'polluted') ?? null };
  });
  expect(outcomes).toEqual({ outcomes: ['error', 'refused'], polluted: null });
  expect(await app.electron.evaluate(() => Reflect.get({}, 'polluted') ?? null)).toBeNull();
  expect((await engineVersion(page)).pid).toBe(pid);
});

test('a path that nobody chose is neither read nor written, whatever the page says of it', async ({
  app,
  page,
  userData,
}) => {
  const path = join(userData, 'made.orderbud');
  const lies = {
    chosenPaths: [
      { path, use: 'write' },
      { path, use: 'read' },
    ],
  };
  for (const named of [path, share, '/etc/passwd', '//host/share/x']) {
    expect(codeOf(await ask(page, 'companies.create', { path: named, name: 'Shop', ...lies }, lies))).toBe(
      'path-not-chosen',
    );
    expect(codeOf(await ask(page, 'companies.open', { path: named, ...lies }, lies))).toBe('path-not-chosen');
    expect(codeOf(await ask(page, 'companies.lookAtBackup', { path: named }, lies))).toBe('path-not-chosen');
    expect(codeOf(await ask(page, 'companies.restore', { backupPath: named, companyPath: named }, lies))).toBe(
      'path-not-chosen',
    );
  }

  await test.step('a closed dialog chooses nothing', async () => {
    await answerFileDialogs(app, null);
    const request = { title: 'x', suggestedName: path, kinds: [] };
    expect(await page.evaluate((request) => window.orderbud.shell.chooseFileToSave(request), request)).toBeNull();
    expect(codeOf(await ask(page, 'companies.create', { path, name: 'Shop' }))).toBe('path-not-chosen');
  });

  await test.step('a dialog does not begin where the page says', async () => {
    await app.electron.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async (...args: unknown[]) => {
        Object.assign(globalThis, { begun: (args.at(-1) as { defaultPath: string }).defaultPath });
        return { canceled: true, filePath: '' };
      };
    });
    const request = { title: 'x', suggestedName: share, kinds: [] };
    await page.evaluate((request) => window.orderbud.shell.chooseFileToSave(request), request);
    expect(await app.electron.evaluate(() => Reflect.get(globalThis, 'begun'))).toBe('  host share x.orderbud');
  });

  await test.step('a chosen one is used for what it was chosen for', async () => {
    await answerFileDialogs(app, path);
    await writeFile(path, 'somebody’s file');
    await page.evaluate(() => window.orderbud.shell.chooseFileToOpen({ title: 'x', kinds: [] }));
    expect(codeOf(await ask(page, 'companies.create', { path, name: 'Shop' }))).toBe('path-not-chosen');
    expect(await readFile(path, 'utf8')).toBe('somebody’s file');
    expect(codeOf(await ask(page, 'companies.open', { path }))).toBe('company-damaged');
  });
  expect(existsSync(join(userData, 'made backups'))).toBe(false);
});

test('browser and file manager show what the program offers, and nothing that the page makes up', async ({
  app,
  page,
  userData,
}) => {
  await app.electron.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (url) => void opened.push(url);
    shell.showItemInFolder = (path) => void opened.push(path);
  });
  const opened = () => app.electron.evaluate(() => (globalThis as { opened?: string[] }).opened);
  const open = (address: string) =>
    page.evaluate(
      (address) =>
        window.orderbud.shell.openInBrowser(address).then(
          () => 'opened',
          () => 'refused',
        ),
      address,
    );
  const path = join(userData, 'shop.orderbud');
  await answerFileDialogs(app, path);
  await page.evaluate(() => window.orderbud.shell.showCompanyInFolder());
  await page.evaluate(() => window.orderbud.shell.chooseFileToSave({ title: 'x', suggestedName: 'x', kinds: [] }));
  expect(codeOf(await ask(page, 'companies.create', { path, name: 'Shop' }))).toBe('done');
  for (const trackingUrl of ['https://sporing.example/{no}', 'https://bank.example@evil.example/{no}']) {
    expect(codeOf(await ask(page, 'settings.saveCarrier', { name: trackingUrl.slice(8, 12), trackingUrl }))).toBe(
      'done',
    );
  }
  const refused = [
    'file:///etc/passwd',
    'smb://host/share',
    'javascript:alert(1)',
    'ms-msdt:/id PCWDiagnostic',
    String.raw`\\host\share`,
    'mailto:x@evil.example',
    'orderbud://app/index.html',
    'https://evil.example/?stolen=1',
    'https://sporing.example.evil.example/1',
    'https://bank.example@evil.example/1',
    'https://sporing.example/1\r\n',
    ' https://sporing.example/1',
  ];
  for (const address of refused) expect([address, await open(address)]).toEqual([address, 'refused']);
  expect(await open('https://sporing.example/370712345678901234')).toBe('opened');
  await page.evaluate(() =>
    Reflect.apply(window.orderbud.shell.showCompanyInFolder, null, ['/etc/passwd']).catch(() => null),
  );
  await page.evaluate(() => window.orderbud.shell.showCompanyInFolder());
  expect(await opened()).toEqual(['https://sporing.example/370712345678901234', path]);
});
