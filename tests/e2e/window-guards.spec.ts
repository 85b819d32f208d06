import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findElectron } from '../../tools/prepare/find-electron.mjs';
import { expect, test } from '../support/electron.ts';
import { machineArgs, type StartedApp } from '../support/start-app.ts';

let server: Server;
let address = '';
let requests = 0;

test.beforeAll(async () => {
  server = createServer((_request, response) => {
    requests += 1;
    response.end('<title>elsewhere</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => server.close());
test.beforeEach(() => {
  requests = 0;
});

/** Hears, after the program's own guards, where the page wants to go and whether they let it. */
async function heardNavigations(app: StartedApp): Promise<() => Promise<readonly string[]>> {
  await app.electron.evaluate(({ BrowserWindow }) => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) => {
      heard.push(`${event.url} ${event.defaultPrevented ? 'prevented' : 'let through'}`);
    });
  });
  return () => app.electron.evaluate(() => (globalThis as { heard?: string[] }).heard ?? []);
}

test('the page cannot be led elsewhere', async ({ app, page }) => {
  const navigations = await heardNavigations(app);
  await page.evaluate((address) => {
    location.href = address;
  }, address);
  await expect.poll(navigations).toEqual([`${address} prevented`]);
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    document.body.append(link);
    link.click();
  }, address);
  await expect.poll(navigations).toEqual([`${address} prevented`, `${address} prevented`]);
  expect(page.url().split('?')[0]).toBe('orderbud://app/index.html');
  expect(requests).toBe(0);
});

test('no window can be opened from the page', async ({ app, page }) => {
  const isOpened = await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    document.body.append(link);
    // A page waits for the answer to either, so that both are decided when it goes on
    link.click();
    return window.open(address) !== null;
  }, address);
  expect(isOpened).toBe(false);
  expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('nothing is loaded from the network', async ({ page }) => {
  const outcome = await page.evaluate(async (address) => {
    const picture = await new Promise<string>((resolve) => {
      const image = new Image();
      image.onload = () => resolve('loaded');
      image.onerror = () => resolve('refused');
      image.src = address;
    });
    const answer = await fetch(address).then(
      () => 'loaded',
      () => 'refused',
    );
    return { picture, answer };
  }, address);
  expect(outcome).toEqual({ picture: 'refused', answer: 'refused' });
  expect(requests).toBe(0);
});

test('the page has no Node, and its scripts are the program’s own', async ({ page }) => {
  const found = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    return {
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      injected: typeof Reflect.get(window, 'injected'),
    };
  });
  expect(found).toEqual({ require: 'undefined', process: 'undefined', injected: 'undefined' });
});

test('files outside the program’s own folder are not served', async ({ app }) => {
  const statuses = await app.electron.evaluate(async ({ net }) => {
    const asked = [
      'orderbud://app/index.html',
      'orderbud://app/../package.json',
      'orderbud://app/%2e%2e/%2e%2e/package.json',
      'orderbud://app/..%2f..%2fpackage.json',
      'orderbud://other/index.html',
    ];
    return Promise.all(asked.map(async (url) => (await net.fetch(url)).status));
  });
  expect(statuses).toEqual([200, 404, 404, 404, 404]);
});

test('permissions are refused', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const notification = await Notification.requestPermission();
    const camera = await navigator.permissions.query({ name: 'camera' as PermissionName });
    return [notification, camera.state];
  });
  expect(answers).toEqual(['denied', 'denied']);
});

test('a mail can be shown in a frame without scripts', async ({ page }) => {
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.sandbox.value = '';
    frame.srcdoc = '<p style="color: rgb(1, 2, 3)">Your order is on its way</p><script>document.body.remove()</script>';
    document.body.append(frame);
  });
  const text = page.frameLocator('iframe').getByText('on its way');
  await expect(text).toBeAttached();
  await expect(text).toHaveCSS('color', 'rgb(1, 2, 3)');
});

test('the menu tells the window what was chosen', async ({ app, page }) => {
  await page.evaluate(() => {
    Object.assign(window, { chosen: [] });
    window.orderbud.onMenuCommand((id) => (Reflect.get(window, 'chosen') as string[]).push(id));
  });
  await app.electron.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('view.e-commerce.get-website-data')?.click();
  });
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'chosen')))
    .toEqual(['view.e-commerce.get-website-data']);
});

test('a second start shows the first window instead', async ({ app, userData }) => {
  const second = spawn(findElectron()?.program ?? '', [...machineArgs(), '.'], {
    env: { ...process.env, ORDERBUD_USER_DATA: userData },
    stdio: 'ignore',
  });
  const code = await new Promise((resolve) => second.on('exit', resolve));
  expect(code).toBe(0);
  expect(app.electron.windows()).toHaveLength(1);
});
