/** Keeps an unsaved campaign on this device, so that leaving the page or a reload loses no word. Signing out drops it. */
import { readStored, writeStored } from '#web/shell/settings/local-storage.ts';
import { type CampaignDraft, EMPTY_CAMPAIGN } from './campaign-draft.ts';

/** Signing out removes every key with this beginning. */
const PREFIX = 'oto.draft.campaign';

/** `copiedFrom`: of a new campaign, the one with which it begins. */
export interface DraftPlace {
  readonly personId: string;
  /** The version that is edited; another version makes what was kept worthless. Null: a new campaign. */
  readonly edited: { readonly id: string; readonly version: number } | null;
  readonly copiedFrom: string | null;
}

export function readKeptDraft(place: DraftPlace): CampaignDraft | null {
  const kept = readStored(keyOf(place));
  if (kept === null || kept === '') return null;
  try {
    return { ...EMPTY_CAMPAIGN, ...(JSON.parse(kept) as Partial<CampaignDraft>) };
  } catch {
    return null;
  }
}

export function keepDraft(place: DraftPlace, draft: CampaignDraft): void {
  writeStored(keyOf(place), JSON.stringify(draft));
}

export function dropKeptDraft(place: DraftPlace): void {
  writeStored(keyOf(place), '');
}

function keyOf({ personId, edited, copiedFrom }: DraftPlace): string {
  const place = edited === null ? `new.${copiedFrom ?? ''}` : `${edited.id}.${edited.version}`;
  return `${PREFIX}.${personId}.${place}`;
}
