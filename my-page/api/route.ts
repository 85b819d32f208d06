import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Site } from '../site/site.ts';
import { authorise } from './authorise.ts';
import type { Endpoint } from './endpoints.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is refused where readers could understand it differently (read-json.ts). */
    readonly readsStrictly?: boolean;
  }
}

/** Adds an end point's route: key checked before the body is read, its size limit, its status on success. */
export function addRoute(
  app: FastifyInstance,
  site: Site,
  endpoint: Endpoint,
  handler: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    ...(endpoint.bodyLimit !== undefined && { bodyLimit: endpoint.bodyLimit }),
    config: { readsStrictly: endpoint.scopes.includes('storefront') },
    onRequest: authorise(site, endpoint.scopes),
    handler: async (request, reply) => {
      reply.code(endpoint.success);
      return handler(request, reply);
    },
  });
}
