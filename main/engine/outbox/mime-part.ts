/** One part of a message. Texts hold one sign per byte, as they stand on the line; `textOf` makes words of them. */
export type MimePart = {
  /** By lower-case name, unfolded; of several with one name the first. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
};

/** A message, or a part of one, as far as it is there: what was cut off at its end is not missed. Never throws. */
export function readMimePart(source: Buffer): MimePart {
  return partIn(source.toString('latin1').replaceAll('\r\n', '\n'));
}

function partIn(text: string): MimePart {
  if (text.startsWith('\n')) return { headers: new Map(), body: text.slice(1) };
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  return { headers: fieldsOf(head), body: end < 0 ? '' : text.slice(end + 2) };
}

function fieldsOf(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of head.replaceAll(/\n(?=[ \t])/g, '').split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (/^[!-9;-~]+$/.test(name) && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** The groups of fields of a delivery status (RFC 3464 2.1): one of the message, then one of each recipient. */
export function fieldGroupsIn(text: string): readonly ReadonlyMap<string, string>[] {
  return text
    .split(/\n[ \t]*\n/)
    .map((group) => fieldsOf(group.replace(/^\n+/, '')))
    .filter((group) => group.size > 0);
}

const longestContentType = 1000;

/** The type of a part in lower case, `text/plain` where it says none (RFC 2045 5.2), and its parameters. */
export function contentTypeOf(value = 'text/plain'): {
  readonly type: string;
  readonly parameter: (name: string) => string | undefined;
} {
  const text = value.slice(0, longestContentType);
  const parameters = new Map<string, string>();
  for (const [, name = '', quoted, bare] of text.matchAll(/;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/g)) {
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '');
  }
  const type = (text.split(';')[0] ?? '').trim().toLowerCase();
  return { type, parameter: (name) => parameters.get(name) };
}

/** The parts of a multipart (RFC 2046 5.1), none of another type; parts within parts are not looked for. */
export function partsOf(part: MimePart): readonly MimePart[] {
  const { type, parameter } = contentTypeOf(part.headers.get('content-type'));
  const boundary = parameter('boundary');
  if (!type.startsWith('multipart/') || boundary === undefined || boundary === '') return [];
  const parts: string[][] = [];
  for (const line of part.body.split('\n')) {
    const mark = line.startsWith(`--${boundary}`) ? line.slice(boundary.length + 2).trimEnd() : null;
    if (mark === '--') break;
    if (mark === '') parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts.map((lines) => partIn(lines.join('\n')));
}

/** A part's content with its transfer encoding taken off (RFC 2045 6), still a sign per byte. */
export function contentOf({ headers, body }: MimePart): string {
  switch (headers.get('content-transfer-encoding')?.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('latin1').replaceAll('\r\n', '\n');
    case 'quoted-printable':
      return body
        .replaceAll(/=[ \t]*\n/g, '')
        .replaceAll(/=([0-9a-f]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    default:
      return body;
  }
}

/** The header fields of a message that stands in a part, whole or only its header. */
export function fieldsOfMessageIn(part: MimePart): ReadonlyMap<string, string> {
  return partIn(contentOf(part).replace(/^\n+/, '')).headers;
}

/** Signs of one byte each read as UTF-8, on one line, without signs that a window cannot show. */
export function textOf(bytes: string, longest: number): string {
  return Buffer.from(bytes, 'latin1')
    .toString('utf8')
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, longest);
}
