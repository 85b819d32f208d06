import { app, type BrowserWindow } from 'electron';
import type { ProgramLocale } from '../../shared/program-language.ts';
import { openAppWindow } from './app-window.ts';
import { writeWindowBounds } from './window-bounds.ts';
import type { Zoom } from './zoom.ts';

export interface AppWindowsParts {
  readonly locale: () => ProgramLocale;
  readonly zoom: Zoom;
  /** Called before a new window asks for anything. `place` is where it is to begin. */
  readonly onOpen: (window: BrowserWindow, place: string | null) => void;
}

/** The windows of the program, the oldest first. */
export function keepAppWindows({ locale, zoom, onOpen }: AppWindowsParts) {
  const windows: BrowserWindow[] = [];
  let lastFocused: BrowserWindow | null = null;

  /** The window that a person looks at, or looked at last. */
  const front = (): BrowserWindow | undefined => lastFocused ?? windows.at(-1);

  function open(place: string | null = null): BrowserWindow {
    const window = openAppWindow({ locale: locale(), zoomFactor: zoom.factor(), beside: front() });
    windows.push(window);
    lastFocused = window;
    window.on('focus', () => {
      lastFocused = window;
    });
    window.webContents.on('did-finish-load', () => window.webContents.setZoomFactor(zoom.factor()));
    window.on('close', () => {
      if (windows[0] !== window) return;
      const bounds = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
      writeWindowBounds(app.getPath('userData'), bounds);
    });
    window.on('closed', () => {
      windows.splice(windows.indexOf(window), 1);
      if (lastFocused === window) lastFocused = windows.at(-1) ?? null;
    });
    onOpen(window, place);
    return window;
  }

  return {
    open,
    front,
    sendToAll(channel: string, value: unknown): void {
      for (const { webContents } of windows) webContents.send(channel, value);
    },
    sendToOthers(than: BrowserWindow, channel: string, value: unknown): void {
      for (const window of windows) if (window !== than) window.webContents.send(channel, value);
    },
    zoomAll(factor: number): void {
      for (const { webContents } of windows) webContents.setZoomFactor(factor);
    },
    /** Brings the program to the front, with a window if all were closed. */
    bringToFront(): void {
      const window = front();
      if (window === undefined) {
        open();
        return;
      }
      if (window.isMinimized()) window.restore();
      window.focus();
    },
  };
}
