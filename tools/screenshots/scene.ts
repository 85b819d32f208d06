import type { E2eShop } from '../../tests/support/e2e-shop.ts';
import type { StartOptions } from '../../tests/support/start-app.ts';
import type { Guide } from './guide.ts';

/** What stands around the program while a tour is walked. */
export interface Stage {
  readonly start: StartOptions;
  /** For files that are imported, saved or kept. */
  readonly folder: string;
  /** My page and a mail server whose behaviour can be chosen; the demo company brings its own. */
  readonly shop?: E2eShop;
  readonly close?: () => Promise<void>;
}

/** One view worth a picture, and how to get there. */
export interface Scene {
  /** The picture's file name. */
  readonly name: string;
  /** Kept in docs/screenshots/ for the README too. */
  readonly isInReadme?: boolean;
  /** Brings the window from whatever it shows to this view, and waits until it is complete. */
  show(on: Guide, stage: Stage): Promise<void>;
}

/** Scenes that are walked through in one start of the program; every scene may rest on the ones before. */
export interface Tour {
  readonly scenes: readonly Scene[];
  prepare(folder: string): Promise<Stage>;
}

/** The shop of a tour that has one. @throws Error in any other. */
export function shopOf({ shop }: Stage): E2eShop {
  if (shop === undefined) throw new Error('This tour has no shop of its own');
  return shop;
}
