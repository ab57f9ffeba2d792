/** The hub gives a brand's new events to the streams of the brand on this server. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LiveClient, LiveHub, type LoggedEvent } from './live-hub.ts';

const BRAND = 'a brand';

test('a stream that is removed twice takes no other stream of its brand away', async () => {
  const event: LoggedEvent = { number: 1, kind: 'attempt', personId: null, storeId: null, body: {} };
  const hub = new LiveHub(
    async () => [event],
    (error) => {
      throw error;
    },
  );
  const removeFirst = hub.join(clientThat(() => undefined));
  removeFirst();
  const received: number[] = [];
  hub.join(clientThat(({ number }) => received.push(number)));
  removeFirst();
  hub.wake(BRAND);
  await hub.close();
  assert.deepEqual(received, [1], 'the second stream still gets the events');
});

function clientThat(send: LiveClient['send']): LiveClient {
  return { brandId: BRAND, after: 0, send, end: () => undefined };
}
