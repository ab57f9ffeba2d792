/** Says which slugs a brand may have: a slug is the brand's name in addresses and commands. */

/** The form of a slug, as the database checks it: 2 to 41 characters. */
const SLUG = /^[a-z0-9][a-z0-9-]{1,40}$/;

/** Names of pages of the support console, below which each brand's page has its slug as its address. */
const RESERVED: ReadonlySet<string> = new Set([
  'ajuda',
  'chamados',
  'conta',
  'duas-etapas',
  'equipe',
  'interessados',
  'marcas',
]);

export type SlugFault = 'slug_malformed' | 'slug_reserved';

/** Returns null for a slug that a new brand may have. Whether another brand has the slug is not asked here. */
export function slugFault(slug: string): SlugFault | null {
  if (!SLUG.test(slug)) return 'slug_malformed';
  return RESERVED.has(slug) ? 'slug_reserved' : null;
}
