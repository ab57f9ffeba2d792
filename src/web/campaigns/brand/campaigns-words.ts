/** The sentences of the screens about campaigns, in the reader's language; they load with those screens. */
import { defineWords } from '#web/shell/settings/language.ts';
import { words } from '#words/campaigns/campaigns.pt-BR.ts';

export const campaignsWords = defineWords(words, {
  en: () => import('#words/campaigns/campaigns.en.ts').then((module) => module.words),
  es: () => import('#words/campaigns/campaigns.es.ts').then((module) => module.words),
});

export const useCampaignsWords = campaignsWords.useWords;

// A module that imports these sentences waits until they are loaded.
await campaignsWords.ready();

/** Returns the sentence of a fault; of a fault in the text, with its place. */
export function faultSentence(
  t: ReturnType<typeof useCampaignsWords>,
  { start, message }: { readonly start?: number | undefined; readonly message: string },
): string {
  return start === undefined ? message : t.faultAt(start + 1, message);
}

/** Returns the name of a campaign. A draft may have none yet. */
export function nameOf(t: ReturnType<typeof useCampaignsWords>, { name }: { readonly name: string }): string {
  return name === '' ? t.unnamed : name;
}

/** Returns the sentence of a reason for which customers are left out. A reason newer than this screen is another reason. */
export function whyLeftOut(t: ReturnType<typeof useCampaignsWords>, reason: string): string {
  const why: Readonly<Record<string, string>> = t.leftOutWhy;
  return why[reason] ?? t.leftOutWhy.other;
}
