/** To which of its ways an address of the brand's app and of the support console belongs; null: the address leads nowhere. */

export type BrandPlace = 'policy' | 'attempts' | 'tickets' | 'day' | 'help';

const BRAND_PLACES: readonly (readonly [BrandPlace, RegExp])[] = [
  ['policy', /^\/(acessos)?$/],
  ['attempts', /^\/tentativas(\/[^/]+)?$/],
  ['tickets', /^\/chamados(\/[^/]+)?$/],
  ['day', /^\/dia(\/[^/]+)?$/],
  ['help', /^\/ajuda\/horario-de-silencio$/],
];

export type SupportPlace = 'tickets' | 'leads' | 'help' | 'brands';

/** In this order: no brand's slug is the name of another way. */
const SUPPORT_PLACES: readonly (readonly [SupportPlace, RegExp])[] = [
  ['tickets', /^\/suporte\/chamados(\/[^/]+)?$/],
  ['leads', /^\/suporte\/interessados$/],
  ['help', /^\/suporte\/ajuda(\/artigo)?$/],
  ['brands', /^\/suporte(\/[^/]+(\/tentativas(\/[^/]+)?)?)?$/],
];

export function brandPlaceOf(path: string): BrandPlace | null {
  return placeIn(BRAND_PLACES, path);
}

export function supportPlaceOf(path: string): SupportPlace | null {
  return placeIn(SUPPORT_PLACES, path);
}

/** A slash at the end changes nothing, as for the routes. */
function placeIn<T>(places: readonly (readonly [T, RegExp])[], path: string): T | null {
  const plain = path.length > 1 ? path.replace(/\/$/, '') : path;
  return places.find(([, address]) => address.test(plain))?.[0] ?? null;
}
