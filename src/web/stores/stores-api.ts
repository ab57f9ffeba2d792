/** Reads and changes stores on the server. */
import type {
  OneTimeSignIn as OneTimeSignInShape,
  StoreChanged,
  StoreCreated,
  StoreRow,
  Store as StoreShape,
} from '#contract/stores/store.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { QueryFields, Shape } from '#web/shell/api/routes.ts';
import { reads, usePages, useRead } from '#web/shell/api/use-read.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { PAGE_ROWS } from '#web/shell/table/desk-table-props.ts';

export type Store = Shape<typeof StoreShape>;
/** A store of the list; `found`: how many stores the search found on all pages. */
export type StoreLine = Shape<typeof StoreRow> & { readonly found: number };
export type OneTimeSignIn = Shape<typeof OneTimeSignInShape>;
export type StoreWish = Pick<Store, 'name' | 'address' | 'city' | 'state' | 'zone' | 'hours' | 'dates'>;

/** The keys are under the customers' key: locking and signing out drop the stores from memory. */
const ROOT = `${keys.customers}/stores`;

export interface StoreFilter {
  readonly query: string;
  readonly show: 'open' | 'closed';
  readonly sort: 'name' | 'code' | 'city' | 'people';
  readonly order: 'asc' | 'desc';
}

/** Reads the stores page by page; at first at least as many as `least`. */
export function useStores({ query: typed, show, sort, order }: StoreFilter, least: number) {
  const asked = {
    ...{ show, sort, order, limit: String(PAGE_ROWS) },
    ...(typed !== '' && { query: typed }),
  } satisfies QueryFields<'/stores'>;
  const key = new URLSearchParams(asked).toString();
  const readPage = async (cursor: string | null, signal: AbortSignal) => {
    const query = new URLSearchParams({ ...asked, ...(cursor !== null && { cursor }) });
    const { items, total, next } = await ask(`/stores?${query}`, signal);
    return { items: items.map((item) => ({ ...item, found: total })), next };
  };
  return usePages<StoreLine>(`${ROOT}/list/${key}`, readPage, least);
}

export function useStore(id: string) {
  return useRead(`${ROOT}/one/${id}`, (signal) => ask(`/stores/${id}`, signal));
}

/** Reads the zones that a place may have; none while there is no place. */
export function useZones(city: string, state: string): readonly string[] {
  const asked = { city: city.trim(), state } satisfies QueryFields<'/store-zones'>;
  const key = asked.city === '' || state === '' ? null : `${ROOT}/zones/${state}/${asked.city}`;
  const { data } = useRead(key, (signal) => ask(`/store-zones?${new URLSearchParams(asked)}`, signal));
  return data?.zones ?? [];
}

export function useStoreHolidays(id: string | null) {
  return useRead(id === null ? null : `${ROOT}/holidays/${id}`, async (signal) => {
    const { items } = await ask(`/stores/${id ?? ''}/holidays`, signal);
    return items;
  });
}

export function useStoreDevices(id: string) {
  const language = useLanguage();
  return useRead(`${ROOT}/devices/${id}/${language}`, async (signal) => {
    const { items } = await ask(`/stores/${id}/sessions`, signal);
    return items;
  });
}

export async function createStore(
  body: StoreWish & { readonly code: string; readonly email?: string },
): Promise<Answer<Shape<typeof StoreCreated>>> {
  return reread(await call('/stores', { method: 'POST', body }));
}

/** Asks what a change would move; nothing is written. */
export function tryChange(id: string, body: Partial<StoreWish>): Promise<Answer<Shape<typeof StoreChanged>>> {
  return call(`/stores/${id}`, { method: 'PATCH', body: { ...body, dryRun: true } });
}

export async function changeStore(id: string, body: Partial<StoreWish>): Promise<Answer<Shape<typeof StoreChanged>>> {
  return reread(await call(`/stores/${id}`, { method: 'PATCH', body }));
}

export async function closeStore(id: string) {
  return reread(await call(`/stores/${id}/close`, { method: 'POST' }));
}

export async function givePassword(id: string, email: string | null): Promise<Answer<OneTimeSignIn>> {
  return reread(await call(`/stores/${id}/password`, { method: 'POST', body: email === null ? {} : { email } }));
}

/** `sessionId` null: the store is signed out on all devices. */
export async function signStoreOut(id: string, sessionId: string | null): Promise<Answer<unknown>> {
  if (sessionId === null) return reread(await call(`/stores/${id}/sessions`, { method: 'DELETE' }));
  return reread(await call(`/stores/${id}/sessions/${sessionId}`, { method: 'DELETE' }));
}

async function reread<T>(answer: Answer<T>): Promise<Answer<T>> {
  if (answer.kind === 'done') {
    await Promise.all([reads.invalidate(ROOT), reads.invalidate('brand/setup'), reads.invalidate('brand/zone-days')]);
  }
  return answer;
}
