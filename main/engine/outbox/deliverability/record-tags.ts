/** The tags of a DKIM or DMARC record (RFC 6376 3.2, RFC 7489 6.3): names in lower case, values without the space around them. */
export function recordTags(record: string): ReadonlyMap<string, string> {
  return new Map(
    record.split(';').map((tag): [string, string] => {
      const [name = '', ...value] = tag.split('=');
      return [name.trim().toLowerCase(), value.join('=').trim()];
    }),
  );
}
