/** Reads and changes brands, for support. */

import type { BrandRow, Plan } from '#contract/people/brand.ts';
import type { BrandDetail, PolicyChanged, PolicyVersion, Published } from '#contract/policy/quiet-hours.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import type { Shape } from '#web/shell/api/routes.ts';

export type BrandLine = Shape<typeof BrandRow>;
export type Brand = Shape<typeof BrandDetail>;
export type PlanName = Shape<typeof Plan>;
export type HistoryItem = Shape<typeof PolicyVersion>;
export type PublishedBody = Shape<typeof Published>;

export interface PublicationBody {
  readonly policy: unknown;
  /** `next-quiet-start`, `now`, or an RFC 3339 time. */
  readonly effective: string;
  readonly reason: string;
  /** The codes of the lints that the support person confirmed. */
  readonly confirmed?: readonly string[];
  readonly ticketId?: string;
  readonly answer?: string;
}

export interface Answering {
  readonly ticketId: string;
  readonly answer: string;
}

/** Throws `UnansweredError`, as all reads do. */
export async function readBrands(signal: AbortSignal): Promise<readonly BrandLine[]> {
  const { items } = await ask('/brands', signal);
  return items;
}

export function readBrand(id: string, signal: AbortSignal): Promise<Brand> {
  return ask(`/brands/${id}`, signal);
}

/** Newest first. */
export async function readHistory(id: string, signal: AbortSignal): Promise<readonly HistoryItem[]> {
  const { items } = await ask(`/brands/${id}/quiet-hours/versions`, signal);
  return items;
}

export function changePlan(id: string, plan: PlanName): Promise<Answer<Shape<typeof PolicyChanged>>> {
  return call(`/brands/${id}`, { method: 'PATCH', body: { plan } });
}

export function publish(id: string, publication: PublicationBody): Promise<Answer<PublishedBody>> {
  return call(`/brands/${id}/quiet-hours`, { method: 'POST', body: publication });
}

/** `until` null: no end. */
export function suspend(
  id: string,
  until: string | null,
  reason: string,
  answering: Answering | null = null,
): Promise<Answer<Shape<typeof PolicyChanged>>> {
  return call(`/brands/${id}/quiet-hours/suspend`, { method: 'POST', body: { until, reason, ...answering } });
}

export function resume(id: string, reason: string): Promise<Answer<Shape<typeof PolicyChanged>>> {
  return call(`/brands/${id}/quiet-hours/resume`, { method: 'POST', body: { reason } });
}
