/** Sends a person's requests over HTTP and tells the witness of each request and answer. A request with a key is retried until it is answered. */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { signIn, type World } from './brands-fixture.ts';
import type { Fleet } from './fleet.ts';
import type { Chance } from './seeded-random.ts';
import type { Witness } from './witness.ts';

export interface Wish {
  /** What the request is meant to do, for the checker: `hold`, `send`, `cancel`… */
  readonly what: string;
  readonly email: string;
  readonly brandId: string;
  readonly personId: string;
  readonly customerId?: string;
  readonly attemptId?: string;
  readonly method: string;
  readonly path: string;
  readonly body?: Record<string, unknown>;
  /** The `Idempotency-Key`. */
  readonly key?: string;
  /** Whether the request only reads; the witness does not log reads. */
  readonly reads?: boolean;
}

export interface Reply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each caller knows the shape of the answer it asked for
  readonly body: any;
}

const ANSWER_MS = 15_000;
/** A request with a key is retried for this long. */
const INSIST_MS = 90_000;

export class Asker {
  readonly #fleet: Fleet;
  readonly #witness: Witness;
  readonly #cookies: Map<string, string>;
  readonly #chance: Chance;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });
  #asked = 0;
  #answered = 0;
  #networks = 1000;

  constructor(fleet: Fleet, witness: Witness, world: World, chance: Chance) {
    this.#fleet = fleet;
    this.#witness = witness;
    this.#cookies = new Map(world.cookies);
    this.#chance = chance;
  }

  /** How many requests were answered. */
  get answered(): number {
    return this.#answered;
  }

  /** Sends a wish and returns the answer. Null means that no answer came, so it is not known whether the wish was carried out. */
  async ask(wish: Wish): Promise<Reply | null> {
    const { key = null, customerId = null, attemptId = null, what, brandId, personId } = wish;
    const deadline = Date.now() + INSIST_MS;
    const acknowledges = wish.body?.acknowledgement !== undefined;
    const id = ++this.#asked;
    if (!wish.reads)
      this.#witness.tell({ saw: 'asked', id, what, brandId, personId, customerId, attemptId, key, acknowledges });
    for (;;) {
      const reply = await this.#once(wish);
      const settled = typeof reply !== 'string' && !shouldRetry(reply);
      const last = key === null || Date.now() > deadline;
      if (settled || last) {
        if (wish.reads) return typeof reply === 'string' ? null : reply;
        if (typeof reply === 'string') this.#witness.tell({ saw: 'unanswered', id, why: reply });
        else {
          this.#answered += 1;
          this.#witness.tell({ saw: 'answered', id, ...summaryOf(reply) });
        }
        return typeof reply === 'string' ? null : reply;
      }
      await pause(100 + this.#chance.below(200));
    }
  }

  close(): void {
    this.#agent.destroy();
  }

  async #once(wish: Wish): Promise<Reply | string> {
    const server = this.#fleet.pickRunning(this.#chance);
    if (server === null) {
      await pause(100);
      return 'no server';
    }
    const { email } = wish;
    const reply = await this.#send(server.port, wish, this.#cookies.get(email) ?? '');
    if (typeof reply === 'string' || reply.status !== 401) return reply;
    try {
      this.#cookies.set(email, await signIn(server.port, email, this.#networks++));
    } catch (error) {
      return String(error);
    }
    return this.#send(server.port, wish, this.#cookies.get(email) ?? '');
  }

  #send(port: number, { method, path, body, key }: Wish, cookie: string): Promise<Reply | string> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      cookie,
      ...(text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    return new Promise((resolve) => {
      const options = { agent: this.#agent, host: '127.0.0.1', port, method, path, headers, timeout: ANSWER_MS };
      const asked = request(options, (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (part) => {
          answer += part;
        });
        response.on('error', (error) => resolve(String(error)));
        response.on('end', () => {
          if (!response.complete) return resolve('cut off');
          try {
            resolve({ status: response.statusCode ?? 0, body: answer === '' ? null : JSON.parse(answer) });
          } catch {
            resolve(`not JSON: ${answer.slice(0, 80)}`);
          }
        });
      });
      asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
      asked.on('error', (error) => resolve(String(error)));
      asked.end(text);
    });
  }
}

/** Whether the answer asks for a retry: the server failed, refused for load, or still works on the same key. */
function shouldRetry({ status, body }: Reply): boolean {
  return status >= 500 || status === 429 || (status === 409 && String(body?.type).endsWith('/in-progress'));
}

function summaryOf({ status, body }: Reply) {
  const heldUntil = body?.heldUntil ?? body?.attempt?.heldUntil ?? null;
  const type: unknown = body?.type;
  return {
    status,
    problem: typeof type === 'string' ? type.replace('/problems/', '') : null,
    attemptId: body?.attempt?.id ?? null,
    state: body?.attempt?.state ?? null,
    heldUntil: heldUntil === null ? null : Date.parse(heldUntil),
    verdict: body?.decision?.verdict ?? null,
    revision: body?.revision ?? null,
  };
}
