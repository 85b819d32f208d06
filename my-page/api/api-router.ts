import type { FastifyInstance } from 'fastify';
import type { Site } from '../site/site.ts';
import { registerAccountMailRoutes } from './account-mails-router.ts';
import { registerAccountRoutes } from './accounts-router.ts';

import { ApiError, toProblem } from './api-error.ts';
import { registerDesktopRoutes } from './desktop-router.ts';
import { handleApiError } from './handle-api-error.ts';
import { makeOpenApi } from './open-api.ts';
import { registerStorefrontRoutes } from './storefront-router.ts';

/** The website protocol, version 1. */
export async function apiRouter(app: FastifyInstance, { site }: { readonly site: Site }): Promise<void> {
  app.setErrorHandler(handleApiError);
  app.setNotFoundHandler(async (_request, reply) =>
    reply.code(404).send(toProblem(new ApiError(404, 'not-found', 'There is no such end point.'))),
  );
  app.addHook('onSend', async (_request, reply) => {
    reply.headers({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(site.isSecure && { 'strict-transport-security': 'max-age=31536000' }),
    });
  });
  registerDesktopRoutes(app, site);
  registerAccountRoutes(app, site);
  registerAccountMailRoutes(app, site);
  registerStorefrontRoutes(app, site);
  app.get('/openapi.json', async () => makeOpenApi(site.publicUrl()));
}
