/** Knows the reader's language and loads its sentences: Portuguese is in the bundle, the others load on demand. */
import { useSyncExternalStore } from 'react';
import type { Language } from '#contract/core/common.ts';
import { pickLanguage } from '#words/core/language.ts';
import { readStored, writeStored } from './local-storage.ts';

const KEY = 'oto.language';

interface Catalogue {
  /** Loads the sentences of a language; resolves at once where they are loaded. */
  readonly load: (language: Language) => Promise<unknown>;
}

let language: Language = firstLanguage();
const catalogues = new Set<Catalogue>();
const listeners = new Set<() => void>();

/** Returns the language of all screens. */
export function currentLanguage(): Language {
  return language;
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}

/** Loads what is missing, then switches all screens at once, so that nothing typed is lost. Rejects without a change when offline. */
export async function chooseLanguage(next: Language): Promise<void> {
  await Promise.all([...catalogues].map((catalogue) => catalogue.load(next)));
  language = next;
  writeStored(KEY, next);
  document.documentElement.lang = next;
  for (const listener of listeners) listener();
}

/** The sentences of one area of the app in all languages. `T` is the type of the Portuguese source, so that none can be missing. */
export interface Words<T> {
  /** In a component: returns the sentences, and renders again when the language changes. */
  readonly useWords: () => T;
  /** Outside a component: returns the sentences in the current language. */
  readonly now: () => T;
  /** Resolves when the sentences are loaded. A screen awaits this before the area is first shown. */
  readonly ready: () => Promise<void>;
}

/** Usage: `defineWords(ptBR, { en: () => import('…en.ts').then((m) => m.words), es: … })`. */
export function defineWords<T>(source: T, others: Readonly<Record<'en' | 'es', () => Promise<T>>>): Words<T> {
  const loaded = new Map<Language, T>([['pt-BR', source]]);
  const load = async (wanted: Language) => {
    if (wanted !== 'pt-BR' && !loaded.has(wanted)) loaded.set(wanted, await others[wanted]());
  };
  const now = () => loaded.get(language) ?? source;
  catalogues.add({ load });
  return {
    now,
    useWords: () => useSyncExternalStore(subscribe, now),
    // Offline before the language was ever loaded: Portuguese is shown.
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
