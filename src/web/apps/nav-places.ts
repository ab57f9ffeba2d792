/**
 * Finds the entry of the navigation to which an address of the brand's app or of the support console belongs; null for
 * an unknown address.
 */

export type BrandPlace =
  | 'panorama'
  | 'policy'
  | 'attempts'
  | 'tickets'
  | 'stores'
  | 'team'
  | 'customers'
  | 'campaigns'
  | 'day'
  | 'imports'
  | 'help';

const BRAND_PLACES: readonly (readonly [BrandPlace, RegExp])[] = [
  ['panorama', /^\/(panorama(\/(lista|antes-e-depois|apos-o-aviso|distribuicao))?)?$/],
  ['policy', /^\/(politica|acessos|privacidade)$/],
  ['attempts', /^\/tentativas(\/[^/]+)?$/],
  ['tickets', /^\/chamados(\/[^/]+)?$/],
  ['stores', /^\/lojas(\/[^/]+)?$/],
  ['team', /^\/equipe(\/[^/]+(\/carteira)?)?$/],
  ['customers', /^\/(carteira|cliente\/[^/]+(\/editar)?)$/],
  ['campaigns', /^\/campanhas(\/[^/]+(\/[^/]+)?)?$/],
  ['day', /^\/dia(\/[^/]+)?$/],
  ['imports', /^\/importar(\/[^/]+)?$/],
  ['help', /^\/ajuda\/horario-de-silencio$/],
];

export type SupportPlace = 'tickets' | 'leads' | 'help' | 'team' | 'brands';

/** The last pattern also matches the slug of a brand. No brand has the name of a page as its slug (`rules/people/brand-slug.ts`). */
const SUPPORT_PLACES: readonly (readonly [SupportPlace, RegExp])[] = [
  ['tickets', /^\/suporte\/chamados(\/[^/]+)?$/],
  ['leads', /^\/suporte\/interessados$/],
  ['help', /^\/suporte\/ajuda(\/artigo)?$/],
  ['team', /^\/suporte\/equipe$/],
  ['brands', /^\/suporte(\/marcas\/nova|\/(?!conta$)[^/]+(\/tentativas(\/[^/]+)?)?)?$/],
];

export function brandPlaceOf(path: string): BrandPlace | null {
  return placeIn(BRAND_PLACES, path);
}

export function supportPlaceOf(path: string): SupportPlace | null {
  return placeIn(SUPPORT_PLACES, path);
}

/** Ignores a slash at the end of the path, as the routes do. */
function placeIn<T>(places: readonly (readonly [T, RegExp])[], path: string): T | null {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  return places.find(([, address]) => address.test(plain))?.[0] ?? null;
}
