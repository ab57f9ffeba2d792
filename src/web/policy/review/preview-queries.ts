/** Reads the preview of the policy being edited, also during a drag: the last answer stays until the next one is there. */
import { useEffect, useRef } from 'react';
import { type DraftFaults, faultsOf } from '#web/policy/form/draft-policy.ts';
import { UnansweredError } from '#web/shell/api/call.ts';
import { useDebounced } from '#web/shell/api/use-debounced.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import {
  type ComingBody,
  type ImpactBody,
  type PreviewBody,
  type PreviewQuestion,
  preview,
  readHolidays,
  readRecommendation,
  readTicket,
} from './preview-api.ts';

/** A preview is asked after the policy has not changed for this long: a drag has then usually ended. */
const PAUSE_MS = 180;
/** The impact reads 90 days of records, so that it is asked only after a longer pause. */
const IMPACT_PAUSE_MS = 700;
const COMING_PAUSE_MS = 1_000;

export interface Previewing<T> {
  /** The preview of the current policy, or of the one before while the answer is missing. */
  readonly data: T | null;
  /** The shown preview belongs to an earlier policy. */
  readonly stale: boolean;
  /** The preview belongs to exactly this policy, though perhaps with another start. */
  readonly ofPolicy: boolean;
  readonly error: Error | null;
  readonly again: () => void;
}

export function usePreview(brandId: string, policy: Policy | null, effective: string | null): Previewing<PreviewBody> {
  return useDebouncedPreview(brandId, policy, { effective: effective ?? 'now' }, PAUSE_MS);
}

/** With `policy` null nothing is asked. */
export function useImpact(brandId: string, policy: Policy | null): Previewing<ImpactBody> {
  const asked = useDebouncedPreview(brandId, policy, { effective: 'now', impact: true }, IMPACT_PAUSE_MS);
  return { ...asked, data: asked.data?.impact ?? null };
}

/** Asks for the coming 14 days under the policy, which reads all customers of the brand. */
export function useComingDays(brandId: string, policy: Policy | null): Previewing<ComingBody> {
  const asked = useDebouncedPreview(brandId, policy, { effective: 'now', coming: true }, COMING_PAUSE_MS);
  return { ...asked, data: asked.data?.coming ?? null };
}

/** Returns the faults that the server found in a policy that this screen considered complete. */
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

/** With `id` null the hours are set without a ticket. */
export function useTicket(id: string | null) {
  return useRead(id === null ? null : `support/ticket/${id}`, (signal) => readTicket(id ?? '', signal));
}

function useDebouncedPreview(
  brandId: string,
  policy: Policy | null,
  { effective, impact = false, coming = false }: Partial<PreviewQuestion> & Pick<PreviewQuestion, 'effective'>,
  pauseMs: number,
): Previewing<PreviewBody> {
  const language = useLanguage();
  const question =
    policy === null ? null : JSON.stringify({ policy, effective, impact, coming } satisfies PreviewQuestion);
  const debounced = useDebounced(question, pauseMs);
  // The key is outside `support/…`, so that a refresh of the console does not read previews again.
  const key = debounced === null ? null : `preview/${brandId}/${language}/${debounced}`;
  const shown = useRead(key, (signal) => preview(brandId, JSON.parse(debounced ?? 'null'), signal), {
    freshMs: 60_000,
  });
  const last = useRef<{ readonly data: PreviewBody; readonly of: string | null } | null>(null);
  useEffect(() => {
    if (shown.data !== undefined) last.current = { data: shown.data, of: policyIn(debounced) };
  }, [shown.data, debounced]);
  const data = shown.data ?? last.current?.data ?? null;
  return {
    data,
    ofPolicy: data !== null && policyIn(question) === (shown.data ? policyIn(debounced) : (last.current?.of ?? null)),
    stale: question !== debounced || (shown.data === undefined && shown.error === null),
    error: question === debounced ? shown.error : null,
    again: () => void shown.again(),
  };
}

/** Returns the policy of a question. */
function policyIn(question: string | null): string | null {
  return question === null ? null : JSON.stringify((JSON.parse(question) as { policy: unknown }).policy);
}
