/**
 * `npm run screenshots [scene...]`: pictures of every scene from the running program. Light, dark and at 200 % go to
 * docs/manual/pictures/, the README's four to docs/screenshots/, and Norwegian ones to test-results/screenshots/nb/, only to be
 * looked at. At 200 % the window is as small as it gets, 960 x 600 points, which is a laptop of 1920 x 1200.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProgramLanguage } from '../shared/program-language.ts';
import { languageEnv, type StartedApp, startApp } from '../tests/support/start-app.ts';
import { Guide } from './screenshots/guide.ts';
import type { Scene, Stage, Tour } from './screenshots/scene.ts';
import { packPicture } from './screenshots/small-picture.ts';
import { tours } from './screenshots/tours.ts';

type Pass = { readonly language: ProgramLanguage; readonly scale: 1 | 2 };
const passes: readonly Pass[] = [
  { language: 'en', scale: 1 },
  { language: 'en', scale: 2 },
  { language: 'nb', scale: 1 },
];

type Walk = { readonly tour: Tour; readonly stage: Stage; readonly started: StartedApp; readonly pass: Pass };

const repo = join(import.meta.dirname, '..');
const pictures = join(repo, 'docs', 'manual', 'pictures');
const onlyToLookAt = join(repo, 'test-results', 'screenshots');
const patienceMs = 15_000;

const args = process.argv.slice(2);
/** While a scene is being written: only the first pass. */
const isDraft = args.includes('--draft');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const failed: string[] = [];

for (const pass of passes.slice(0, isDraft ? 1 : undefined)) {
  for (const tour of tours.filter(({ scenes }) => scenes.some(({ name }) => isWanted(name)))) await walk(tour, pass);
}
for (const what of failed) console.error(`No picture: ${what}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function isWanted(name: string): boolean {
  return wanted.length === 0 || wanted.includes(name);
}

/** One start of the program per tour and pass: language and scale are set when it starts. */
async function walk(tour: Tour, pass: Pass): Promise<void> {
  // The status bar shows the file's place, so it has a name that reads well
  const userData = join(tmpdir(), 'Orderbud');
  await rm(userData, { recursive: true, force: true });
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-tour-'));
  const stage = await tour.prepare(folder);
  const started = await startApp(userData, {
    args: [`--force-device-scale-factor=${pass.scale}`, ...(stage.start.args ?? [])],
    env: { ...languageEnv(pass.language === 'nb' ? 'nb_NO' : 'en_GB'), ...stage.start.env },
  });
  try {
    await sizeWindow(started, pass);
    await showAll({ tour, stage, started, pass });
  } finally {
    await started.electron.close();
    await stage.close?.();
    await rm(userData, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every scene is shown, since later ones rest on it; only those wanted are pictured. */
async function showAll({ tour, stage, started, pass }: Walk): Promise<void> {
  const guide = new Guide(started, pass.language);
  started.page.setDefaultTimeout(patienceMs);
  for (const scene of tour.scenes) {
    const name = `${scene.name}, ${pass.language}, ${pass.scale * 100} %`;
    try {
      await scene.show(guide, stage);
      await guide.settle();
      if (isWanted(scene.name)) await takePictures(started, scene, pass);
    } catch (error) {
      failed.push(`${name}: ${error instanceof Error ? error.message.slice(0, 600) : String(error)}`);
      console.error(failed.at(-1));
      await mkdir(onlyToLookAt, { recursive: true });
      await started.page.screenshot({ path: join(onlyToLookAt, `failed-${scene.name}.png`), timeout: patienceMs });
    }
    await guide.tidy();
  }
}

async function takePictures({ page }: StartedApp, scene: Scene, { language, scale }: Pass): Promise<void> {
  const schemes = language === 'en' && scale === 1 ? (['light', 'dark'] as const) : (['light'] as const);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const png = await page.screenshot({ scale: 'device', animations: 'disabled' });
    const suffix = scale === 2 ? '-200' : colorScheme === 'dark' ? '-dark' : '';
    // As PNG too: not every viewer of pictures opens WebP
    const png100 = join(onlyToLookAt, `${language}${suffix}`);
    await mkdir(png100, { recursive: true });
    await writeFile(join(png100, `${scene.name}.png`), png);
    if (language !== 'en') continue;
    await mkdir(pictures, { recursive: true });
    await writeFile(join(pictures, `${scene.name}${suffix}.webp`), await packPicture(page, png));
    if (scene.isInReadme === true && suffix === '') {
      await writeFile(join(repo, 'docs', 'screenshots', `${scene.name}.png`), png);
    }
    console.log(`${scene.name}${suffix}`);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

async function sizeWindow({ electron, page }: StartedApp, { scale }: Pass): Promise<void> {
  const size = scale === 2 ? { width: 960, height: 600 } : { width: 1366, height: 768 };
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
  }, size);
  await page.waitForFunction(({ width }) => window.innerWidth === width, size);
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
