/** What the policy being set would do, read while somebody drags: the last answer stays until the next one is there. */
import { useEffect, useRef } from 'react';
import { type DraftFaults, faultsOf } from '#web/policy/form/draft-policy.ts';
import { UnansweredError } from '#web/shell/api/call.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { useStill } from '#web/shell/api/use-still.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import {
  type ImpactBody,
  type PreviewBody,
  preview,
  readHolidays,
  readRecommendation,
  readTicket,
} from './preview-api.ts';

/** A drag is over, or as good as. */
const STILL_MS = 180;
/** The record of ninety days is read for whoever stopped to look. */
const STILL_FOR_IMPACT_MS = 700;

export interface Previewing<T> {
  /** Of the policy as it is, or as it was a moment ago. */
  readonly data: T | null;
  /** What is shown is of a policy before this one. */
  readonly stale: boolean;
  /** It is of this very policy, though perhaps from another instant on. */
  readonly ofPolicy: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

export function usePreview(brandId: string, policy: Policy | null, effective: string | null): Previewing<PreviewBody> {
  return useAsked(brandId, policy, effective ?? 'now', false, STILL_MS);
}

/** `policy` null: nothing is asked. */
export function useImpact(brandId: string, policy: Policy | null): Previewing<ImpactBody> {
  const asked = useAsked(brandId, policy, 'now', true, STILL_FOR_IMPACT_MS);
  return { ...asked, data: asked.data?.impact ?? null };
}

/** Where the server finds fault with a policy that this screen took for whole. */
export function previewFaults(error: Error | null): DraftFaults {
  const refusal = error instanceof UnansweredError ? error.refusal : null;
  return faultsOf(refusal?.faults ?? []);
}

export function useRecommendation(brandId: string) {
  const language = useLanguage();
  return useRead(`support/recommendation/${brandId}/${language}`, (signal) => readRecommendation(brandId, signal));
}

export function useHolidays(brandId: string) {
  return useRead(`support/holidays/${brandId}`, (signal) => readHolidays(brandId, signal));
}

/** `id` null: hours are set without a ticket. */
export function useTicket(id: string | null) {
  return useRead(id === null ? null : `support/ticket/${id}`, (signal) => readTicket(id ?? '', signal));
}

function useAsked(
  brandId: string,
  policy: Policy | null,
  effective: string,
  impact: boolean,
  stillMs: number,
): Previewing<PreviewBody> {
  const language = useLanguage();
  const question = policy === null ? null : JSON.stringify({ policy, effective, impact });
  const still = useStill(question, stillMs);
  // What is previewed is the draft's own business: it is not read again whenever the console is.
  const key = still === null ? null : `preview/${brandId}/${language}/${still}`;
  const shown = useRead(key, (signal) => preview(brandId, JSON.parse(still ?? 'null'), signal), { freshMs: 60_000 });
  const last = useRef<{ readonly data: PreviewBody; readonly of: string | null } | null>(null);
  useEffect(() => {
    if (shown.data !== undefined) last.current = { data: shown.data, of: policyIn(still) };
  }, [shown.data, still]);
  const data = shown.data ?? last.current?.data ?? null;
  return {
    data,
    ofPolicy: data !== null && policyIn(question) === (shown.data ? policyIn(still) : (last.current?.of ?? null)),
    stale: question !== still || (shown.data === undefined && shown.error === null),
    error: question === still ? shown.error : null,
    again: () => void shown.again(),
  };
}

/** The policy that a question is about. */
function policyIn(question: string | null): string | null {
  return question === null ? null : JSON.stringify((JSON.parse(question) as { policy: unknown }).policy);
}
