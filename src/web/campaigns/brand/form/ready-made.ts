/** The campaigns to start from: their filters and limits; names and texts are in the reader's language. */
import type { useCampaignsWords } from '#web/campaigns/brand/campaigns-words.ts';
import { type CampaignDraft, EMPTY_CAMPAIGN } from './campaign-draft.ts';

type Words = ReturnType<typeof useCampaignsWords>;
type ReadyMade = keyof Words['ready'];

/** A birthday comes before all others: the day after is too late. */
const SETTINGS: Readonly<Record<ReadyMade, Partial<CampaignDraft>>> = {
  birthday: { birthday: '3', priority: '1' },
  days30: { lastMin: '30', lastMax: '59', priority: '20', coolDownDays: '14' },
  days60: { lastMin: '60', lastMax: '89', priority: '21', coolDownDays: '14' },
  days90: { lastMin: '90', priority: '22', coolDownDays: '30' },
  afterPurchase: { lastMin: '2', lastMax: '7', priority: '5', coolDownDays: '7' },
  collection: { lastMin: '0', lastMax: '365', priority: '15', coolDownDays: '14' },
  list: { priority: '10' },
};

export const READY_MADE = Object.keys(SETTINGS) as readonly ReadyMade[];

export function readyMadeDraft(t: Words, kind: ReadyMade): CampaignDraft {
  const { title, text } = t.ready[kind];
  const tag = kind === 'list' ? { tags: t.readyTag } : {};
  return { ...EMPTY_CAMPAIGN, ...SETTINGS[kind], ...tag, name: title, text };
}
