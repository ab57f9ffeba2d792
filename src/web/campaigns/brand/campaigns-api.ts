/** Reads campaigns on the server, saves them, and starts, pauses and ends them. */
import type {
  AudienceCounted,
  AudienceBody as AudienceShape,
  CampaignRow,
  Campaign as CampaignShape,
} from '#contract/campaigns/campaign.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { Query, QueryFields, Shape } from '#web/shell/api/routes.ts';
import { reads, usePages, useRead } from '#web/shell/api/use-read.ts';
import { PAGE_ROWS } from '#web/shell/table/desk-table-props.ts';

export type Campaign = Shape<typeof CampaignShape>;
export type AudienceBody = Shape<typeof AudienceShape>;
export type Counted = Shape<typeof AudienceCounted>;
/** A campaign of the list; `found`: how many campaigns the list has on all pages. */
export type CampaignLine = Shape<typeof CampaignRow> & { readonly found: number };
export type CampaignFields = Pick<
  Campaign,
  | 'name'
  | 'audience'
  | 'text'
  | 'priority'
  | 'from'
  | 'to'
  | 'coolDownDays'
  | 'perSellerDay'
  | 'legalBasis'
  | 'legalReason'
>;

/** Returns the fields of a campaign that its manager writes. */
export function fieldsOfCampaign({ name, audience, text, priority, from, to, ...rest }: Campaign): CampaignFields {
  const { coolDownDays, perSellerDay, legalBasis, legalReason } = rest;
  return { name, audience, text, priority, from, to, coolDownDays, perSellerDay, legalBasis, legalReason };
}

/** The keys are under the customers' key: locking and signing out drop the examples' names from memory. */
const ROOT = `${keys.customers}/campaigns`;

export function useCampaigns(state: 'current' | 'ended', least: number) {
  const readPage = async (cursor: string | null, signal: AbortSignal) => {
    const asked = { state, limit: String(PAGE_ROWS) } satisfies QueryFields<'/campaigns'>;
    const query = new URLSearchParams({ ...asked, ...(cursor !== null && { cursor }) });
    const { items, total, next } = await ask(`/campaigns?${query}`, signal);
    return { items: items.map((item) => ({ ...item, found: total })), next };
  };
  return usePages<CampaignLine>(`${ROOT}/list/${state}`, readPage, least);
}

/** With `id` null nothing is read. */
export function useCampaign(id: string | null) {
  return useRead(id === null ? null : `${ROOT}/one/${id}`, (signal) => ask(`/campaigns/${id ?? ''}`, signal));
}

/** What can be chosen in a filter. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Reads all stores that are open. A brand has a few hundred at most. */
export function useStoreChoices() {
  return useRead(`${ROOT}/stores`, (signal) =>
    readAll((cursor) => {
      const asked: Query<'/stores'> = new URLSearchParams({ limit: '100' } satisfies QueryFields<'/stores'>);
      if (cursor !== null) asked.set('cursor', cursor);
      return ask(`/stores?${asked}`, signal);
    }),
  );
}

/** Reads all active sellers and store managers, each with the store. */
export function useSellerChoices() {
  return useRead(`${ROOT}/sellers`, async (signal) => {
    const people = await readAll<Choice & { readonly role: string; readonly store: string | null }>((cursor) => {
      const asked: Query<'/people'> = new URLSearchParams({ limit: '100' } satisfies QueryFields<'/people'>);
      if (cursor !== null) asked.set('cursor', cursor);
      return ask(`/people?${asked}`, signal);
    });
    return people
      .filter(({ role }) => role !== 'brand_manager')
      .map(({ id, name, store }) => ({ id, name: store === null ? name : `${name} (${store})` }));
  });
}

async function readAll<T extends Choice>(
  readPage: (cursor: string | null) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  let cursor: string | null = null;
  do {
    const page: { readonly items: readonly T[]; readonly next: string | null } = await readPage(cursor);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}

export function countAudience(
  body: Pick<CampaignFields, 'audience' | 'text' | 'coolDownDays'> & { readonly exact: boolean },
  signal?: AbortSignal,
): Promise<Answer<Counted>> {
  return call('/campaigns/count', {
    method: 'POST',
    body,
    patienceMs: COUNT_PATIENCE_MS,
    ...(signal !== undefined && { signal }),
  });
}

/** An exact count reads every customer of the brand. */
const COUNT_PATIENCE_MS = 60_000;

export async function createCampaign(body: CampaignFields): Promise<Answer<Campaign>> {
  return reread(await call('/campaigns', { method: 'POST', body }));
}

/** `version`: what the author read; where another person saved meanwhile, nothing is written. */
export async function changeCampaign(
  id: string,
  body: CampaignFields & { readonly version: number },
): Promise<Answer<Campaign>> {
  return reread(await call(`/campaigns/${id}`, { method: 'PATCH', body }));
}

export async function startCampaign(id: string, partial: boolean): Promise<Answer<Campaign>> {
  return reread(
    await call(`/campaigns/${id}/start`, { method: 'POST', body: { partial }, patienceMs: COUNT_PATIENCE_MS }),
  );
}

export async function pauseCampaign(id: string): Promise<Answer<Campaign>> {
  return reread(await call(`/campaigns/${id}/pause`, { method: 'POST' }));
}

export async function endCampaign(id: string, held: 'keep' | 'cancel') {
  return reread(await call(`/campaigns/${id}/end`, { method: 'POST', body: { held } }));
}

async function reread<T>(answer: Answer<T>): Promise<Answer<T>> {
  if (answer.kind === 'done') await Promise.all([reads.invalidate(`${ROOT}/list`), reads.invalidate(`${ROOT}/one`)]);
  return answer;
}
