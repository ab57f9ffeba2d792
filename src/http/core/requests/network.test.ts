/** Tests which network an IP address belongs to. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from './network.ts';

test('an IPv4 address is its own network, in every notation', () => {
  assert.equal(networkOf('203.0.113.9'), '203.0.113.9');
  assert.equal(networkOf('::ffff:203.0.113.9'), '203.0.113.9');
  assert.equal(networkOf('::FFFF:203.0.113.9'), '203.0.113.9');
});

test('the network of an IPv6 address is its first 64 bits, because its owner has all addresses of the other 64', () => {
  const network = '2001:db8:0:42::/64';
  for (const address of ['2001:db8:0:42::1', '2001:0db8:0000:0042:ffff:ffff:ffff:ffff', '2001:DB8:0:42:1::']) {
    assert.equal(networkOf(address), network, address);
  }
  assert.notEqual(networkOf('2001:db8:0:43::1'), network);
  assert.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0::/64');
  assert.equal(networkOf('::1'), '0:0:0:0::/64');
});

test('a text that is not an IP address is returned unchanged', () => {
  assert.equal(networkOf('unknown'), 'unknown');
});
