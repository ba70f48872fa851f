import { BlockList, isIP, isIPv4 } from 'node:net';

/*
 * Which addresses of the net may be asked for a page. An address that somebody types, or that a feed or a redirect
 * names, must not make whosaid read what only machines beside it can see.
 *
 * The ranges are those of IANA's registries of special-purpose addresses (RFC 6890 and its updates).
 */

const IPV4_NOT_PUBLIC: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // The one metadata service that stands at an address of the public ranges (Azure's).
  ['168.63.129.16', 32],
];

/** Of IPv6 only 2000::/3 is public, and of that not these. */
const IPV6_PUBLIC = blockList([['2000::', 3]]);
const IPV6_NOT_PUBLIC = blockList([
  ['2001::', 23],
  ['2001:db8::', 32],
  ['3fff::', 20],
]);
const NOT_PUBLIC = blockList(IPV4_NOT_PUBLIC);

function blockList(subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, isIPv4(net) ? 'ipv4' : 'ipv6');
  return list;
}

/** Whether an IP address is one of the public internet; what is no address is not. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !NOT_PUBLIC.check(address, 'ipv4');
  const groups = ipv6Groups(address);
  if (groups === null) return false;
  const embedded = embeddedIpv4(groups);
  if (embedded !== null) return isPublicAddress(embedded);
  return IPV6_PUBLIC.check(address, 'ipv6') && !IPV6_NOT_PUBLIC.check(address, 'ipv6');
}

/** The IPv4 address that an IPv6 one stands for: IPv4-mapped, NAT64 (RFC 6052) and 6to4 (RFC 3056). */
function embeddedIpv4(groups: readonly number[]): string | null {
  const [a = 0, b = 0, c = 0] = groups;
  const dotted = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join('.');
  const start = groups.slice(0, 6).map((group) => group.toString(16));
  const prefix = start.join(':');
  if (prefix === '0:0:0:0:0:ffff' || prefix === '64:ff9b:0:0:0:0') return dotted(groups[6], groups[7]);
  return a === 0x2002 ? dotted(b, c) : null;
}

/** The eight groups of an IPv6 address; null where it is none, or holds only within one network (`fe80::1%eth0`). */
function ipv6Groups(address: string): readonly number[] | null {
  if (isIP(address) !== 6 || address.includes('%')) return null;
  // The URL standard writes each address in one way: groups in hexadecimal, no dotted end.
  const [head = '', tail] = new URL(`http://[${address}]/`).hostname.slice(1, -1).split('::');
  const read = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
  if (tail === undefined) return read(head);
  const [before, after] = [read(head), read(tail)];
  return [...before, ...new Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** What may be asked although it is not public. */
export interface Allowance {
  /** Lower case, without a dot at the end: whatever such a host's name leads to is allowed. */
  readonly hosts: ReadonlySet<string>;
  readonly networks: BlockList;
}

/** Nothing but the public internet. */
export const PUBLIC_ONLY: Allowance = { hosts: new Set(), networks: new BlockList() };

/**
 * Reads a list of hosts, addresses and networks (`cms.example.internal 10.1.2.3 192.168.0.0/16`), separated by white
 * space or commas.
 *
 * @returns the allowance, and a fault for each entry that is none of these; faults repeat no entry
 */
export function readAllowance(list: string): { readonly allowance: Allowance; readonly faults: readonly string[] } {
  const hosts = new Set<string>();
  const networks = new BlockList();
  const faults: string[] = [];
  for (const [index, entry] of list
    .split(/[\s,]+/)
    .filter(Boolean)
    .entries()) {
    if (!addNetwork(networks, entry)) {
      const host = entry.toLowerCase().replace(/\.$/, '');
      if (/^(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)*[a-z][a-z0-9_-]*$/.test(host)) hosts.add(host);
      else faults.push(`entry ${index + 1} is no host name, address or network like 192.168.0.0/16`);
    }
  }
  return { allowance: { hosts, networks }, faults };
}

function addNetwork(networks: BlockList, entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0 || address.includes('%')) return false;
  const bits = family === 4 ? 32 : 128;
  if (prefix !== undefined && !(/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)) return false;
  networks.addSubnet(address, prefix === undefined ? bits : Number(prefix), family === 4 ? 'ipv4' : 'ipv6');
  return true;
}

/** Whether a host may be asked at this address. */
export function mayReach(host: string, address: string, allowance: Allowance): boolean {
  if (isPublicAddress(address) || allowance.hosts.has(host)) return true;
  const family = isIP(address);
  return family !== 0 && allowance.networks.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
