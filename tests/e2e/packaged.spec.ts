import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { createSession } from '../../main/engine/create-session.ts';
import { run } from '../../main/engine/db/database.ts';
import { openKeychain } from '../../main/engine/secrets/keychain-client.ts';
import { getWebsiteData } from '../../main/engine/website-data/run-service.ts';
import { type E2eShop, openE2eShop } from '../support/e2e-shop.ts';
import { engineVersion } from '../support/engine-calls.ts';
import { packApp, startPackagedApp } from '../support/packaged-app.ts';
import { WebsiteDataPage } from './pages/website-data-page.ts';

test.skip(process.platform !== 'linux', 'packed for Linux only');
test.describe.configure({ mode: 'serial', timeout: 180_000 });

let folder = '';
let program = '';

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orderbud-packaged-'));
  program = await packApp(join(folder, 'release'));
});
test.afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

/** The fuses that the packing was told of, by the names that Electron has for them. */
async function fusesAsked(): Promise<Readonly<Record<string, boolean>>> {
  const told = await readFile(join(import.meta.dirname, '..', '..', 'electron-builder.yml'), 'utf8');
  const block = /^electronFuses:\n((?: {2}\w+: \w+\n)+)/m.exec(told)?.[1] ?? '';
  const lines = [...block.matchAll(/(\w)(\w+): (true|false)/g)];
  return Object.fromEntries(lines.map(([, first = '', rest, isOn]) => [first.toUpperCase() + rest, isOn === 'true']));
}

test('the packed program has the fuses that its packing was told of', async () => {
  const wire = (await getCurrentFuseWire(program)) as unknown as Readonly<Record<string, FuseState | undefined>>;
  const asked = await fusesAsked();
  const found = Object.keys(asked).map((name) => {
    const state = wire[FuseV1Options[name as keyof typeof FuseV1Options]];
    return [name, state === FuseState.ENABLE ? true : state === FuseState.DISABLE ? false : state];
  });
  expect(Object.fromEntries(found)).toEqual(asked);
  expect(asked).toEqual({
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
    EnableCookieEncryption: true,
  });
});

for (const way of ['utility-process', 'plain-node'] as const) {
  test(`the packaged, hardened program opens its window; engine as ${way}`, async () => {
    const app = await startPackagedApp(program, {
      ORDERBUD_USER_DATA: join(folder, way),
      ORDERBUD_ENGINE: way,
      // A package has to bring its own.
      ORDERBUD_NODE: '',
    });
    try {
      await expect(app.page).toHaveTitle(/Orderbud/);
      expect(await engineVersion(app.page)).toMatchObject({ orderbud: '0.1.0' });
    } finally {
      await app.close();
    }
  });
}

test('the packaged, hardened program does the main job of the demo company', async () => {
  const app = await startPackagedApp(program, {
    ORDERBUD_USER_DATA: join(folder, 'main-job'),
    ORDERBUD_ENGINE: 'plain-node',
    ORDERBUD_NODE: '',
  });
  try {
    const { page } = app;
    await page.getByRole('button', { name: 'Try the demo company' }).click();
    await expect(page.getByText('4 customers would be told')).toBeVisible({ timeout: 60_000 });
    await page.getByRole('navigation').getByText('Get Website Data').click();
    await page.getByRole('main').getByRole('button', { name: 'Start' }).click();
    await expect(page.getByRole('button', { name: 'Finish' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('main')).toContainText('Emily Hartley');
    await expect(page.getByRole('toolbar', { name: 'Main' })).toContainText('nobody would be told');
  } finally {
    await app.close();
  }
});

test('the packaged, hardened program tells many customers at once, each the right thing', async () => {
  const shop = await openE2eShop();
  const userData = join(folder, 'many');
  try {
    await bringInPickedOrders(shop, 120);
    const app = await startPackagedApp(
      program,
      { ORDERBUD_USER_DATA: userData, ORDERBUD_ENGINE: 'plain-node', ORDERBUD_NODE: '' },
      [shop.companyPath],
    );
    try {
      const websiteData = new WebsiteDataPage(app.page);
      await websiteData.open();
      expect(await websiteData.run()).toMatchObject({ 'Mails planned': 120, 'Accepted by the mail server': 120 });
    } finally {
      await app.close();
    }
    const told = shop.mails.map(({ to, parsed }) => `${to} ${/W-2\d+/.exec(parsed.text ?? '')?.[0]}`);
    expect(told.sort()).toEqual(
      Array.from({ length: 120 }, (_none, n) => `${guest(n).email} ${guest(n).webOrderNo}`).sort(),
    );
    // Messages are frozen in a thread of its own; where that fails the run goes on, and the log says so
    expect(await readFile(join(userData, 'logs', 'engine.log'), 'utf8')).not.toContain('find-changes');
  } finally {
    await shop.close();
  }
});

const guest = (n: number) => ({ email: `guest${n}@customer.example`, webOrderNo: `W-${2000 + n}` });

/** Orders of guests come in and are picked, while the program is closed; so many mails are no surge here. */
async function bringInPickedOrders(shop: E2eShop, orders: number): Promise<void> {
  for (let n = 0; n < orders; n++) {
    const { email, webOrderNo } = guest(n);
    await shop.placeOrder(webOrderNo, { name: `Guest ${n}`, email });
  }
  const session = createSession({ secrets: openKeychain() });
  const company = await session.open(shop.companyPath);
  await getWebsiteData(session);
  company.command((tx) => {
    run(tx, `UPDATE sales_order SET picked = 1 WHERE web_order_no LIKE 'W-2%'`);
    run(tx, 'UPDATE website SET surge_mails = 1000');
  });
  session.close();
}

test('nothing of other platforms’ Node is packed', async () => {
  const modules = await readdir(join(dirname(program), 'resources', 'app.asar.unpacked', 'node_modules'));
  expect(modules).toContain('better-sqlite3');
  expect(modules.filter((name) => /^node-(bin|linux|darwin|win)/.test(name))).toEqual([]);
});
