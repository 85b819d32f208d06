import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { makePasswordCheck } from '../accounts/passwords.ts';
import type { Site } from '../site/site.ts';
import { registerAssetRoutes } from './assets-router.ts';
import { registerCodeRoutes } from './code-router.ts';
import { registerConfirmEmailRoutes } from './confirm-email-router.ts';
import { registerDetailsRoutes } from './details-router.ts';
import { handlePageError, sendNotFound } from './error-page.ts';
import { registerForgotPasswordRoutes } from './forgot-password-router.ts';
import { registerLogInRoutes } from './log-in-router.ts';
import { registerLookUpRoutes } from './look-up-router.ts';
import { registerMyDataRoutes } from './my-data-router.ts';
import { registerOptOutRoutes } from './opt-out-router.ts';
import { registerOrderRoutes } from './orders-router.ts';
import { registerRegisterRoutes } from './register-router.ts';
import { registerSecondFactorRoutes } from './second-factor-router.ts';
import { registerSetPasswordRoutes } from './set-password-router.ts';
import { registerSettingsRoutes } from './settings-router.ts';
import { registerShopRoutes } from './shop-router.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The pages that customers see. Rendered here; no script, no third party. */
export async function pagesRouter(app: FastifyInstance, { site }: { readonly site: Site }): Promise<void> {
  await app.register(cookie);
  await app.register(formBody);
  // A one-click opt-out may come as multipart (RFC 8058 3.2). Its link says all; what it carries is not looked at.
  app.addContentTypeParser('multipart/form-data', { parseAs: 'string' }, async () => ({}));
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      // Not "no-referrer": browsers would then hide the origin of our own forms, too.
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
      ...(site.isSecure && { 'strict-transport-security': 'max-age=31536000' }),
    });
  });
  app.setErrorHandler((error, request, reply) => handlePageError(site, error, request, reply));
  app.setNotFoundHandler((request, reply) => sendNotFound(site, request, reply));
  registerAssetRoutes(app, site);
  const check = await makePasswordCheck();
  registerLogInRoutes(app, site, check);
  registerCodeRoutes(app, site);
  registerRegisterRoutes(app, site);
  registerConfirmEmailRoutes(app, site);
  registerSetPasswordRoutes(app, site);
  registerForgotPasswordRoutes(app, site);
  registerLookUpRoutes(app, site);
  registerOrderRoutes(app, site);
  registerSettingsRoutes(app, site, check);
  registerSecondFactorRoutes(app, site, check);
  registerDetailsRoutes(app, site);
  registerMyDataRoutes(app, site, check);
  registerOptOutRoutes(app, site);
  registerShopRoutes(app, site);
}
