/** The sentences of the page where support creates a brand, in English. */
import type { NewBrandWords } from './new-brand.pt-BR.ts';

export const words: NewBrandWords = {
  title: 'New brand',
  lead: 'The brand starts empty: no stores, no people and no quiet hours.',
  name: 'Name',
  nameHint: 'As its people and customers know the brand.',
  nameMissing: 'Write the brand’s name.',
  slug: 'Address',
  slugHint: 'Small letters without accents, digits and hyphens. It does not change later.',
  slugMissing: 'Write the brand’s address.',
  article: 'In Portuguese sentences',
  articleHint: 'For example: “a Aurora não inicia conversas”, “o Cais não inicia conversas”.',
  articleMissing: 'Choose how the name appears in sentences.',
  articles: { a: (name) => `a ${name}`, o: (name) => `o ${name}`, '': (name) => name },
  someName: 'Brand',
  plan: 'Plan',
  planMissing: 'Choose the plan.',
  zone: 'Time zone of the brand',
  zoneHint: 'The brand’s clock. Each store follows the clock of its own city.',
  zonesOfBrazil: 'Brazil',
  otherZones: 'Other countries',
  create: 'Create brand',
  cancel: 'Cancel',
  created: 'Brand created.',
  notCreated: 'The brand was not created',
};
