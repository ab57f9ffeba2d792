/** Asks for the rehearsal of a campaign while the campaign is written: first figures, then all stores, then what would fit. */
import { useEffect, useState } from 'react';
import type { CampaignRehearsal } from '#contract/campaigns/campaign-rehearsal.ts';
import type { CampaignFields } from '#web/campaigns/brand/campaigns-api.ts';
import { type Answer, call } from '#web/shell/api/call.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { useDebounced } from '#web/shell/api/use-debounced.ts';

export type Rehearsal = Shape<typeof CampaignRehearsal>;

/** `fixes`: what would make the campaign fit was looked for. */
export type ShownRehearsal =
  | { readonly kind: 'working' | 'lost' | 'faulty' }
  | { readonly kind: 'rehearsed'; readonly rehearsal: Rehearsal; readonly fixes: 'found' | 'looking' };

/** How long the draft must not have changed before it is rehearsed. */
const STILL_MS = 600;
/** A rehearsal reads every customer of the brand. */
const PATIENCE_MS = 120_000;

/** `id`: the saved campaign; null: a new one. Returns also a function that rehearses again. */
export function useRehearsal(fields: CampaignFields, id: string | null): readonly [ShownRehearsal, () => void] {
  const [shown, setShown] = useState<ShownRehearsal>({ kind: 'working' });
  const [times, setTimes] = useState(0);
  const still = useDebounced(JSON.stringify({ ...fields, ...(id !== null && { campaignId: id }) }), STILL_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number of times rehearses the same draft again.
  useEffect(() => {
    const stop = new AbortController();
    void rehearse(JSON.parse(still) as object, stop.signal, setShown);
    return () => stop.abort();
  }, [still, times]);
  return [shown, () => setTimes((count) => count + 1)];
}

async function rehearse(body: object, signal: AbortSignal, show: (shown: ShownRehearsal) => void): Promise<void> {
  let last: Rehearsal | null = null;
  for (const answer of ['first', 'whole', 'fixes'] as const) {
    if (last !== null && answer === 'whole' && !last.isEstimate) continue;
    if (last !== null && answer === 'fixes' && last.doesNotFit.count === 0) return;
    const said = await ask({ ...body, answer }, signal);
    if (signal.aborted) return;
    if (said.kind !== 'done') {
      // Figures that are shown stay: only a part of the answer is missing.
      if (last === null) show({ kind: said.kind === 'refused' && said.refusal.code === 'invalid' ? 'faulty' : 'lost' });
      else show({ kind: 'rehearsed', rehearsal: last, fixes: 'found' });
      return;
    }
    last = said.body;
    show({
      kind: 'rehearsed',
      rehearsal: last,
      fixes: answer === 'fixes' || last.doesNotFit.count === 0 ? 'found' : 'looking',
    });
  }
}

function ask(body: object, signal: AbortSignal): Promise<Answer<Rehearsal>> {
  return call('/campaigns/rehearsal', { method: 'POST', body: body as never, signal, patienceMs: PATIENCE_MS });
}
