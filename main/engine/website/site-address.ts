import { AppError } from '../../../shared/errors.ts';

/** Whether a host name can only mean this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Where a site's API answers: `<address>/api/v1/`. HTTPS, or plain HTTP on loopback only, so that the key and
 * customers' data never cross a network in the clear.
 *
 * @throws AppError 'bad-input' with the reason 'address' or 'https-required'
 */
export function apiAddressOf(siteAddress: string): URL {
  const url = URL.canParse(siteAddress) ? new URL(siteAddress) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw new AppError('bad-input', { field: 'myPageUrl', reason: 'address' });
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new AppError('bad-input', { field: 'myPageUrl', reason: 'https-required' });
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return new URL('api/v1/', url);
}
