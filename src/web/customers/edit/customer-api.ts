/** Adds and changes customers on the server, and reads what the form offers. */
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { type Answer, ask, call } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { Asked } from '#web/shell/api/routes.ts';
import { reads, useRead } from '#web/shell/api/use-read.ts';

type NewBody = Asked<'POST', '/customers'>['body'];
type ChangeBody = Asked<'PATCH', '/customers/:id'>['body'];

export async function addCustomer(body: Readonly<Record<string, unknown>>): Promise<Answer<CustomerProfile>> {
  return reread(await call('/customers', { method: 'POST', body: body as NewBody }));
}

export async function changeCustomer(id: string, body: Readonly<Record<string, unknown>>): Promise<Answer<unknown>> {
  return reread(await call(`/customers/${id}`, { method: 'PATCH', body: body as ChangeBody }));
}

/** Reads the brand's tags that begin with the text; the newest answer stays while the next is read. */
export function useOfferedTags(typed: string): readonly string[] {
  const query = typed.trim();
  const { data } = useRead(`${keys.customers}/tags/${query}`, (signal) =>
    ask(`/customer-tags?${new URLSearchParams({ query })}`, signal),
  );
  return data?.tags ?? [];
}

/** Reads the open stores of the brand, for a brand manager; null: the author has a store. */
export function useStoresToChoose(isNeeded: boolean): readonly { readonly id: string; readonly name: string }[] {
  const { data } = useRead(isNeeded ? `${keys.customers}/stores-to-choose` : null, (signal) =>
    ask('/stores?limit=100', signal),
  );
  return data?.items ?? [];
}

async function reread<T>(answer: Answer<T>): Promise<Answer<T>> {
  if (answer.kind === 'done') await reads.invalidate(keys.customers);
  return answer;
}
