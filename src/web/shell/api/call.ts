/** One request to the server, answered as a value: done, refused in words, or no answer at all. */
import type { Problem, ProblemCode } from '#contract/core/problem.ts';
import { reportReached } from '#web/shell/offline/online.ts';
import { currentLanguage } from '#web/shell/settings/language.ts';
import type { Answered, Asked, Known, Method } from './routes.ts';

/** What the server said when it refused. `code` is `unknown` for a code newer than this screen. */
export interface Refusal extends Problem {
  readonly code: ProblemCode | 'unknown';
}

/** `lost`: no answer came. Whether the server acted is not known; only the same `Idempotency-Key` tells. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly status: number; readonly body: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal & Readonly<Record<string, unknown>> }
  | { readonly kind: 'lost' };

interface Options {
  readonly idempotencyKey?: string;
  /** The answer is still wanted when the page goes away, as on locking. */
  readonly outlivesPage?: boolean;
  readonly signal?: AbortSignal;
}

/** How a path is called: by GET where no method is named, and with the body that this route takes. */
export type Call<M extends Method, Path extends string> = Options & { readonly method?: M } & Asked<M, Path>;

/** A call as it is sent, whatever its route. */
type Sent = Options & { readonly method?: Method; readonly body?: unknown };

/** After this long without an answer a call counts as lost. */
const PATIENCE_MS = 15_000;

/** Calls `/api/v1<path>`. Never throws. Sentences in the answer are in the language of the page. */
export function call<const Path extends string, M extends Method = 'GET'>(
  path: Path & Known<M, Path>,
  options?: Call<M, Path>,
): Promise<Answer<Answered<M, Path>>>;
export async function call(path: string, options: Sent = {}): Promise<Answer<unknown>> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method: options.method ?? 'GET',
      headers: headersOf(options),
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: options.outlivesPage ?? false,
      ...(options.outlivesPage ? {} : { signal: patienceWith(options.signal) }),
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const answer = await read<unknown>(response);
    // A proxy that says 502 was reached: it is the server behind it that fails, not the phone's network.
    reportReached(answer.kind !== 'lost' || response.status >= 500);
    if (answer.kind === 'refused') for (const listen of listeners) listen(answer.refusal.code);
    return answer;
  } catch {
    // Who calls a read off does not say that nobody was there.
    if (!options.signal?.aborted) reportReached(false);
    return { kind: 'lost' };
  }
}

/** A refusal in one breath, for places without room for a title. */
export function sentenceOf({ title, detail }: Refusal): string {
  return `${title.replace(/[.!?]$/, '')}. ${detail}`;
}

/** The answer for a read: the body, or a throw that the query around it keeps. */
export function ask<const Path extends string>(
  path: Path & Known<'GET', Path>,
  signal?: AbortSignal,
): Promise<Answered<'GET', Path>>;
export async function ask(path: string, signal?: AbortSignal): Promise<unknown> {
  // Which route it is was checked where `ask` was called.
  const answer = await call(path as '/session', signal ? { signal } : {});
  if (answer.kind === 'done') return answer.body;
  throw new UnansweredError(answer.kind === 'refused' ? answer.refusal : null);
}

/** A read that got no body: `refusal` is null where no answer came at all. */
export class UnansweredError extends Error {
  readonly refusal: Refusal | null;

  constructor(refusal: Refusal | null) {
    super(refusal?.code ?? 'no answer');
    this.name = 'UnansweredError';
    this.refusal = refusal;
  }
}

/** Hears the code of every refusal: a turn or session that ended shows itself first in some answer. Gives the way to stop. */
export function onRefusal(listen: (code: Refusal['code']) => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

const listeners = new Set<(code: Refusal['code']) => void>();

/** A page that goes away takes its signals with it, and what hangs on them: a call that outlives it has none. */
function patienceWith(signal: AbortSignal | undefined): AbortSignal {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  return signal ? AbortSignal.any([signal, patience]) : patience;
}

function headersOf({ body, idempotencyKey }: Sent): Record<string, string> {
  return {
    accept: 'application/json, application/problem+json',
    'accept-language': currentLanguage(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  };
}

/** Something between us and the server (a proxy, a captive portal) may answer in its name: that is no answer. */
async function read<T>(response: Response): Promise<Answer<T>> {
  const type = response.headers.get('content-type') ?? '';
  if (response.ok) {
    if (response.status === 204) return { kind: 'done', status: 204, body: undefined as T };
    if (!type.startsWith('application/json')) return { kind: 'lost' };
    return { kind: 'done', status: response.status, body: (await response.json()) as T };
  }
  if (!type.startsWith('application/problem+json')) return { kind: 'lost' };
  const problem = (await response.json()) as Problem & Record<string, unknown>;
  return { kind: 'refused', refusal: { ...problem, code: codeOf(problem.type) } };
}

/** `/problems/quiet-hours` → `quiet_hours`. */
function codeOf(type: string): Refusal['code'] {
  return (type.split('/').at(-1)?.replaceAll('-', '_') ?? 'unknown') as Refusal['code'];
}
