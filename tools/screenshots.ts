/**
 * `npm run screenshots [name...]`: pictures of every scene of tools/screenshot-scenes.ts from the running program, in light and dark,
 * at 100 and 150 %. Those of the README (light, 100 %) go to docs/screenshots/, the others to test-results/screenshots/ to be
 * looked at.
 */
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../tests/support/start-app.ts';
import { type Scene, scenes } from './screenshot-scenes.ts';

const repo = join(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const chosen = scenes.filter((scene) => wanted.length === 0 || wanted.includes(scene.name));

for (const scale of [1, 1.5]) await takePictures(chosen, scale);

/** One start of the program per scale: it is set on the command line. */
async function takePictures(chosen: readonly Scene[], scale: number): Promise<void> {
  // The status bar shows the file's place, so it has a name that reads well
  const userData = join(tmpdir(), 'Orderbud');
  await rm(userData, { recursive: true, force: true });
  const args = [`--force-device-scale-factor=${scale}`, '--demo'];
  const { electron, page } = await startApp(userData, { args });
  try {
    for (const scene of chosen) {
      await scene.show(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        const folder = pictureFolder(scene, scale, colorScheme);
        await mkdir(folder, { recursive: true });
        await page.screenshot({ path: join(folder, `${scene.name}.png`), scale: 'device', animations: 'disabled' });
        console.log(`${scene.name}, ${colorScheme}, ${scale * 100} %`);
      }
    }
  } finally {
    await electron.close();
    await rm(userData, { recursive: true, force: true });
  }
}

function pictureFolder(scene: Scene, scale: number, colorScheme: 'light' | 'dark'): string {
  if (scene.isInReadme === true && scale === 1 && colorScheme === 'light') return join(repo, 'docs', 'screenshots');
  return join(repo, 'test-results', 'screenshots', `${colorScheme}-${scale * 100}`);
}
