import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPublicAddress, mayReach, PUBLIC_ONLY, readAllowance } from '../../src/sources/addresses.ts';

describe('an address', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['0.0.0.0', 'unspecified'],
    ['10.0.0.1', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['169.254.169.254', 'link-local, the metadata of clouds'],
    ['168.63.129.16', 'metadata'],
    ['100.64.0.1', 'shared by a carrier'],
    ['100.100.100.200', 'metadata'],
    ['192.0.0.192', 'metadata'],
    ['198.18.0.1', 'for benchmarks'],
    ['192.0.2.1', 'for documents'],
    ['224.0.0.1', 'multicast'],
    ['239.1.2.3', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['::', 'unspecified'],
    ['::1', 'loopback'],
    ['::7f00:1', 'IPv4-compatible'],
    ['::ffff:127.0.0.1', 'mapped loopback'],
    ['::ffff:a00:1', 'mapped private'],
    ['64:ff9b::a9fe:a9fe', 'NAT64 of link-local'],
    ['64:ff9b::192.168.0.1', 'NAT64 of private'],
    ['64:ff9b:1::1', 'NAT64 of the network’s own'],
    ['2002:7f00:1::', '6to4 of loopback'],
    ['2002:c0a8:101::1', '6to4 of private'],
    ['2001::1', 'Teredo'],
    ['2001:db8::1', 'for documents'],
    ['3fff::1', 'for documents'],
    ['100::1', 'discarded'],
    ['fc00::1', 'unique local'],
    ['fd00:ec2::254', 'metadata'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local with a zone'],
    ['fec0::1', 'site-local'],
    ['ff02::1', 'multicast'],
    ['localhost', 'a name'],
    ['', 'nothing'],
  ])('%s is not public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
    expect(mayReach('host.example', address, PUBLIC_ONLY)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '169.253.1.1',
    '192.0.1.1',
    '2606:4700::1111',
    '2a00:1450:4001:81b::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2002:808:808::1',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('is as public in IPv6 as the IPv4 address that it stands for', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(isPublicAddress(address));
      }),
    );
  });
});

describe('the allowed addresses', () => {
  const { allowance, faults } = readAllowance(' CMS.Internal., 10.1.2.3\n192.168.0.0/16,fd12::/16 localhost ');

  it('are read from a list', () => {
    expect(faults).toEqual([]);
    expect(mayReach('cms.internal', '127.0.0.1', allowance)).toBe(true);
    expect(mayReach('localhost', '::1', allowance)).toBe(true);
    expect(mayReach('other.internal', '10.1.2.3', allowance)).toBe(true);
    expect(mayReach('other.internal', '192.168.77.1', allowance)).toBe(true);
    expect(mayReach('other.internal', 'fd12:3::1', allowance)).toBe(true);
  });

  it('leave everything else refused', () => {
    expect(mayReach('other.internal', '10.1.2.4', allowance)).toBe(false);
    expect(mayReach('evil-cms.internal', '127.0.0.1', allowance)).toBe(false);
    expect(mayReach('other.internal', 'fd13::1', allowance)).toBe(false);
    expect(mayReach('other.internal', 'no address', allowance)).toBe(false);
  });

  it('name every entry that is none', () => {
    const entries = ['10.0.0.0/33', 'https://a.example', '1.2.3', 'a..b', 'fe80::/x', '10.0.0.0/8/8', '*.example'];
    const { faults } = readAllowance(`localhost ${entries.join(' ')}`);
    expect(faults.map((fault) => fault.split(' ', 2).join(' '))).toEqual(entries.map((_, n) => `entry ${n + 2}`));
    for (const entry of entries) expect(faults.join('\n')).not.toContain(entry);
  });
});
