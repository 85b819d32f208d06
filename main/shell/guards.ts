import { app, session } from 'electron';
import { isMailNavigation } from './app-protocol.ts';
import { isViewerNavigation } from './pdf-viewer.ts';

/**
 * Shuts every way out of the page: no navigation, no new window, no web view, no permission. Links to the web go through the
 * shell call `openInBrowser`. Only a document that is being printed moves, into Chromium's PDF viewer,
 * and a frame to the mail that it shows.
 */
export function guardWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      const { url, isMainFrame } = event;
      if (!isViewerNavigation(url, isMainFrame) && !isMailNavigation(url, isMainFrame)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Else a page could reach any computer over UDP, which no content security policy keeps it from
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/**
 * Chromium looks up no name and reaches no computer by one: the window needs none, since the engine does all that goes out. What a
 * content security policy does not govern, such as names to be looked up ahead, would else carry data out in them. Has to happen
 * before Electron is ready.
 */
export function denyNames(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** No camera, no location, no notification, no download: the program needs none of them. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => event.preventDefault());
}

/** What Chromium would send over TCP goes to a proxy that is not there. */
export function denyNetwork(): Promise<void> {
  return session.defaultSession.setProxy({ mode: 'fixed_servers', proxyRules: 'http://nowhere.invalid:1' });
}
