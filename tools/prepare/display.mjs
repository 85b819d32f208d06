/** A screen for tests where none is, or where none should be disturbed. */
import { spawn } from 'node:child_process';
import { PrepareError } from './places.mjs';

/** Whether a window can be shown to somebody. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Starts a virtual screen and answers its name; Xvfb picks a free number itself.
 *
 * @returns {Promise<{ display: string, stop: () => void }>}
 */
export function startVirtualDisplay() {
  const screen = ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'];
  const xvfb = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    xvfb.on('error', () =>
      reject(new PrepareError('Xvfb is needed for tests without a display: install the package xvfb.')),
    );
    xvfb.on('exit', () => reject(new PrepareError('Xvfb ended before it showed a screen.')));
    xvfb.stdio[3]?.on('data', (number) => resolve({ display: `:${String(number).trim()}`, stop: () => xvfb.kill() }));
  });
}
