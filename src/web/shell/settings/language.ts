/** The reader's language, and the catalogues of sentences in it: Portuguese is at hand, the others come when asked for. */
import { useSyncExternalStore } from 'react';
import type { Language } from '#contract/core/common.ts';
import { pickLanguage } from '#words/core/language.ts';
import { readStored, writeStored } from './stored.ts';

const KEY = 'oto.language';

interface Catalogue {
  /** Fetches the sentences of a language; done at once where they are there. */
  readonly load: (language: Language) => Promise<unknown>;
}

let language: Language = firstLanguage();
const catalogues = new Set<Catalogue>();
const listeners = new Set<() => void>();

/** The language every screen speaks now. */
export function currentLanguage(): Language {
  return language;
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** Fetches what is missing, then turns all screens at once: nothing typed is lost. Rejects, unchanged, when offline. */
export async function chooseLanguage(next: Language): Promise<void> {
  await Promise.all([...catalogues].map((catalogue) => catalogue.load(next)));
  language = next;
  writeStored(KEY, next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** Sentences of one area of the app in all languages. `T` is what the Portuguese source says, so none can be missing. */
export interface Words<T> {
  /** In a component: the sentences, anew when the language turns. */
  readonly useWords: () => T;
  /** Outside a component: the sentences as of now. */
  readonly now: () => T;
  /** To await before the area is first shown. */
  readonly ready: () => Promise<void>;
}

/** `defineWords(ptBR, { en: () => import('…en.ts').then((m) => m.words), es: … })`. */
export function defineWords<T>(source: T, others: Readonly<Record<'en' | 'es', () => Promise<T>>>): Words<T> {
  const here = new Map<Language, T>([['pt-BR', source]]);
  const load = async (wanted: Language) => {
    if (wanted !== 'pt-BR' && !here.has(wanted)) here.set(wanted, await others[wanted]());
  };
  const now = () => here.get(language) ?? source;
  catalogues.add({ load });
  return {
    now,
    useWords: () => useSyncExternalStore(subscribe, now),
    // Offline before a language was ever fetched: Portuguese rather than nothing.
    ready: () => load(language).catch(() => undefined),
  };
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function firstLanguage(): Language {
  const stored = readStored(KEY);
  const first =
    stored === 'pt-BR' || stored === 'en' || stored === 'es' ? stored : pickLanguage(navigator.languages.join(','));
  document.documentElement.lang = first;
  return first;
}
