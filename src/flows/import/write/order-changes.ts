/**
 * Cuts an import of customers into steps, each of which can be committed alone: a number is given away before somebody else
 * gets it, and a duplicate is written after the customer it stands for.
 */
import type { CustomerRecord } from '#db/customers/customer-records.ts';
import type { StopLift } from '#db/customers/opt-outs.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A customer as an import writes it, and what becomes of the number's stops in the same step (D2). */
export interface StagedCustomer extends CustomerRecord {
  /** The number goes on the stop list. */
  readonly stopAt: Instant | null;
  readonly lift: StopLift | null;
}

export interface CustomerChange {
  readonly before: CustomerRecord | null;
  readonly after: StagedCustomer;
}

/**
 * `size`: the most changes of a step. Customers who exchange numbers come into one step. Where more of them exchange numbers
 * in a ring than fit into a step, one of them is first written without a number, and again at the ring's end.
 */
export function cutIntoSteps(changes: readonly CustomerChange[], size: number): CustomerChange[][] {
  const byId = new Map(changes.map((change) => [change.after.id, change]));
  const formerHolders = new Map(
    changes.flatMap((change) =>
      change.before?.phone != null && change.before.phone !== change.after.phone ? [[change.before.phone, change]] : [],
    ),
  );
  /** What has to be written before `change`, at the latest in the same step. */
  const requiredBy = ({ after }: CustomerChange) =>
    after.mergedInto === null ? formerHolders.get(after.phone ?? '') : byId.get(after.mergedInto);

  const seen = new Set<CustomerChange>();
  const steps: CustomerChange[][] = [[]];
  for (const change of changes) {
    if (seen.has(change)) continue;
    const chain = chainFrom(change, requiredBy, seen);
    for (const each of chain) seen.add(each);
    addChain(steps, chain.length > size ? cutRing(chain, requiredBy) : chain, size);
  }
  return steps.filter((step) => step.length > 0);
}

/** `change` last, before it what it requires, and so on; a ring is opened where a number is given, not where a duplicate is joined. */
function chainFrom(
  change: CustomerChange,
  requiredBy: (change: CustomerChange) => CustomerChange | undefined,
  seen: ReadonlySet<CustomerChange>,
): CustomerChange[] {
  const chain: CustomerChange[] = [];
  const places = new Map<CustomerChange, number>();
  let next: CustomerChange | undefined = change;
  while (next !== undefined && !seen.has(next) && !places.has(next)) {
    places.set(next, chain.length);
    chain.push(next);
    next = requiredBy(next);
  }
  const ringBegins = next === undefined ? undefined : places.get(next);
  if (ringBegins === undefined) return chain.reverse();
  const ring = chain.slice(ringBegins);
  const opening = ring.findLastIndex(({ after }) => after.mergedInto === null);
  return [...chain.slice(0, ringBegins), ...ring.slice(opening + 1), ...ring.slice(0, opening + 1)].reverse();
}

/** Where the first of the chain takes the number of a later one: that one is written without a number first. */
function cutRing(
  chain: readonly CustomerChange[],
  requiredBy: (change: CustomerChange) => CustomerChange | undefined,
): CustomerChange[] {
  const first = chain[0] as CustomerChange;
  const holder = requiredBy(first);
  if (holder?.before == null || !chain.includes(holder)) return [...chain];
  const numberless = {
    ...holder.before,
    phone: null,
    phoneKind: 'none' as const,
    wrongNumberAt: null,
    optedOutAt: null,
  };
  const released = { before: holder.before, after: { ...holder.after, ...numberless, ...NO_STOP } };
  return [released, ...chain.map((each) => (each === holder ? { ...holder, before: numberless } : each))];
}

/** The stop list is changed where the customer is written for good. */
const NO_STOP = { stopAt: null, lift: null };

/** A chain that fits into a step is not cut. */
function addChain(steps: CustomerChange[][], chain: readonly CustomerChange[], size: number): void {
  const last = steps.at(-1) as CustomerChange[];
  const free = size - last.length;
  const head = chain.length <= free ? chain.length : chain.length <= size ? 0 : free;
  last.push(...chain.slice(0, head));
  for (let at = head; at < chain.length; at += size) steps.push(chain.slice(at, at + size));
}
