import { isIPv6 } from 'node:net';
import type { Request } from 'express';

const GROUPS = 8;
/** Of IPv6 addresses the first half: what follows is one visitor's to choose from. */
const NETWORK_GROUPS = 4;

/**
 * The address that a request is counted by: IPv4 whole, of IPv6 the network.
 *
 * @param ip as the socket or the proxy tells it
 */
export function countedAddress(ip: string | undefined): string {
  if (ip === undefined) return 'unknown';
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(ip)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(ip)) return ip;
  const [before = [], after = []] = (ip.split('%')[0] ?? '').split('::').map((part) => part.split(':'));
  const left = before.filter((group) => group !== '');
  const zeros = Array.from({ length: Math.max(0, GROUPS - left.length - after.length) }, () => '0');
  const network = [...left, ...zeros, ...after].slice(0, NETWORK_GROUPS);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::`;
}

/** The address of a request, as {@link countedAddress}. */
export const addressOf = (request: Request): string => countedAddress(request.ip);
