import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A long text is known by its beginning: what breaks lines or cuts texts off keeps that. */
const tellingBytes = 40;

/** The ways in which a text may lie in a file, by name. */
export function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const beginning = Buffer.from(text).subarray(0, tellingBytes).toString();
  const bytes = Buffer.from(beginning);
  const hex = bytes.toString('hex');
  const percent = encodeURIComponent(beginning);
  const forms: [string, string | Buffer][] = [
    ['utf8', bytes],
    ['utf16le', Buffer.from(beginning, 'utf16le')],
    ['utf16be', Buffer.from(beginning, 'utf16le').swap16()],
    ['json', JSON.stringify(beginning).slice(1, -1)],
    ['percent', percent],
    ['form', percent.replaceAll('%20', '+')],
    ['hex', hex],
    ['HEX', hex.toUpperCase()],
  ];
  for (const shift of [0, 1, 2]) {
    forms.push([`base64 after ${shift}`, inside(bytes, shift, 'base64')]);
    forms.push([`base64url after ${shift}`, inside(bytes, shift, 'base64url')]);
  }
  return new Map(forms.map(([name, form]) => [name, Buffer.from(form)]));
}

/** What stands of bytes in the base64 of a longer text, such as a login with the user's name before it. */
function inside(bytes: Buffer, shift: number, encoding: 'base64' | 'base64url'): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
  return whole.toString(encoding).slice(shift === 0 ? 0 : shift + 1, Math.floor((whole.length * 8) / 6));
}

/** Files below a folder that hold a text, each with the ways in which it lies there. */
export async function filesWith(folder: string, text: string): Promise<readonly string[]> {
  const forms = formsOf(text);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    // What was there a moment ago may be gone, as a journal is after its checkpoint
    const content = await readFile(path).catch(() => Buffer.alloc(0));
    for (const [name, form] of forms) if (content.includes(form)) found.push(`${path} (${name})`);
  }
  return found;
}
