/** Who may read what the installation counts: this machine, or whoever has the token; nobody whom a proxy passes on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { healthRoutes } from './health.ts';
import { createMetrics } from './metrics.ts';
import { presentProblem } from './present-problem.ts';

const metrics = createMetrics();
const TOKEN = 'the-operators-own';

/** The status of `/metrics` for whoever asks from `remoteAddress`; a proxy is trusted with whatever it says. */
async function statusFor(metricsToken: string | null, remoteAddress: string, headers: Record<string, string> = {}) {
  const app = Fastify({ trustProxy: true });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(presentProblem);
  await app.register(healthRoutes({ obstacles: async () => [], notes: () => [], metrics, metricsToken }));
  const { statusCode } = await app.inject({ url: '/metrics', remoteAddress, headers });
  await app.close();
  return statusCode;
}

test('without a token metrics are for this machine alone', async () => {
  for (const loopback of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) assert.equal(await statusFor(null, loopback), 200);
  for (const other of ['10.0.0.7', '203.0.113.9', '2001:db8::1']) assert.equal(await statusFor(null, other), 404);
});

test('who is passed on by a proxy on this machine is not this machine, whatever they say of themselves', async () => {
  for (const headers of [
    { 'x-forwarded-for': '203.0.113.9' },
    { 'x-forwarded-for': '127.0.0.1' },
    { 'X-Forwarded-Proto': 'https' },
    { forwarded: 'for=127.0.0.1' },
    { 'x-real-ip': '127.0.0.1' },
    { via: '1.1 proxy' },
  ] as Record<string, string>[]) {
    assert.equal(await statusFor(null, '127.0.0.1', headers), 404, JSON.stringify(headers));
  }
});

test('where there is a token it admits from anywhere, and nothing else does', async () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' });
  assert.equal(await statusFor(TOKEN, '203.0.113.9', bearer(TOKEN)), 200);
  assert.equal(await statusFor(TOKEN, '203.0.113.9', bearer(`${TOKEN}x`)), 404);
  assert.equal(await statusFor(TOKEN, '127.0.0.1'), 404);
});
