import { expect, it } from 'vitest';
import { mailProviders, providerOf } from '../../../../renderer/set-up/mail-providers.ts';

it('every mail provider is found again by its server, however it was typed', () => {
  for (const provider of mailProviders) {
    expect(providerOf({ ...provider, smtpHost: ` ${provider.smtpHost.toUpperCase()}` })).toBe(provider);
  }
  expect(providerOf({ smtpHost: 'smtp.shop.example', smtpPort: 587, smtpSecurity: 'starttls' })).toBeUndefined();
});

it('no mail provider is offered without protection', () => {
  for (const { smtpPort, smtpSecurity } of mailProviders) {
    expect([`${smtpPort} ${smtpSecurity}`]).toEqual([smtpPort === 465 ? '465 tls' : '587 starttls']);
  }
});
