import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { localeParameters } from '../../shared/bridge.ts';
import type { ProgramLocale } from '../../shared/program-language.ts';
import { pageUrl } from './app-protocol.ts';
import { type Area, cascaded, readWindowBounds, type WindowBounds } from './window-bounds.ts';

const defaultSize = { width: 1366, height: 768 };
const smallestSize = { minWidth: 960, minHeight: 600 };

type Opening = {
  readonly locale: ProgramLocale;
  readonly zoomFactor: number;
  /** The window in front of which it opens; without one it opens where the last one was closed. */
  readonly beside: BrowserWindow | undefined;
};

/** Opens a window of the program; it is shown when there is something to see. */
export function openAppWindow({ locale, zoomFactor, beside }: Opening): BrowserWindow {
  const place = beside === undefined ? rememberedPlace() : placeBeside(beside);
  const window = new BrowserWindow({
    ...defaultSize,
    ...(place === null ? {} : { x: place.x, y: place.y, width: place.width, height: place.height }),
    ...smallestSize,
    show: false,
    title: 'Orderbud',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#292929' : '#ffffff',
    webPreferences: {
      preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      zoomFactor,
    },
  });
  // The menu bar inside the window stands for it; the native one keeps the shortcuts.
  if (process.platform !== 'darwin') window.setMenuBarVisibility(false);
  if (place?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  loadPage(window, locale);
  return window;
}

function rememberedPlace(): WindowBounds | null {
  return readWindowBounds(
    app.getPath('userData'),
    screen.getAllDisplays().map((display) => display.workArea),
  );
}

function placeBeside(window: BrowserWindow): WindowBounds {
  const bounds: Area = window.getNormalBounds();
  return { ...cascaded(bounds, screen.getDisplayMatching(bounds).workArea), isMaximized: false };
}

/** Shows the page, or shows it anew in another language. */
export function loadPage(window: BrowserWindow, { language, region }: ProgramLocale): void {
  const told = new URLSearchParams({ [localeParameters.language]: language, [localeParameters.region]: region });
  void window.loadURL(`${pageUrl}?${told}`);
}
