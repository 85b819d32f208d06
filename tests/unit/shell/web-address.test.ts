import { expect, test } from 'vitest';
import { webAddressIn } from '../../../main/shell/web-address.ts';

test.each([
  ['https://sporing.example/?no=370%20712', 'https://sporing.example/?no=370%20712'],
  ['http://127.0.0.1:8080/authorize', 'http://127.0.0.1:8080/authorize'],
  ['HTTPS://Sporing.Example', 'https://sporing.example/'],
])('%s goes to the browser', (text, address) => {
  expect(webAddressIn(text)).toBe(address);
});

test.each([
  '',
  'sporing.example',
  '//sporing.example/',
  'file:///etc/passwd',
  'smb://host/share',
  'javascript:alert(1)',
  'ms-msdt:/id PCWDiagnostic',
  'orderbud://app/index.html',
  'data:text/html,x',
  String.raw`\\host\share`,
  String.raw`https:\\host\share`,
  'https://bank.example@evil.example/',
  'https://user:secret@evil.example/',
  'https://evil.example/\r\nx',
  'https://evil.example/ --flag',
  'https://evil.example/\u0000',
  'https://evil.example/\u00a0x',
  `https://evil.example/${'x'.repeat(4000)}`,
  `https://evil.example/${'å'.repeat(1000)}`,
])('%j goes nowhere', (text) => {
  expect(webAddressIn(text)).toBeNull();
});
