import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ZoomStep } from '../../shared/bridge.ts';

/** What browsers and Office step through; smaller than 80 % nobody can read, larger than 200 % does not fit. */
const factors = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
const zoomSchema = z.object({ factor: z.number().min(0.5).max(3) });

/** The size after one step; at the ends it stays. */
export function zoomAfter(factor: number, step: ZoomStep): number {
  if (step === 'actual') return 1;
  const next = step === 'in' ? factors.find((each) => each > factor) : factors.filter((each) => each < factor).at(-1);
  return next ?? factor;
}

/** How large windows show what is in them, remembered from start to start. */
export function keepZoom(userData: string) {
  const file = join(userData, 'zoom.json');
  let factor = readFactor(file);
  return {
    factor: () => factor,
    /** Answers the new factor. */
    change(step: ZoomStep): number {
      factor = zoomAfter(factor, step);
      try {
        writeFileSync(file, JSON.stringify({ factor }));
      } catch (error) {
        console.error('shell: the zoom was not remembered', error);
      }
      return factor;
    },
  };
}

export type Zoom = ReturnType<typeof keepZoom>;

function readFactor(file: string): number {
  try {
    return zoomSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).factor;
  } catch {
    return 1;
  }
}
