import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describe as describeError, openEngineLog } from '../../../../main/engine/logging/engine-log.ts';

it('no address and nothing quoted reaches the log; name and place do', () => {
  const folder = mkdtempSync(join(tmpdir(), 'orderbud-log-'));
  const error = new TypeError(`cannot read 'Kari Nordmann' of kari@customer.example, password "correct horse"`);
  openEngineLog(folder).unexpected('orders.edit', error);
  const written = readFileSync(join(folder, 'logs', 'engine.log'), 'utf8');
  expect(written).toContain('orders.edit');
  expect(written).toContain('TypeError');
  expect(written).toContain('engine-log.test.ts');
  expect(written).not.toMatch(/Kari|kari@|correct horse/);
  rmSync(folder, { recursive: true });
});

it('what is thrown and no error is named by its type alone', () => {
  expect(describeError('kari@customer.example')).toEqual({ name: 'string', message: '', stack: '' });
});

it('a message of a million letters is not looked through for minutes, and not kept', () => {
  expect(describeError(new Error('x'.repeat(1_000_000))).message).toBe('<long text>');
});
