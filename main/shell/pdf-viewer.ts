import { setTimeout as wait } from 'node:timers/promises';
import { type BrowserWindow, type WebContents, type WebFrameMain, webContents } from 'electron';

/** Chromium's own PDF viewer; its id never changes. */
const viewerOrigin = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';
/** A large document takes longer, so each time gets twice as long; a minute in all. */
const loadLimitsMs = [4000, 8000, 16_000, 32_000];
const lookEveryMs = 100;

/** Whether a frame goes to the document inside the PDF viewer: the one navigation that a window of ours needs. */
export function isViewerNavigation(url: string, isMainFrame: boolean): boolean {
  return !isMainFrame && url.startsWith(viewerOrigin);
}

/**
 * Shows a PDF and answers the contents to print once every page is loaded. Printed earlier, or with the window's own contents where
 * the viewer has some of its own, the paper would be blank or the printer's answer would never come. On a busy computer the viewer
 * now and then stays empty; shown anew, it does not.
 *
 * @throws Error when the viewer does not show the document within a minute
 */
export async function showPdf(window: BrowserWindow, url: string): Promise<WebContents> {
  for (const limitMs of loadLimitsMs) {
    await window.loadURL(url);
    const contents = await loadedContents(window, limitMs);
    if (contents !== null) return contents;
  }
  throw new Error('The document was not loaded for printing within a minute');
}

/** Null when the document is not there in time. */
async function loadedContents(window: BrowserWindow, limitMs: number): Promise<WebContents | null> {
  const giveUpAt = performance.now() + limitMs;
  while (performance.now() < giveUpAt) {
    const frame = viewerFrame(window);
    const contents = frame && webContents.fromFrame(frame);
    if (contents && (await isLoaded(frame))) return contents;
    await wait(lookEveryMs);
  }
  return null;
}

function viewerFrame(window: BrowserWindow): WebFrameMain | undefined {
  return window.webContents.mainFrame.framesInSubtree.find(({ url }) => url.startsWith(viewerOrigin));
}

/** Asks the viewer itself: no event tells that a document has come to its end. */
async function isLoaded(frame: WebFrameMain): Promise<boolean> {
  const question = `(() => {
    const viewer = document.querySelector('pdf-viewer');
    return (viewer?.loadState_ ?? viewer?.loadState) === 'success';
  })()`;
  const answer = frame.executeJavaScript(question).catch(() => false);
  return (await Promise.race([answer, wait(1000, false)])) === true;
}
