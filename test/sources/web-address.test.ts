import { describe, expect, it } from 'vitest';
import { printedAddress, readWebAddress } from '../../src/sources/web-address.ts';

describe('a web address', () => {
  it.each([
    ['http://example.org/a#b', 'http://example.org/a'],
    [' https://Example.ORG:443/ ', 'https://example.org/'],
    ['http://example.org./a', 'http://example.org/a'],
    ['http://0x7f.1/', 'http://127.0.0.1/'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['http://0177.0.0.1/', 'http://127.0.0.1/'],
    ['http://127.0.0.1./', 'http://127.0.0.1/'],
    ['http://１２７.0.0.1/', 'http://127.0.0.1/'],
    ['http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/'],
    ['http://bücher.example/', 'http://xn--bcher-kva.example/'],
  ])('%s is read as %s', (typed, read) => {
    expect(readWebAddress(typed)).toMatchObject({ kind: 'address', url: { href: read } });
  });

  it.each([
    ['file:///etc/passwd', 'only http:// and https://'],
    ['ftp://example.org/', 'only http:// and https://'],
    ['javascript:alert(1)', 'only http:// and https://'],
    ['gopher://127.0.0.1:70/', 'only http:// and https://'],
    ['http://alma:secret@example.org/', 'name or password'],
    ['http://alma@example.org/', 'name or password'],
    ['http://example.org../', 'no usable name'],
    ['http://a..b/', 'no usable name'],
    ['http://', 'no web address'],
    ['example.org', 'no web address'],
    ['http://[fe80::1%25eth0]/', 'no web address'],
    [`http://example.org/${'a'.repeat(9000)}`, 'longer than'],
  ])('%s is refused', (typed, reason) => {
    expect(readWebAddress(typed)).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) });
  });

  it('is printed without its query, its name and its password', () => {
    expect(printedAddress('https://alma:secret@example.org/feed?token=secret#secret')).toBe(
      'https://example.org/feed?…',
    );
    expect(printedAddress('not an address: secret')).toBe('(no web address)');
  });
});
