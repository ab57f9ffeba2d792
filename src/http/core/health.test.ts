/**
 * Tests who may read `/metrics`: callers on this machine, or callers with the token; never a request that a proxy
 * forwarded.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { healthRoutes } from './health.ts';
import { createMetrics } from './metrics.ts';
import { presentProblem } from './present-problem.ts';

const metrics = createMetrics();
const TOKEN = 'the-operators-own';

/** The status of `/metrics` for a request from `remoteAddress`, on a server that trusts every proxy. */
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

test('without a configured token only this machine may read the metrics', async () => {
  for (const loopback of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) assert.equal(await statusFor(null, loopback), 200);
  for (const other of ['10.0.0.7', '203.0.113.9', '2001:db8::1']) assert.equal(await statusFor(null, other), 404);
});

test('a request that a proxy on this machine forwards is refused, whatever its forwarding headers say', async () => {
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

test('with a configured token every caller needs it, and it is accepted from any address', async () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'x-forwarded-for': '203.0.113.9' });
  assert.equal(await statusFor(TOKEN, '203.0.113.9', bearer(TOKEN)), 200);
  assert.equal(await statusFor(TOKEN, '203.0.113.9', bearer(`${TOKEN}x`)), 404);
  assert.equal(await statusFor(TOKEN, '127.0.0.1'), 404);
});
