import { createHash } from 'node:crypto';
import { accentOn } from './colour.ts';
import { baseStyles } from './styles-base.ts';
import { pageStyles } from './styles-pages.ts';

/** Of page and card, the one on which a colour is harder to read. */
const lightGround = '#f5f6f7';
const darkGround = '#1b1d21';

/** The one stylesheet, with the shop's colour made readable on light and on dark. */
export function makeStyleSheet(colour: string): string {
  const light = accentOn(colour, lightGround);
  const dark = accentOn(colour, darkGround);
  return `:root{--brand:${colour};--accent:${light.accent};--on-accent:${light.onAccent}}
@media (prefers-color-scheme:dark){:root{--accent:${dark.accent};--on-accent:${dark.onAccent}}}
${baseStyles}${pageStyles}`;
}

/** Its address changes with its content, so that browsers may keep it for good. */
export function styleSheetPath(colour: string): string {
  const known = paths.get(colour);
  if (known !== undefined) return known;
  const version = createHash('sha256').update(makeStyleSheet(colour)).digest('base64url').slice(0, 10);
  const path = `/style.css?v=${version}`;
  if (paths.size > 100) paths.clear();
  paths.set(colour, path);
  return path;
}

/** Made anew by every process alike: it depends on the colour only. */
const paths = new Map<string, string>();
