import { expect, test } from '../support/electron.ts';

test('the window opens and the engine answers it', async ({ page }) => {
  await expect(page).toHaveTitle(/Orderbud/);
  const outcome = await page.evaluate(() =>
    window.orderbud.call({ id: 1, type: 'query', path: 'app.version', input: undefined }),
  );
  expect(outcome).toMatchObject({ kind: 'data', data: { orderbud: '0.1.0' } });
  await page.screenshot({ path: 'test-results/start.png' });
});
