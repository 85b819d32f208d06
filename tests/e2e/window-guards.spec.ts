import { spawn } from 'node:child_process';
import { findElectron } from '../../tools/prepare/find-electron.mjs';
import { expect, test } from '../support/electron.ts';
import { machineArgs } from '../support/start-app.ts';

test('a mail can be shown in a frame without scripts', async ({ page }) => {
  await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.sandbox.value = '';
    frame.src = await window.orderbud.shell.addressOfMail(
      '<p style="color: rgb(1, 2, 3)">Your order is on its way</p><script>document.body.remove()</script>',
    );
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
