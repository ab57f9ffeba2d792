/** Support's preview of a policy for the coming 14 days: what would be put off, and which held contacts would move. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemoServer } from '#kit/demo-server.ts';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';

const product = await startDemoServer();
await product.at('2026-11-23T12:30:00.000Z');
const support = await product.person('suporte@oto.example');

test('support reads the coming 14 days: more quiet hours put more off, and nothing is sent in them', async () => {
  const brands = await support.get('/api/v1/brands');
  const { id } = brands.body.items.find(({ slug }: { slug: string }) => slug === 'aurora');
  const path = `/api/v1/brands/${id}/quiet-hours/preview`;
  const ask = async (start: string, end: string) => {
    const policy = { ...DEFAULT_POLICY, windows: [{ days: DEFAULT_POLICY.windows[0]?.days, start, end }] };
    const { status, body } = await support.post(path, { policy, impact: false, coming: true });
    assert.equal(status, 200, JSON.stringify(body));
    return body.coming;
  };
  const [short, long] = [await ask('20:00', '08:00'), await ask('13:00', '08:00')];
  assert.equal(short.days.length >= 14, true);
  assert.ok(long.putOff > short.putOff, `${long.putOff} and ${short.putOff}`);
  assert.ok(long.moved >= short.moved && long.waiting === short.waiting);
  for (const day of long.days)
    assert.equal(
      day.hours.slice(14).reduce((sum: number, each: number) => sum + each, 0),
      0,
    );
  const plain = await support.post(path, { policy: DEFAULT_POLICY, impact: false });
  assert.equal(plain.body.coming, null, 'without the wish nothing is read');
});
