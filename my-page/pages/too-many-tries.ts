import type { FastifyReply } from 'fastify';
import type { Labels } from './labels.ts';

/** Says how long to wait: to programs by Retry-After (RFC 9110 10.2.3), to people by what is returned. */
export function tellWait(reply: FastifyReply, labels: Labels, waitSeconds: number): string {
  reply.header('retry-after', String(waitSeconds));
  return labels.tooManyTriesWait(waitInWords(labels.language, waitSeconds));
}

/** "45 seconds", "2 minutes"; never shorter than the wait is. */
function waitInWords(language: string, waitSeconds: number): string {
  const [amount, unit] = waitSeconds < 60 ? [waitSeconds, 'second'] : [Math.ceil(waitSeconds / 60), 'minute'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}
