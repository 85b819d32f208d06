import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const boundsSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  isMaximized: z.boolean(),
});

export type WindowBounds = z.infer<typeof boundsSchema>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boundsFile(userData: string): string {
  return join(userData, 'window.json');
}

/** The window's place when it was last closed, or null when it is not known or no screen shows it any more. */
export function readWindowBounds(userData: string, screens: readonly Area[]): WindowBounds | null {
  try {
    const bounds = boundsSchema.parse(JSON.parse(readFileSync(boundsFile(userData), 'utf8')));
    return screens.some((screen) => overlaps(bounds, screen)) ? bounds : null;
  } catch {
    return null;
  }
}

/** Remembers the window's place; where that fails, the next start just takes the default. */
export function writeWindowBounds(userData: string, bounds: WindowBounds): void {
  try {
    writeFileSync(boundsFile(userData), JSON.stringify(bounds));
  } catch (error) {
    console.error('shell: the window place was not remembered', error);
  }
}

/** Whether enough of a window lies on a screen to take hold of it. */
export function overlaps(window: Area, screen: Area): boolean {
  const width = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const height = Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y);
  return width >= 100 && height >= 100;
}

const cascadeStep = 28;

/** Where the next window opens: a title bar further down and to the right, or at the screen's corner where there is no more room. */
export function cascaded(window: Area, screen: Area): Area {
  const width = Math.min(window.width, screen.width);
  const height = Math.min(window.height, screen.height);
  const x = window.x + cascadeStep;
  const y = window.y + cascadeStep;
  const fits = x + width <= screen.x + screen.width && y + height <= screen.y + screen.height;
  return fits ? { x, y, width, height } : { x: screen.x, y: screen.y, width, height };
}
