import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { type Look, looks, routesWithoutLook, type Stage } from '../looks.ts';
import { expect, test } from '../my-page-test.ts';
import { openStage } from '../stage.ts';

/** How wide a page is at 400 % of 1280 points, and on the smallest phones (WCAG 2.2, 1.4.10). */
const narrowest = { width: 320, height: 640 };

/** Looks at every page that such a visitor can see, in an order in which nobody is logged out. */
async function walk(stage: Stage, who: Look['who'], look: (name: string) => Promise<void>): Promise<void> {
  for (const { name, open } of looks.filter((candidate) => candidate.who === who)) {
    await open(stage);
    await look(name);
  }
}

test('no page is left out here', () => {
  expect(routesWithoutLook()).toEqual([]);
});

for (const who of ['anyone', 'member'] as const) {
  test.describe(`pages for ${who}`, () => {
    test.use({ javaScriptEnabled: true });

    test(`axe finds nothing, in light and in dark (${who})`, async ({ page, context, shop, userAgent }) => {
      test.slow();
      // Colours are looked at as they come to rest
      await page.emulateMedia({ reducedMotion: 'reduce' });
      const stage = await openStage({ page, context, shop, userAgent: userAgent ?? '' }, who);
      await walk(stage, who, async (name) => {
        expect.soft(await faultsIn(page), name).toEqual([]);
        await page.emulateMedia({ colorScheme: 'dark' });
        expect.soft(await faultsIn(page, 'color-contrast'), `${name}, dark`).toEqual([]);
        await page.emulateMedia({ colorScheme: 'light' });
      });
    });

    test(`headings in order, all in landmarks, and nothing moves while it loads (${who})`, async ({
      page,
      context,
      shop,
      userAgent,
    }) => {
      test.slow();
      await watchLayoutShifts(page);
      const stage = await openStage({ page, context, shop, userAgent: userAgent ?? '' }, who);
      await walk(stage, who, async (name) => {
        expect.soft(await page.evaluate('window.layoutShift'), name).toBe(0);
        const headings = page.locator('h1, h2, h3, h4');
        const levels = await headings.evaluateAll((all) => all.map(({ tagName }) => Number(tagName[1])));
        expect.soft(levels.filter((level) => level === 1).length, `${name}: main headings`).toBe(1);
        const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
        expect.soft(skipped, `${name}: skipped headings`).toEqual([]);
        for (const role of ['banner', 'main', 'contentinfo', 'navigation'] as const) {
          await expect.soft(page.getByRole(role).first(), `${name}: ${role}`).toBeVisible();
        }
      });
    });

    test(`nothing scrolls sideways at 320 points and at 200 % (${who})`, async ({ page, context, shop, userAgent }) => {
      test.slow();
      const stage = await openStage({ page, context, shop, userAgent: userAgent ?? '' }, who);
      // Twice as large is half as many points
      const { width } = page.viewportSize() ?? narrowest;
      const widths = [narrowest.width, Math.floor(width / 2)].filter((points) => points >= narrowest.width);
      await walk(stage, who, async (name) => {
        for (const points of widths) {
          await page.setViewportSize({ width: points, height: narrowest.height });
          expect.soft(await sticksOut(page), `${name} at ${points}`).toEqual([]);
        }
      });
    });
  });
}

async function faultsIn(page: Page, ...rules: readonly string[]): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rules.length > 0) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 160)}`),
  );
}

/** What is wider than the window; empty where nothing scrolls sideways. */
function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => element.outerHTML.slice(0, 120));
  });
}

/** Sums up, from the first paint on, what browsers call layout shift. */
async function watchLayoutShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sum = window as unknown as { layoutShift: number };
    sum.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum.layoutShift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}
