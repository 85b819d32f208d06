import type { StartedApp } from '../../support/start-app.ts';

/** Presses a key of the native menu as the keyboard does; keys that the driver types reach only the page. */
export async function pressShortcut(app: StartedApp, keyCode: string): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, keyCode) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.sendInputEvent({ type: 'keyDown', keyCode });
    window?.webContents.sendInputEvent({ type: 'keyUp', keyCode });
  }, keyCode);
}
