/**
 * `npm run screenshots -- my-page [page...]`: pictures of every page of My page on a phone and a desktop: English in light
 * and dark, Norwegian and German in light, to test-results/my-page/, with sheets of many beside each other. Those of
 * docs/my-page/ are written anew.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type Look, looks, type Stage } from '../../../tests/browser/looks.ts';
import { openStage } from '../../../tests/browser/stage.ts';
import type { StageLanguage } from '../../../tests/browser/stage-words.ts';
import { chromiumFlags } from '../../../tests/support/chromium.ts';
import { startMyPageSite } from '../../../tests/support/my-page-site.ts';
import { ShopDesk } from '../../../tests/support/shop-desk.ts';
import { findChromium } from '../../prepare/chromium.mjs';
import { packPicture } from '../small-picture.ts';
import { documented } from './documented.ts';
import { writeSheets } from './sheets.ts';

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;
type Size = keyof typeof sizes;
type Pass = { readonly language: StageLanguage; readonly size: Size; readonly schemes: readonly ('light' | 'dark')[] };

const passes: readonly Pass[] = (['phone', 'desktop'] as const).flatMap((size) => [
  { language: 'en', size, schemes: ['light', 'dark'] },
  { language: 'nb', size, schemes: ['light'] },
  { language: 'de', size, schemes: ['light'] },
]);
const repo = join(import.meta.dirname, '..', '..', '..');
const folder = join(repo, 'test-results', 'my-page');
const docs = join(repo, 'docs', 'my-page');

const wanted = process.argv.slice(2);
const executablePath = findChromium();
if (executablePath === null) throw new Error('Chromium is not installed (package chromium)');
const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
const site = await startMyPageSite('SQLite');
try {
  for (const pass of passes) await walk(browser, new ShopDesk(site, `${pass.language}-${pass.size}`), pass);
  await writeSheets(browser, folder);
} finally {
  await site.close();
  await browser.close();
}

async function walk(on: Browser, shop: ShopDesk, pass: Pass): Promise<void> {
  await shop.publishSettings({
    siteName: 'Fjell & Fritid',
    shopUrl: 'https://fjellogfritid.example',
    colour: '#1f5f4a',
    language: pass.language,
    approval: 'automatic',
  });
  for (const who of ['anyone', 'member'] as const) {
    const isPhone = pass.size === 'phone';
    const context = await on.newContext({
      baseURL: site.url,
      viewport: sizes[pass.size],
      deviceScaleFactor: isPhone ? 2 : 1,
      isMobile: isPhone,
      hasTouch: isPhone,
      locale: pass.language === 'en' ? 'en-GB' : pass.language,
      reducedMotion: 'reduce',
      extraHTTPHeaders: { 'x-forwarded-for': `10.0.${passes.indexOf(pass)}.1` },
    });
    const page = await context.newPage();
    const userAgent = 'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36';
    const stage = await openStage({ page, context, shop, userAgent, language: pass.language }, who);
    for (const look of looks.filter((candidate) => candidate.who === who)) await picture(stage, look, pass);
    await context.close();
  }
}

async function picture(stage: Stage, look: Look, pass: Pass): Promise<void> {
  if (wanted.length > 0 && !wanted.includes(look.name)) return;
  try {
    await look.open(stage);
  } catch (error) {
    console.error(`No picture of ${look.name}, ${pass.language}: ${error}`);
    process.exitCode = 1;
    return;
  }
  for (const colorScheme of pass.schemes) {
    await stage.page.emulateMedia({ colorScheme });
    const name = `${look.name}-${pass.size}${colorScheme === 'dark' ? '-dark' : ''}`;
    const png = await stage.page.screenshot({ fullPage: true });
    await mkdir(join(folder, pass.language), { recursive: true });
    await writeFile(join(folder, pass.language, `${name}.png`), png);
    if (pass.language === 'en' && documented.includes(name)) await writeDocumented(stage.page, name);
  }
  await stage.page.emulateMedia({ colorScheme: 'light' });
}

/** Only what is seen without scrolling. */
async function writeDocumented(page: Page, name: string): Promise<void> {
  await mkdir(docs, { recursive: true });
  const blank = await page.context().newPage();
  await writeFile(join(docs, `${name}.webp`), await packPicture(blank, await page.screenshot()));
  await blank.close();
}
