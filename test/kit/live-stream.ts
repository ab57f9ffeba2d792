/** Reads the live stream of the person who is signed in on a device. */
import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Client } from './client.ts';

export interface LiveStream {
  /** Waits until the stream contains `what`, and returns everything received so far. Fails after a minute. */
  until(what: RegExp): Promise<string>;
  /** Waits until the server ends the stream, and returns everything received and how long the end took. */
  ended(): Promise<{ heard: string; afterMs: number }>;
}

/** How long a test waits for a text of the stream. */
const PATIENCE_MS = 60_000;

/** Opens the stream and reads it until the end of the test file. */
export async function liveStream(base: string, client: Client): Promise<LiveStream> {
  const stop = new AbortController();
  after(() => stop.abort());
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(`${base}/api/v1/live`, { headers: { cookie }, signal: stop.signal });
  assert.equal(response.status, 200);
  const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (what: RegExp): Promise<string> => {
    const deadline = setTimeout(() => stop.abort(new Error(`${what} did not arrive; received: ${heard}`)), PATIENCE_MS);
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
    const deadline = setTimeout(
      () => stop.abort(new Error(`The stream is still open; received: ${heard}`)),
      PATIENCE_MS,
    );
    for (let read = await reader.read(); !read.done; read = await reader.read()) heard += read.value;
    clearTimeout(deadline);
    return { heard, afterMs: performance.now() - from };
  };
  await until(/event: resync/);
  return { until, ended };
}
