import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';

const perSheet = { phone: 6, desktop: 4 } as const;

/** Writes sheets of several pictures beside each other, so that all of them are soon looked at. */
export async function writeSheets(browser: Browser, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  for (const language of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const names = readdirSync(join(folder, language.name))
      .filter((name) => name.endsWith('.png'))
      .sort();
    for (const size of ['phone', 'desktop'] as const) {
      for (const shade of ['', '-dark']) {
        const shown = names.filter((name) => name.endsWith(`-${size}${shade}.png`));
        for (let at = 0; at < shown.length; at += perSheet[size]) {
          const part = shown.slice(at, at + perSheet[size]);
          await page.setContent(sheet(join(folder, language.name), part, size === 'phone' ? 285 : 880));
          const name = `sheet-${language.name}-${size}${shade}-${1 + at / perSheet[size]}.png`;
          await writeFile(join(folder, name), await page.screenshot({ fullPage: true }));
        }
      }
    }
  }
  await page.close();
}

function sheet(folder: string, names: readonly string[], width: number): string {
  const figures = names.map((name) => {
    const png = readFileSync(join(folder, name)).toString('base64');
    return `<figure><figcaption>${name}</figcaption><img width="${width}" src="data:image/png;base64,${png}"></figure>`;
  });
  return `<style>body{display:flex;flex-wrap:wrap;gap:10px;margin:8px;background:#888;font:14px sans-serif}figure{margin:0}</style>${figures.join('')}`;
}
