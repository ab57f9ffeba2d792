/** An open screen's ear: the live stream of whoever is signed in on a device, as it is heard. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Client } from './client.ts';

export interface LiveStream {
  /** All that was heard up to `what`, which is waited for. */
  until(what: RegExp): Promise<string>;
  /** Waits until the server ends the stream; answers all that was heard, and after how long it ended. */
  ended(): Promise<{ heard: string; afterMs: number }>;
}

/** What is not heard by then is not coming. */
const PATIENCE_MS = 10_000;

/** Listens from now on, to the end of the test file. */
export async function liveStream(base: string, client: Client): Promise<LiveStream> {
  const stop = new AbortController();
  after(() => stop.abort());
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${base}/api/v1/live`, { headers: { cookie }, signal: stop.signal });
  assert.equal(response.status, 200);
  const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (what: RegExp): Promise<string> => {
    const deadline = setTimeout(() => stop.abort(new Error(`${what} was not heard, but ${heard}`)), PATIENCE_MS);
    while (!what.test(heard)) {
      const { value, done } = await reader.read();
      assert.equal(done, false, `the stream ended before ${what}`);
      heard += value ?? '';
    }
    clearTimeout(deadline);
    return heard;
  };
  const ended = async () => {
    const from = performance.now();
    const deadline = setTimeout(() => stop.abort(new Error(`The stream is open still; heard ${heard}`)), PATIENCE_MS);
    for (let read = await reader.read(); !read.done; read = await reader.read()) heard += read.value;
    clearTimeout(deadline);
    return { heard, afterMs: performance.now() - from };
  };
  await until(/event: resync/);
  return { until, ended };
}
