/** A journey about what waits begins where nothing does, whatever the journeys before it left behind. */
import { type APIRequestContext, request } from '@playwright/test';
import { ADRIANOPOLIS, PAULISTA } from './seller.ts';

const WHO = [
  [PAULISTA, '1111'],
  [PAULISTA, '2222'],
  [PAULISTA, '9999'],
  [ADRIANOPOLIS, '1111'],
] as const;

/** Each seller cancels their own, which is no news to anybody, and has read all that happened. */
export async function nothingWaits({ base }: { readonly base: string }): Promise<void> {
  for (const [email, pin] of WHO) {
    const device = await request.newContext({ baseURL: base });
    await device.post('/api/v1/session', { data: { email, password: 'aurora-demo' } });
    await device.post('/api/v1/session/pin', { data: { pin } });
    for (const state of ['waiting', 'ready']) {
      for (const id of await attemptsIn(device, `state=${state}`)) await device.post(`/api/v1/attempts/${id}/cancel`);
    }
    for (const id of await attemptsIn(device, 'state=ended&news=true'))
      await device.post(`/api/v1/attempts/${id}/seen`);
    await device.dispose();
  }
}

async function attemptsIn(device: APIRequestContext, query: string): Promise<string[]> {
  const answer = await device.get(`/api/v1/holds?${query}&limit=100`);
  const { items } = (await answer.json()) as { items: { attempt: { id: string } }[] };
  return items.map(({ attempt }) => attempt.id);
}
