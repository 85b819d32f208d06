import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import { localeParameters } from '../../shared/bridge.ts';
import type { ProgramLocale } from '../../shared/program-language.ts';
import { pageUrl } from './app-protocol.ts';
import { readWindowBounds, writeWindowBounds } from './window-bounds.ts';

const defaultSize = { width: 1366, height: 768 };
const smallestSize = { minWidth: 960, minHeight: 600 };

/** Opens the program's window where it was last time; it is shown when there is something to see. */
export function openMainWindow(locale: ProgramLocale): BrowserWindow {
  const userData = app.getPath('userData');
  const remembered = readWindowBounds(
    userData,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const place = remembered
    ? { x: remembered.x, y: remembered.y, width: remembered.width, height: remembered.height }
    : defaultSize;
  const window = new BrowserWindow({
    ...place,
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
    },
  });
  // The menu bar inside the window stands for it; the native one keeps the shortcuts.
  if (process.platform !== 'darwin') window.setMenuBarVisibility(false);
  if (remembered?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowBounds(userData, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  loadPage(window, locale);
  return window;
}

/** Shows the page, or shows it anew in another language. */
export function loadPage(window: BrowserWindow, { language, region }: ProgramLocale): void {
  const told = new URLSearchParams({ [localeParameters.language]: language, [localeParameters.region]: region });
  void window.loadURL(`${pageUrl}?${told}`);
}
