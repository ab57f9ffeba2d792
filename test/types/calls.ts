/**
 * Calls that must not compile. The type check (`npm run check`) compiles this file, and no program runs it. Where a marked
 * line compiles, its `@ts-expect-error` is unused, which the type check reports as an error.
 */
import type { FastifyInstance } from 'fastify';
import { serve } from '#http/core/serve.ts';
import { ask, call } from '#web/shell/api/call.ts';
import type { Query, QueryFields, ReadAddress } from '#web/shell/api/routes.ts';

const id: string = '019aa000-0000-7000-8000-000000000000';
const signal = new AbortController().signal;

/** Calls with an unknown path, with a method that the path does not have, or with a body that the route does not take. */
export function refusedCalls(): void {
  // @ts-expect-error: there is no such path
  void ask('/holdz', signal);
  // @ts-expect-error: this path has no GET
  void ask(`/attempts/${id}/cancel`, signal);
  // @ts-expect-error: the last part is misspelt
  void call(`/attempts/${id}/cancle`, { method: 'POST' });
  // @ts-expect-error: a contact is cancelled by POST
  void call(`/attempts/${id}/cancel`, { method: 'DELETE' });
  // @ts-expect-error: the route needs a body with the outcome
  void call(`/attempts/${id}/outcome`, { method: 'POST' });
  // @ts-expect-error: there is no such outcome
  void call(`/attempts/${id}/outcome`, { method: 'POST', body: { outcome: 'maybe' } });
  // @ts-expect-error: the field is called `text`
  void call(`/attempts/${id}`, { method: 'PATCH', body: { words: 'Oi!' } });
  // @ts-expect-error: cancelling takes no body
  void call(`/attempts/${id}/cancel`, { method: 'POST', body: { reason: 'x' } });
}

/** Answers that are read as those of another route. */
export async function refusedAnswers(): Promise<void> {
  const hold = await ask(`/holds/${id}`, signal);
  // @ts-expect-error: a hold has a sentence, not a title
  hold.title satisfies string;
  const page = await ask('/customers', signal);
  // @ts-expect-error: a page of customers contains no attempts
  page.items[0]?.attempt satisfies unknown;
  const seen = await call(`/attempts/${id}/seen`, { method: 'POST' });
  // @ts-expect-error: 204 has no body
  if (seen.kind === 'done') seen.body.attempt satisfies unknown;
}

/** A live stream with an unknown path. */
export function refusedStreams(): void {
  // @ts-expect-error: the stream is called `live`
  new EventSource('/api/v1/life' satisfies ReadAddress);
}

/** Queries with a parameter that the route does not take. */
export function refusedQueries(): void {
  const query: Query<'/holds'> = new URLSearchParams();
  // @ts-expect-error: the parameter is called `state`
  query.set('status', 'ready');
  // @ts-expect-error: the parameter is called `whose`
  ({ who: 'store' }) satisfies QueryFields<'/holds'>;
}

/** Handlers of an unknown route, of a parameter that the route does not have, or with an answer of another shape. */
export function refusedRoutes(app: FastifyInstance): void {
  // @ts-expect-error: there is no such route
  serve(app, 'GET /api/v1/holdz', async () => ({ items: [], next: null }));
  serve(app, 'POST /api/v1/attempts/:id/seen', async (request, reply) => {
    // @ts-expect-error: the parameter is called `id`
    request.params.attemptId satisfies string;
    return reply.code(204).send(null);
  });
  // @ts-expect-error: a list has items
  serve(app, 'GET /api/v1/holds', async () => ({ holds: [] }));
}

/** Calls that must compile, so that the types do not refuse correct calls. */
export async function acceptedCalls(cursor: string | null): Promise<void> {
  const { items } = await ask(cursor === null ? '/suggestions' : `/suggestions?cursor=${cursor}`, signal);
  items[0]?.customer.name satisfies string | undefined;
  const answer = await call(`/attempts/${id}/outcome`, { method: 'POST', body: { outcome: 'sent' } });
  if (answer.kind === 'done') answer.body.attempt.state satisfies string;
  const explained = await ask(`/brands/${id}/attempts/${id}/explanation`, signal);
  explained.zone satisfies string;
}
