import * as base64 from 'nodemailer/lib/base64';
import type MimeNode from 'nodemailer/lib/mime-node';
import * as quotedPrintable from 'nodemailer/lib/qp';

/**
 * The bytes of a composed message: what the library's `build` streams, with its headers and encodings, made in one piece. Streams cost
 * more than what they carry here, and a run has thousands of mails. Every line ends with CRLF.
 * @throws Error for content that is not text or bytes, or of an encoding that is not among ours
 */
export function mimeBytes(message: MimeNode): Buffer {
  const text = partText(message).replace(/\r?\n/g, '\r\n');
  return Buffer.from(text.endsWith('\r\n') ? text : `${text}\r\n`);
}

function partText(part: MimeNode): string {
  const head = `${part.buildHeaders()}\r\n\r\n`;
  if (!part.multipart) return head + encodedContent(part);
  const children = part.childNodes.map((child) => `--${part.boundary}\r\n${partText(child)}\r\n`);
  return `${head}${children.join('')}--${part.boundary}--\r\n`;
}

function encodedContent(part: MimeNode): string {
  const { content = '' } = part;
  if (typeof content !== 'string' && !Buffer.isBuffer(content)) throw new Error('Not text or bytes');
  const encoding = part.getTransferEncoding();
  if (encoding === 'quoted-printable') return quotedPrintable.wrap(quotedPrintable.encode(content), 76);
  if (encoding === 'base64') return base64.wrap(base64.encode(content), 76);
  if (encoding === '7bit' || content.length === 0) return content.toString('ascii');
  throw new Error(`Not our encoding: ${encoding}`);
}
