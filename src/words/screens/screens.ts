/** The sentences of the screens, by screen and language: Portuguese is the source, each is loaded when it is needed. */
import type { Language } from '#contract/common.ts';
import { type SellerWords, sellerPtBR } from './seller.pt-BR.ts';

/** Each language's sentences; what comes later arrives as its own small file. */
export type ScreenWords<Words> = Readonly<Record<Language, () => Promise<Words>>>;

export const sellerScreens: ScreenWords<SellerWords> = {
  'pt-BR': async () => sellerPtBR,
  en: async () => (await import('./seller.en.ts')).sellerEn,
  es: async () => (await import('./seller.es.ts')).sellerEs,
};
