import { describe, expect, it } from 'vitest';
import { effectOf, type MailThatMayBeBack, randomIdIn } from '../../../../main/engine/outbox/note-bounce.ts';

const mail: MailThatMayBeBack = {
  kind: 'order-status',
  randomId: '0198c0de-1111-7000-8000-000000000001',
  senderAddress: 'post@fjell.example',
  address: 'Kari@Customer.example',
};
const messageId = '<0198c0de-1111-7000-8000-000000000001@fjell.example>';
const kari = 'kari@customer.example';

function effect(recipient: Partial<Recipient> = {}, of: Partial<MailThatMayBeBack> = {}, id = messageId) {
  const recipients = [{ finalAddress: kari, originalAddress: '', code: '5.1.1', words: 'no such user', ...recipient }];
  return effectOf({ messageId: id, recipients }, { ...mail, ...of });
}
type Recipient = { finalAddress: string; originalAddress: string; code: string; words: string };

describe('a mail is noted as back', () => {
  it('with what the server said, and its address marked', () => {
    expect(effect()).toEqual({ words: 'no such user', marksAddressFor: '5.1.1' });
  });

  it.each(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1'])('%s marks the address (domain.md 9.12)', (code) => {
    expect(effect({ code })?.marksAddressFor).toBe(code);
  });

  it.each(['5.0.0', '5.1.0', '5.1.8', '5.2.0', '5.2.2', '5.2.3', '5.4.1', '5.7.1', '5.7.26'])(
    '%s notes the mail only',
    (code) => {
      expect(effect({ code })).toEqual({ words: 'no such user', marksAddressFor: null });
    },
  );

  it("a shop's copy notes only itself", () => {
    expect(effect({}, { kind: 'shop-copy' })).toEqual({ words: 'no such user', marksAddressFor: null });
  });

  it('an address that passes mails on is not marked for where they go, and the mail is noted', () => {
    const passedOn = { finalAddress: 'kari@elsewhere.example', originalAddress: kari };
    expect(effect(passedOn)).toEqual({ words: 'no such user', marksAddressFor: null });
  });

  it('where the report names only the first address, that is the one', () => {
    expect(effect({ finalAddress: '', originalAddress: kari })?.marksAddressFor).toBe('5.1.1');
  });

  it('an international domain is compared as it went out', () => {
    expect(effect({ finalAddress: 'kari@xn--fjll-moa.example' }, { address: 'kari@fjäll.example' })).not.toBeNull();
  });
});

describe('a bounce does nothing', () => {
  it.each([
    ['when it speaks of another recipient', {}, { finalAddress: 'lars@customer.example' }, messageId],
    ['when it names no recipient', {}, { finalAddress: '' }, messageId],
    ['when the Message-ID has another domain than ours', {}, {}, messageId.replace('fjell', 'evil')],
    ['when the Message-ID is that of another mail', {}, {}, messageId.replace('0001@', '0002@')],
    ['when the text of the mail was removed, and with it whom it was to', { address: '' }, {}, messageId],
    ['when the text was removed and the report names nobody either', { address: '' }, { finalAddress: '' }, messageId],
  ])('%s', (_name, of, recipient, id) => {
    expect(effect(recipient, of, id)).toBeNull();
  });
});

it('only a Message-ID that could be ours is looked up', () => {
  expect(randomIdIn(messageId)).toBe(mail.randomId);
  for (const foreign of ['<CAF=x.y@mail.gmail.com>', '<short@a>', "<0198' OR 1=1 --@fjell.example>", 'none', '<@a>']) {
    expect(randomIdIn(foreign), foreign).toBeNull();
  }
});
