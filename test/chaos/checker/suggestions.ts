/** Checks the promise `suggested`: each morning makes the suggestions of an undisturbed one, once, within the quotas, for nobody who is blocked. */
import type { Line } from '#chaos/witness.ts';
import type { Evidence } from './evidence.ts';
import type { Finding } from './finding.ts';

type Morning = Extract<Line, { saw: 'suggestions' }>;

/** The most that a morning may take from its beginning on, the restarts of killed servers included. */
const BOUND_MS = 90_000;

export function checkSuggestions({ lines }: Evidence): Finding[] {
  const mornings = lines.filter((line): line is Morning & { at: number } => line.saw === 'suggestions');
  const [undisturbed] = mornings;
  if (undisturbed === undefined) return [];
  return mornings.flatMap((morning) => [...checkAlone(morning), ...compare(morning, undisturbed)]);
}

function checkAlone({ morning, isDone, tookMs, suggestions, counted }: Morning): Finding[] {
  const findings: Finding[] = [];
  const find = (sentence: string) =>
    void findings.push({ promise: 'suggested', about: `morning ${morning}`, sentence });
  if (!isDone || tookMs > BOUND_MS) find(`the suggestions were not made within ${BOUND_MS / 1000} s`);
  if (suggestions.length === 0) find('nobody was suggested');
  if (counted !== suggestions.length) find(`${suggestions.length} suggestions are open, and ${counted} were counted`);
  for (const [customerId, of] of Map.groupBy(suggestions, (each) => each.customerId))
    if (of.length > 1) find(`customer ${customerId} stands in ${of.length} suggestions`);
  for (const [sellerId, of] of Map.groupBy(suggestions, (each) => each.sellerId)) {
    const most = of[0]?.ofBrand ?? 0;
    if (of.length > most) find(`seller ${sellerId} has ${of.length} suggestions, of at most ${most}`);
    for (const [campaignId, ours] of Map.groupBy(of, (each) => each.campaignId)) {
      const ofCampaign = ours[0]?.perSellerDay ?? 0;
      if (ours.length > ofCampaign)
        find(`seller ${sellerId} has ${ours.length} suggestions of campaign ${campaignId}, of at most ${ofCampaign}`);
    }
  }
  for (const { customerId, isBlocked } of suggestions)
    if (isBlocked) find(`customer ${customerId} is suggested, and a check blocks every contact`);
  return findings;
}

function compare({ morning, suggestions }: Morning, undisturbed: Morning): Finding[] {
  const [here, there] = [suggestions, undisturbed.suggestions].map(
    (each) => new Set(each.map(({ customerId, sellerId, campaignId }) => `${customerId} ${sellerId} ${campaignId}`)),
  ) as [Set<string>, Set<string>];
  const [missing, more] = [there.difference(here).size, here.difference(there).size];
  if (missing + more === 0) return [];
  const sentence = `${missing} suggestions of the undisturbed morning are missing, and ${more} others are there`;
  return [{ promise: 'suggested', about: `morning ${morning}`, sentence }];
}
