import { expect, test } from '../support/electron.ts';
import { engineVersion } from '../support/engine-calls.ts';
import { MainWindow } from '../support/main-window.ts';

test.use({ start: { args: ['--demo'] } });

test('an engine killed with a company open comes back with it; the window says so and stays where it was', async ({
  page,
}) => {
  await expect(page.getByRole('heading', { name: 'Sales orders' })).toBeVisible({ timeout: 30_000 });
  await new MainWindow(page).choose('view.products');
  await expect(page.getByRole('heading', { name: 'Products' })).toBeVisible();

  process.kill((await engineVersion(page)).pid, 'SIGKILL');

  await expect(page.getByText('was started again')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Products' })).toBeVisible();
  await new MainWindow(page).choose('view.e-commerce.get-website-data');
  await expect(page.getByRole('heading', { name: 'Get Website Data' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeEnabled();
});
