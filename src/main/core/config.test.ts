/** Tests of `readConfig`: settings are checked before a server starts, and the operator is told every fault at once. */
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readOrCreateVapid } from '#main/core/secrets/vapid.ts';
import { type Config, readConfig } from './config.ts';

const secret = '41d5a2c0f7b84e93d6128e5fa90b7c3d';
const production = {
  DATABASE_URL: 'postgres://owner@db/oto',
  OTO_SECRET: secret,
  OTO_PUBLIC_URL: 'https://oto.example',
};

function configOf(environment: Record<string, string>): Config {
  const reading = readConfig(environment);
  assert.ok('config' in reading, JSON.stringify(reading));
  return reading.config;
}

function faultsOf(environment: Record<string, string>): readonly string[] {
  const reading = readConfig(environment);
  assert.ok('faults' in reading);
  return reading.faults;
}

test('without any setting the server is a demo on loopback with an embedded Postgres', () => {
  const { mode, host, port, secret, server, publicUrl, trustProxy, decisionsPerMinute } = configOf({});
  assert.deepEqual(
    { mode, host, port, secret, server, publicUrl, trustProxy, decisionsPerMinute },
    {
      mode: 'demo',
      host: '127.0.0.1',
      port: 3000,
      secret: null,
      server: null,
      publicUrl: null,
      trustProxy: false,
      decisionsPerMinute: 30,
    },
  );
});

test('a server with DATABASE_URL runs in production, unless OTO_MODE says demo', () => {
  assert.equal(configOf(production).mode, 'production');
  assert.equal(configOf({ DATABASE_URL: production.DATABASE_URL, OTO_MODE: 'demo' }).mode, 'demo');
});

test('production has no default secret and no default address', () => {
  const faults = faultsOf({ OTO_MODE: 'production' });
  assert.equal(faults.length, 2);
  assert.match(faults[0] ?? '', /^OTO_SECRET is missing/);
  assert.match(faults[1] ?? '', /^OTO_PUBLIC_URL is missing/);
});

test('readConfig returns all faults at once, each beginning with the name of its setting', () => {
  const faults = faultsOf({
    DATABASE_URL: 'mysql://db',
    DATABASE_RUNTIME_URL: 'db',
    DATABASE_AUTH_URL: 'http://db',
    DATABASE_LISTEN_URL: '-',
    PORT: '65536',
    OTO_MODE: 'staging',
    OTO_SECRET: 'short',
    OTO_SECRET_PREVIOUS: 'short',
    OTO_PUBLIC_URL: 'oto.example',
    OTO_METRICS_TOKEN: 'short',
    OTO_DECISIONS_PER_MINUTE: '0',
    OTO_DEMO_DAY: '2026-02-31',
    OTO_SUPPORT_URL: 'oto.example',
    OTO_DOCS: 'maybe',
    OTO_DRAIN_SECONDS: '301',
    LOG_LEVEL: 'loud',
  });
  for (const name of [
    'DATABASE_URL',
    'DATABASE_RUNTIME_URL',
    'DATABASE_AUTH_URL',
    'DATABASE_LISTEN_URL',
    'PORT',
    'OTO_MODE',
    'OTO_SECRET',
    'OTO_SECRET_PREVIOUS',
    'OTO_PUBLIC_URL',
    'OTO_METRICS_TOKEN',
    'OTO_DECISIONS_PER_MINUTE',
    'OTO_DEMO_DAY',
    'OTO_DOCS',
    'OTO_DRAIN_SECONDS',
    'LOG_LEVEL',
  ]) {
    assert.equal(faults.filter((fault) => fault.startsWith(`${name} `)).length, 1, name);
  }
});

test('a fault names the setting and says what to write instead', () => {
  const faults = faultsOf({
    DATABASE_RUNTIME_URL: 'db',
    PORT: '65536',
    OTO_SECRET: 'short',
    OTO_PUBLIC_URL: 'https:/oto.example',
    OTO_DOCS: 'maybe',
    OTO_DEMO_DAY: '2026-02-31',
  });
  assert.deepEqual(faults, [
    'DATABASE_RUNTIME_URL is not an address that begins with postgres:// or postgresql://',
    'PORT is not a whole number from 0 to 65535',
    'OTO_SECRET is shorter than 32 characters',
    'OTO_PUBLIC_URL is not an address that begins with https:// or http://',
    'OTO_DOCS is not one of on, off',
    'OTO_DEMO_DAY is not a day such as 2026-11-23',
    'DATABASE_RUNTIME_URL is given without DATABASE_URL',
  ]);
});

test('no fault repeats a secret', () => {
  const faults = faultsOf({
    OTO_SECRET: 'hunter2',
    OTO_SECRET_PREVIOUS: 'hunter1',
    OTO_METRICS_TOKEN: 'hunter3',
    DATABASE_URL: 'x://u:hunter4@db',
  });
  assert.doesNotMatch(faults.join(), /hunter/);
});

test('PORT is a whole number from 0 to 65535; 0 asks for any free port', () => {
  assert.equal(configOf({ PORT: '0' }).port, 0);
  assert.equal(configOf({ PORT: '65535' }).port, 65_535);
  for (const port of ['-1', '3e3', '0x10', '80.5', 'http', ' ']) {
    assert.equal(
      port.trim() === '' ? configOf({ PORT: port }).port : faultsOf({ PORT: port }).length,
      port.trim() ? 1 : 3000,
    );
  }
});

test('OTO_SECRET has at least 32 characters', () => {
  assert.equal(configOf({ OTO_SECRET: secret }).secret, secret);
  assert.equal(faultsOf({ OTO_SECRET: secret.slice(1) }).length, 1);
});

test('OTO_SECRET_PREVIOUS is accepted only together with OTO_SECRET', () => {
  assert.equal(configOf({ OTO_SECRET: secret }).previousSecret, null);
  const previous = 'y'.repeat(32);
  assert.equal(configOf({ OTO_SECRET: secret, OTO_SECRET_PREVIOUS: previous }).previousSecret, previous);
  assert.deepEqual(faultsOf({ OTO_SECRET_PREVIOUS: previous }), ['OTO_SECRET_PREVIOUS is given without OTO_SECRET']);
});

test('an empty value counts as not set', () => {
  assert.equal(configOf({ DATABASE_URL: '', OTO_SECRET: '', PORT: '' }).mode, 'demo');
});

test('DATABASE_LISTEN_URL without DATABASE_URL is a fault', () => {
  assert.deepEqual(faultsOf({ DATABASE_LISTEN_URL: 'postgres://db/oto' }), [
    'DATABASE_LISTEN_URL is given without DATABASE_URL',
  ]);
});

test('OTO_PUBLIC_URL loses its last slash', () => {
  assert.equal(configOf({ ...production, OTO_PUBLIC_URL: 'https://oto.example/' }).publicUrl, 'https://oto.example');
});

test('OTO_TRUST_PROXY is true, false, a number of proxies or a list of addresses', () => {
  assert.equal(configOf({ OTO_TRUST_PROXY: 'true' }).trustProxy, true);
  assert.equal(configOf({ OTO_TRUST_PROXY: 'false' }).trustProxy, false);
  assert.equal(configOf({ OTO_TRUST_PROXY: '2' }).trustProxy, 2);
  assert.deepEqual(configOf({ OTO_TRUST_PROXY: '10.0.0.1, 10.1.0.0/16' }).trustProxy, ['10.0.0.1', '10.1.0.0/16']);
});

test('the VAPID settings are a pair of keys and a subject, or none of the three', () => {
  const pair = readOrCreateVapid(mkdtempSync(join(tmpdir(), 'oto-vapid-')));
  const given = {
    VAPID_PUBLIC_KEY: pair.publicKey,
    VAPID_PRIVATE_KEY: pair.privateKey,
    VAPID_SUBJECT: 'mailto:ops@oto.example',
  };
  assert.deepEqual(configOf(given).vapid, { ...pair, subject: 'mailto:ops@oto.example' });
  assert.equal(configOf({}).vapid, null);
  assert.equal(faultsOf({ ...production, VAPID_SUBJECT: 'ops', PORT: 'x' }).length, 4);
});

test('production refuses secrets that can be guessed and addresses without https, all at once', () => {
  const faults = faultsOf({
    DATABASE_URL: production.DATABASE_URL,
    OTO_SECRET: 'x'.repeat(40),
    OTO_METRICS_TOKEN: 'abcdefghijklmnop',
    OTO_PUBLIC_URL: 'http://oto.example',
    OTO_SUPPORT_URL: 'http://support.oto.example',
  });
  assert.deepEqual(
    faults.map((fault) => fault.split(' ')[0]),
    ['OTO_SECRET', 'OTO_METRICS_TOKEN', 'OTO_PUBLIC_URL', 'OTO_SUPPORT_URL'],
  );
});

test('production accepts http on loopback, and a weak OTO_SECRET_PREVIOUS', () => {
  for (const OTO_PUBLIC_URL of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']) {
    configOf({ ...production, OTO_PUBLIC_URL, OTO_SECRET_PREVIOUS: 'x'.repeat(40) });
  }
});

test('the description of the API is served in the demo, and in production only with OTO_DOCS=on', () => {
  assert.equal(configOf({}).docs, true);
  assert.equal(configOf(production).docs, false);
  assert.equal(configOf({ ...production, OTO_DOCS: 'on' }).docs, true);
});

test('OTO_SUPPORT_URL must have another host than OTO_PUBLIC_URL', () => {
  const OTO_SUPPORT_URL = 'https://support.oto.example/';
  assert.equal(configOf({ ...production, OTO_SUPPORT_URL }).supportUrl, 'https://support.oto.example');
  assert.equal(faultsOf({ ...production, OTO_SUPPORT_URL: 'https://oto.example' }).length, 1);
  assert.equal(faultsOf({ OTO_SUPPORT_URL }).length, 1);
});

test('the number of connections to the database can be set for each login', () => {
  assert.deepEqual(configOf({}).connections, { runtime: 16, auth: 5 });
  const given = { OTO_RUNTIME_CONNECTIONS: '40', OTO_AUTH_CONNECTIONS: '8' };
  assert.deepEqual(configOf(given).connections, { runtime: 40, auth: 8 });
  const reading = readConfig({ OTO_RUNTIME_CONNECTIONS: '1', OTO_AUTH_CONNECTIONS: 'many' });
  assert.deepEqual(reading, {
    faults: [
      'OTO_RUNTIME_CONNECTIONS is not a whole number from 2 to 1000',
      'OTO_AUTH_CONNECTIONS is not a whole number from 1 to 1000',
    ],
  });
});

test('mail needs SMTP_URL alone, and the sender is at the host of the public address', () => {
  assert.equal(configOf(production).mail, null);
  const url = 'smtp://mail.example:587';
  assert.deepEqual(configOf({ ...production, SMTP_URL: url }).mail, { url, from: 'Oto <no-reply@oto.example>' });
  const from = 'Oto <oto@example.com>';
  assert.deepEqual(configOf({ ...production, SMTP_URL: url, OTO_MAIL_FROM: from }).mail, { url, from });
  assert.deepEqual(faultsOf({ ...production, SMTP_URL: 'https://mail.example', OTO_MAIL_FROM: 'oto' }), [
    'SMTP_URL is not an address that begins with smtp:// or smtps://',
    'OTO_MAIL_FROM is not a sender such as Oto <oto@example.com>',
  ]);
});
