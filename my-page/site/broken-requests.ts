import type { Socket } from 'node:net';
import { type ConnectionError, errorCodes, type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify';

/** What every answer says, also one that no page and no end point makes. */
export const safeHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const;

/** An address that cannot be read (400), or with a part longer than any of ours (404). It is not repeated. */
export function answerUnreadableAddress(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  const isLong = error.code === new errorCodes.FST_ERR_MAX_PARAM_LENGTH('').code;
  reply
    .code(isLong ? 404 : 400)
    .headers(safeHeaders)
    .type('text/plain; charset=utf-8');
  reply.send(isLong ? 'Not found.\n' : 'Bad request.\n');
}

/**
 * More than one Host is refused (RFC 9112 3.2): Node takes the first, a proxy may take another.
 */
export async function refuseSecondHost(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const names = request.raw.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'host');
  if (names.length < 2) return undefined;
  reply
    .code(400)
    .headers({ ...safeHeaders, connection: 'close' })
    .type('text/plain; charset=utf-8');
  return reply.send('Bad request.\n');
}

/** What is no HTTP (400), comes too slowly (408) or with too many headers (431): answered without a word, and hung up. */
export function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) {
    const headers = Object.entries(safeHeaders).map(([name, value]) => `${name}: ${value}`);
    socket.write(
      [`HTTP/1.1 ${statusOf(error)}`, ...headers, 'content-length: 0', 'connection: close', '', ''].join('\r\n'),
    );
  }
  socket.destroy(error);
}

function statusOf(error: ConnectionError): string {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return '408 Request Timeout';
  return error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
}
