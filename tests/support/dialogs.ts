import type { StartedApp } from './start-app.ts';

/** The next file dialogs answer this path, or that they were closed. The system's own dialogs cannot be driven from here. */
export async function answerFileDialogs(app: StartedApp, path: string | null): Promise<void> {
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' });
    dialog.showOpenDialog = async () => ({ canceled: path === null, filePaths: path === null ? [] : [path] });
  }, path);
}

/** The next print dialogs answer as if somebody had printed or closed them; tests have no printer. */
export async function answerPrintDialogs(app: StartedApp, answer: 'printed' | 'cancelled'): Promise<void> {
  await app.electron.evaluate(({ app }, answer) => {
    app.on('web-contents-created', (_event, contents) => {
      contents.print = (_options, tell) =>
        tell?.(answer === 'printed', answer === 'printed' ? '' : 'Print job canceled');
    });
  }, answer);
}
