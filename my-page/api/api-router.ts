import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { safeHeaders } from '../site/broken-requests.ts';
import type { Site } from '../site/site.ts';
import { registerAccountMailRoutes } from './account-mails-router.ts';
import { registerAccountRoutes } from './accounts-router.ts';
import { ApiError, toProblem } from './api-error.ts';
import { registerDesktopRoutes } from './desktop-router.ts';
import { type Endpoint, endpoints } from './endpoints.ts';
import { sendTagged } from './entity-tag.ts';
import { handleApiError } from './handle-api-error.ts';
import { makeOpenApi } from './open-api.ts';
import { papersRouter } from './papers-router.ts';
import { readJson } from './read-json.ts';
import { registerStorefrontRoutes } from './storefront-router.ts';

/** The website protocol, version 1. */
export async function apiRouter(app: FastifyInstance, { site }: { readonly site: Site }): Promise<void> {
  app.setErrorHandler(handleApiError);
  app.setNotFoundHandler(sendNoEndpoint);
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) =>
    readJson(body, { isStrict: request.routeOptions.config.readsStrictly === true }),
  );
  app.addHook('onSend', async (_request, reply) => {
    const own = reply.getHeader('cache-control');
    reply.headers({
      ...safeHeaders,
      ...(own !== undefined && { 'cache-control': String(own) }),
      ...(site.isSecure && { 'strict-transport-security': 'max-age=31536000' }),
    });
  });
  registerDesktopRoutes(app, site);
  registerAccountRoutes(app, site);
  registerAccountMailRoutes(app, site);
  registerStorefrontRoutes(app, site);
  await app.register(papersRouter, { site });
  app.get('/openapi.json', async (request, reply) => sendTagged(request, reply, makeOpenApi(site.publicUrl())));
}

/** 405 where the path exists with other methods (RFC 9110 15.5.6), else 404. */
function sendNoEndpoint(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const allowed = methodsAt(request.url.replace(/^\/api\/v1|\?.*$/g, ''));
  if (allowed.length === 0) {
    return reply.code(404).send(toProblem(new ApiError(404, 'not-found', 'There is no such end point.')));
  }
  reply.header('allow', allowed.join(', '));
  const problem = new ApiError(405, 'method-not-allowed', `This end point has ${allowed.join(' and ')} only.`);
  return reply.code(405).send(toProblem(problem));
}

function methodsAt(path: string): readonly string[] {
  return Object.values<Endpoint>(endpoints)
    .filter((endpoint) => new RegExp(`^${endpoint.path.replace(/:\w+/g, '[^/]+')}$`).test(path))
    .map(({ method }) => method);
}
