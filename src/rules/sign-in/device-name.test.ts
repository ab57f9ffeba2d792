/** Tests the names of devices with the headers that browsers of 2026 send. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceNameOf } from './device-name.ts';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const IOS = 'CPU iPhone OS 19_1 like Mac OS X';
const DEVICES = [
  [`Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/150.0.0.0 Mobile Safari/537.36`, 'Chrome', 'Android'],
  [
    `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} SamsungBrowser/29.0 Chrome/136.0.0.0 Mobile Safari/537.36`,
    'Samsung Internet',
    'Android',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0', 'Firefox', 'Android'],
  [`Mozilla/5.0 (iPhone; ${IOS}) AppleWebKit/605.1.15 Version/19.1 Mobile/15E148 Safari/604.1`, 'Safari', 'iPhone'],
  [`Mozilla/5.0 (iPhone; ${IOS}) AppleWebKit/605.1.15 CriOS/150.0 Mobile/15E148 Safari/604.1`, 'Chrome', 'iPhone'],
  [
    'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1.2 Mobile/15E148 Safari/604.1',
    'Safari',
    'iPad',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.1 Safari/605.1.15',
    'Safari',
    'Mac',
  ],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36 Edg/150.0`, 'Edge', 'Windows'],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36 OPR/120.0`, 'Opera', 'Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', 'Firefox', 'Linux'],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/150.0.0.0 Safari/537.36`, 'Chrome', 'ChromeOS'],
] as const;

test('each header gets the names of its browser and system', () => {
  for (const [header, browser, system] of DEVICES) assert.deepEqual(deviceNameOf(header), { browser, system }, header);
});

test('only the first 500 characters of a header are read', () => {
  assert.deepEqual(deviceNameOf(`${'x '.repeat(244)}Firefox/150`).browser, 'Firefox');
  assert.deepEqual(deviceNameOf(`${'x '.repeat(250)}Firefox/150`).browser, null);
});

test('a header of another program, an empty one or none gets no name, and none of its text is kept', () => {
  for (const header of ['curl/8.9.1', '', undefined, '<b>Chrome</b> Windows', 'x'.repeat(1_000_000)]) {
    assert.deepEqual(deviceNameOf(header), { browser: null, system: null });
  }
});
