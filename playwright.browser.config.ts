import { defineConfig, type ViewportSize } from '@playwright/test';
import { chromiumFlags } from './tests/support/chromium.ts';
import { type SiteKind, siteKinds } from './tests/support/my-page-site.ts';
import { findChromium } from './tools/prepare/chromium.mjs';
import { findPostgresPrograms } from './tools/prepare/postgres.mjs';

/** What a browser says of itself; sessions are listed by it. */
const userAgents = {
  phone:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  desktop:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
} as const;
const sizes: Readonly<Record<keyof typeof userAgents, ViewportSize>> = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
};

function project(size: keyof typeof sizes, siteKind: SiteKind) {
  return {
    name: `${size}, ${siteKind}`,
    // How pages look and how they are used by keyboard does not depend on the database
    testDir: siteKind === 'SQLite' ? 'tests/browser' : 'tests/browser/stories',
    use: {
      siteKind,
      viewport: sizes[size],
      userAgent: userAgents[size],
      isMobile: size === 'phone',
      hasTouch: size === 'phone',
    },
  };
}

const hasPostgres = findPostgresPrograms() !== null;
/**
 * Two instances over PostgreSQL show all that one shows, and what a page looks like does not depend on the database: so
 * by itself a run takes both sizes on SQLite and one on two instances. ORDERBUD_BROWSER=all takes every size on every kind.
 */
const isWhole = process.env.ORDERBUD_BROWSER === 'all';
const wanted = isWhole
  ? siteKinds.flatMap((kind) => [project('phone', kind), project('desktop', kind)])
  : [project('phone', 'SQLite'), project('desktop', 'SQLite'), project('phone', 'two instances')];

/** Browser tests of My page: phone and desktop size, over SQLite and PostgreSQL. `npm run browser` prepares what they need. */
export default defineConfig<object, { siteKind: SiteKind }>({
  outputDir: 'test-results/browser',
  ...(hasPostgres && { globalSetup: './tests/browser/start-postgres.ts' }),
  fullyParallel: true,
  workers: Number(process.env.ORDERBUD_BROWSER_WORKERS ?? 2),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  // A machine that stalls for seconds is no fault of the program; what needed a second try is listed as flaky
  retries: 1,
  reporter: [
    ['list'],
    ...(process.env.ORDERBUD_BROWSER_COUNTS
      ? [['json', { outputFile: process.env.ORDERBUD_BROWSER_COUNTS }] as const]
      : []),
  ],
  use: {
    // Pages work without JavaScript, so the stories are told without it
    javaScriptEnabled: false,
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    locale: 'en-GB',
    launchOptions: { executablePath: findChromium() ?? 'chromium', args: [...chromiumFlags] },
    trace: 'retain-on-failure',
  },
  projects: wanted.filter(({ use }) => hasPostgres || use.siteKind === 'SQLite'),
});
