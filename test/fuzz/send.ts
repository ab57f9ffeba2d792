/** Sends raw requests over HTTP byte for byte: no library normalises the path or encodes the query again. */
import { Agent, request } from 'node:http';
import type { FuzzRequest } from './requests.ts';

export interface RawAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** A request without an answer for this long counts as hung; on a busy machine an answer may take many seconds. */
const HUNG_MS = 120_000;

/** Returns `send`, which resolves to 'hung' where no complete answer came in time. The start of a stream of events is an answer. */
export function sender(base: string) {
  const { hostname, port } = new URL(base);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const send = ({ method, path, headers, body }: Omit<FuzzRequest, 'operation'>, cookie: string) =>
    new Promise<RawAnswer | 'hung'>((resolve, reject) => {
      const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const sent = request(
        { agent, hostname, port, method, path, headers: { cookie, ...length, ...headers }, timeout: HUNG_MS },
        (response) => {
          const contentType = response.headers['content-type'] ?? '';
          const answered = (text: string) => resolve({ status: response.statusCode ?? 0, contentType, text });
          if (contentType.startsWith('text/event-stream')) {
            answered('');
            response.destroy();
            return;
          }
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => answered(Buffer.concat(chunks).toString()));
        },
      );
      sent.on('timeout', () => {
        resolve('hung');
        sent.destroy();
      });
      sent.on('error', reject);
      sent.end(body ?? undefined);
    });
  return { send, close: () => agent.destroy() };
}
