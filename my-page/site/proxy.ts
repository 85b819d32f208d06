import { isIP } from 'node:net';
import { SettingError } from './environment.ts';

/** Addresses from which X-Forwarded-For is believed: single ones or networks (10.0.0.0/8). */
export type TrustedProxies = readonly string[];

/** A proxy on the same machine or in the same private network (RFC 1918, RFC 4193). */
export const privateProxies: TrustedProxies = ['loopback', 'uniquelocal'];

/**
 * What MY_PAGE_BEHIND_PROXY says: nothing or 0 for no proxy, 1 for one in the own network, else a list of addresses.
 * @throws SettingError when one of them is no address
 */
export function readTrustedProxies(value: string | undefined): TrustedProxies {
  const words = (value ?? '').split(',').map((word) => word.trim());
  const given = words.filter((word) => word !== '' && word !== '0');
  const proxies = given.flatMap((word) => (word === '1' ? privateProxies : [word]));
  const wrong = proxies.filter((proxy) => !isAddress(proxy));
  if (wrong.length > 0) throw new SettingError(`MY_PAGE_BEHIND_PROXY: no address of a proxy: ${wrong.join(', ')}`);
  return proxies;
}

function isAddress(proxy: string): boolean {
  if (privateProxies.includes(proxy)) return true;
  const [address = '', bits, ...rest] = proxy.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  // 0 bits would believe everybody
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128))
  );
}
