/** Asks the server about a policy before it is published. */
import type { HolidayList, Lint, Previewed, Recommendation } from '#contract/policy/preview.ts';
import type { Ticket } from '#contract/support/ticket.ts';
import { type Answer, ask, call, UnansweredError } from '#web/shell/api/call.ts';
import type { Shape } from '#web/shell/api/routes.ts';

export type PreviewBody = Shape<typeof Previewed>;
export type ImpactBody = NonNullable<PreviewBody['impact']>;
export type ComingBody = NonNullable<PreviewBody['coming']>;
export type LintBody = Shape<typeof Lint>;
export type ConflictBody = PreviewBody['conflicts'][number];
export type ZoneWeek = PreviewBody['week'][number];
export type RecommendationBody = Shape<typeof Recommendation>;
export type Holiday = Shape<typeof HolidayList>['items'][number];
export type TicketBody = Shape<typeof Ticket>;

export interface PreviewQuestion {
  readonly policy: unknown;
  readonly effective: string;
  readonly impact: boolean;
  readonly coming: boolean;
}

/** The coming days read all customers of the brand. */
const COMING_PATIENCE_MS = 120_000;

/** Throws `UnansweredError`, as all reads do. */
export async function preview(brandId: string, question: PreviewQuestion, signal: AbortSignal): Promise<PreviewBody> {
  const answer = await call(`/brands/${brandId}/quiet-hours/preview`, {
    method: 'POST',
    body: question,
    signal,
    ...(question.coming && { patienceMs: COMING_PATIENCE_MS }),
  });
  if (answer.kind === 'done') return answer.body;
  throw new UnansweredError(answer.kind === 'refused' ? answer.refusal : null);
}

export function readRecommendation(brandId: string, signal: AbortSignal): Promise<RecommendationBody> {
  return ask(`/brands/${brandId}/quiet-hours/recommendation`, signal);
}

export async function readHolidays(brandId: string, signal: AbortSignal): Promise<readonly Holiday[]> {
  const { items } = await ask(`/brands/${brandId}/quiet-hours/holidays`, signal);
  return items;
}

export function readTicket(id: string, signal: AbortSignal): Promise<TicketBody> {
  return ask(`/tickets/${id}`, signal);
}

export function sayInTicket(id: string, text: string): Promise<Answer<TicketBody>> {
  return call(`/tickets/${id}/messages`, { method: 'POST', body: { text } });
}
