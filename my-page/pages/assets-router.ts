import type { FastifyInstance } from 'fastify';
import type { SiteSettings } from '../../shared/my-page/protocol.ts';
import { isStoreUnavailable } from '../db/store-error.ts';
import type { Site } from '../site/site.ts';
import { defaultSiteSettings, readSiteSettings } from '../site/site-settings-store.ts';
import { accentOn } from './colour.ts';
import { html } from './html.ts';
import { monogram } from './layout.ts';
import { makeStyleSheet, styleSheetPath } from './style-sheet.ts';

const yearSeconds = 31_536_000;

/** The stylesheet and the icon; both carry the shop's colour. */
export function registerAssetRoutes(app: FastifyInstance, site: Site): void {
  app.get('/style.css', async (request, reply) => {
    const { colour } = await readSiteSettings(site.store.read).catch(settingsOfFailingStore);
    const isCurrent = request.url === styleSheetPath(colour);
    reply.header('cache-control', isCurrent ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
    return reply.type('text/css; charset=utf-8').send(makeStyleSheet(colour));
  });

  app.get('/icon.svg', async (_request, reply) => {
    const { colour, siteName } = await readSiteSettings(site.store.read);
    const { accent, onAccent } = accentOn(colour, '#ffffff');
    reply.header('cache-control', 'public, max-age=3600');
    return reply.type('image/svg+xml').send(
      html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="7" fill="${accent}"/>
<text x="16" y="22.5" font-family="system-ui, sans-serif" font-size="19" font-weight="700" text-anchor="middle" fill="${onAccent}">${monogram(siteName)}</text>
</svg>`.markup,
    );
  });
}

/** The page that says that the store does not answer has a style, too. */
function settingsOfFailingStore(error: unknown): SiteSettings {
  if (isStoreUnavailable(error)) return defaultSiteSettings;
  throw error;
}
