import { expect, test } from 'vitest';
import { describeError } from '../../../my-page/site/describe-error.ts';

test('an error of a program is told with its words, one of a database or a parser without', () => {
  expect(describeError(new Error('No account 17'))).toMatchObject({ type: 'Error', message: 'No account 17' });
  const fromDatabase = Object.assign(new Error('invalid input: "kari@example.com"'), {
    code: '23505',
    severity: 'ERROR',
    detail: 'Key (email)=(kari@example.com) already exists.',
    constraint: 'account_email_folded_key',
  });
  const parse = (): unknown => JSON.parse('kari@example.com');
  let fromParser: unknown;
  try {
    parse();
  } catch (error) {
    fromParser = error;
  }
  for (const error of [fromDatabase, fromParser]) expect(JSON.stringify(describeError(error))).not.toContain('kari');
  expect(describeError(fromDatabase)).toMatchObject({ code: '23505', constraint: 'account_email_folded_key' });
  expect(describeError('kari@example.com')).toEqual({ type: 'string', stack: '' });
});
