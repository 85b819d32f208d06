import type { FastifyReply } from 'fastify';

/**
 * For pages whose address is a secret: it stands in no Referer, our own pages' included, only the origin does. Not
 * "no-referrer": with it browsers hide the origin of the page's own form, too (Fetch, "append a request Origin header").
 */
export function keepAddressSecret(reply: FastifyReply): void {
  reply.header('referrer-policy', 'strict-origin');
}
