import { describe, expect, test } from 'vitest';
import { makeSecretBox } from '../../../my-page/site/secret-box.ts';

const first = 'a first key of more than 32 characters';
const second = 'another key of more than 32 characters';

describe('a sealed secret', () => {
  test('opens for its purpose only, and never looks the same twice', () => {
    const box = makeSecretBox([first]);
    const sealed = box.seal('JBSWY3DPEHPK3PXP', 'second-factor:1');
    expect(box.open(sealed, 'second-factor:1')).toBe('JBSWY3DPEHPK3PXP');
    expect(box.open(sealed, 'second-factor:2')).toBeNull();
    expect(sealed).not.toContain('JBSWY3DPEHPK3PXP');
    expect(box.seal('JBSWY3DPEHPK3PXP', 'second-factor:1')).not.toBe(sealed);
  });

  test('that was changed, cut or made up opens not at all', () => {
    const box = makeSecretBox([first]);
    const sealed = box.seal('secret', 'p');
    const [version, id, body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (const index of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
      expect(box.open(`${version}.${id}.${changed.toString('base64url')}`, 'p')).toBeNull();
    }
    for (const other of ['', 'v1', `v1.${id}`, `v1.${id}.`, `v2.${id}.${body}`, sealed.slice(0, -4)]) {
      expect(box.open(other, 'p'), other).toBeNull();
    }
  });

  test('outlives a change of key as long as the former one is given, and is told from a current one', () => {
    const sealed = makeSecretBox([first]).seal('secret', 'p');
    const changed = makeSecretBox([second, first]);
    expect([changed.open(sealed, 'p'), changed.isCurrent(sealed)]).toEqual(['secret', false]);
    expect(changed.isCurrent(changed.seal('secret', 'p'))).toBe(true);
    expect(makeSecretBox([second]).open(sealed, 'p')).toBeNull();
  });
});
