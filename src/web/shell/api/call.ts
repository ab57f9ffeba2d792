/** Sends one request to the server and returns the answer as a value: done, refused with a sentence, or lost. */
import type { Problem, ProblemCode } from '#contract/core/problem.ts';
import { reportReached } from '#web/shell/offline/online.ts';
import { currentLanguage } from '#web/shell/settings/language.ts';
import { askToConfirm } from './confirmation.ts';
import type { Answered, Asked, Known, Method } from './routes.ts';

/** The server's refusal. `code` is `unknown` for a code newer than this screen. */
export interface Refusal extends Problem {
  readonly code: ProblemCode | 'unknown';
}

/** `lost`: no answer came. Only a repetition with the same `Idempotency-Key` shows whether the server acted. */
export type Answer<T> =
  | { readonly kind: 'done'; readonly status: number; readonly body: T }
  | { readonly kind: 'refused'; readonly refusal: Refusal & Readonly<Record<string, unknown>> }
  | { readonly kind: 'lost' };

interface Options {
  readonly idempotencyKey?: string;
  /** The request continues when the page closes, as on locking. */
  readonly outlivesPage?: boolean;
  readonly signal?: AbortSignal;
  /** A form with a file, instead of a JSON body. */
  readonly form?: FormData;
  /** How long the call waits for its answer, where the server needs longer than usual. */
  readonly patienceMs?: number;
}

/** The options of a call: GET where no method is named, and the body that the route takes. */
export type Call<M extends Method, Path extends string> = Options & { readonly method?: M } & Asked<M, Path>;

/** A call as it is sent, for any route. */
type Sent = Options & { readonly method?: Method; readonly body?: unknown };

/** A call without an answer is lost after this time. */
const PATIENCE_MS = 15_000;

/**
 * Calls `/api/v1<path>`, and again where the server first wants the password or a code once more and the person gave it.
 * Never throws. Sentences in the answer are in the language of the page.
 */
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
      ...(options.outlivesPage ? {} : { signal: patienceWith(options) }),
      ...(options.form === undefined ? {} : { body: options.form }),
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const answer = await read<unknown>(response);
    // A proxy that answers 502 was reached: the server behind it fails, and not the phone's network.
    reportReached(answer.kind !== 'lost' || response.status >= 500);
    if (answer.kind === 'refused' && answer.refusal.code === 'confirmation_needed')
      return (await askToConfirm(answer.refusal.confirmWith ?? ['password']))
        ? call(path as '/session', options as Call<'GET', '/session'>)
        : answer;
    if (answer.kind === 'refused') for (const listen of listeners) listen(answer.refusal.code);
    return answer;
  } catch {
    // An aborted call says nothing about the network.
    if (!options.signal?.aborted) reportReached(false);
    return { kind: 'lost' };
  }
}

/** Returns a refusal as one sentence, for parts of the screen without a title. */
export function sentenceOf({ title, detail }: Refusal): string {
  return `${title.replace(/[.!?]$/, '')}. ${detail}`;
}

/** Returns what a refused form says below its fields: the first fault, or the sentence of the refusal. */
export function faultOf(refusal: Refusal): string {
  return refusal.faults?.[0]?.message ?? sentenceOf(refusal);
}

/** Returns the body of a read, or throws an error for the reading to keep. */
export function ask<const Path extends string>(
  path: Path & Known<'GET', Path>,
  signal?: AbortSignal,
): Promise<Answered<'GET', Path>>;
export async function ask(path: string, signal?: AbortSignal): Promise<unknown> {
  // The caller's types have already checked the route.
  const answer = await call(path as '/session', signal ? { signal } : {});
  if (answer.kind === 'done') return answer.body;
  throw new UnansweredError(answer.kind === 'refused' ? answer.refusal : null);
}

/** The error of a read without a body: `refusal` is null where no answer came. */
export class UnansweredError extends Error {
  readonly refusal: Refusal | null;

  constructor(refusal: Refusal | null) {
    super(refusal?.code ?? 'no answer');
    this.name = 'UnansweredError';
    this.refusal = refusal;
  }
}

/**
 * Calls `listen` with the code of every refusal: a turn or session that ended is first noticed in an answer. Returns
 * the function that stops it.
 */
export function onRefusal(listen: (code: Refusal['code']) => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

const listeners = new Set<(code: Refusal['code']) => void>();

/**
 * Combines the caller's signal with the time limit. A call that outlives its page gets no signal, because a closing
 * page aborts all its signals.
 */
function patienceWith({ signal, patienceMs = PATIENCE_MS }: Options): AbortSignal {
  const patience = AbortSignal.timeout(patienceMs);
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

/** Reads the answer. An answer of a proxy or captive portal instead of the server counts as lost. */
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

/** Maps `/problems/quiet-hours` to `quiet_hours`. */
function codeOf(type: string): Refusal['code'] {
  return (type.split('/').at(-1)?.replaceAll('-', '_') ?? 'unknown') as Refusal['code'];
}
