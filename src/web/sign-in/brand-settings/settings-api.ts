/** Reads and changes the settings of a brand. */
import type { Settings } from '#contract/people/settings.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

const settingsKey = (brandId: string | null) => `settings/${brandId ?? 'own'}`;

/** Reads the settings of the own brand, or, for support, of the named one. */
export function useSettings(brandId: string | null) {
  return useRead(settingsKey(brandId), (signal) =>
    brandId === null ? ask('/settings', signal) : ask(`/settings?brandId=${brandId}`, signal),
  );
}

export async function changeSettings(brandId: string | null, change: Partial<Settings>): Promise<Answer<Settings>> {
  const options = { method: 'PATCH', body: change } as const;
  const answer =
    brandId === null ? await call('/settings', options) : await call(`/settings?brandId=${brandId}`, options);
  if (answer.kind === 'done') reads.set(settingsKey(brandId), answer.body);
  return answer;
}
