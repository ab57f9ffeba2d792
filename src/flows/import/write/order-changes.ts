/**
 * Cuts an import of customers into steps that can each be committed alone: a number is released before another customer
 * gets it, and a duplicate is written after the customer it stands for.
 */
import type { CustomerRecord } from '#db/customers/customer-records.ts';
import type { StopLift } from '#db/customers/opt-outs.ts';
import type { Instant } from '#rules/time/interval.ts';

/** A customer as an import writes it, with the change of the number's stop in the same step (D2). */
export interface StagedCustomer extends CustomerRecord {
  /** When the number goes on the stop list; null where it does not. */
  readonly stopAt: Instant | null;
  readonly lift: StopLift | null;
}

export interface CustomerChange {
  readonly before: CustomerRecord | null;
  readonly after: StagedCustomer;
}

/**
 * Cuts the changes into steps of at most `size`. Customers who exchange numbers are in one step. Where more customers
 * exchange numbers in a ring than fit into a step, one of them is first written without a number and again at the end
 * of the ring.
 */
export function cutIntoSteps(changes: readonly CustomerChange[], size: number): CustomerChange[][] {
  const byId = new Map(changes.map((change) => [change.after.id, change]));
  const formerHolders = new Map(
    changes.flatMap((change) =>
      change.before?.phone != null && change.before.phone !== change.after.phone ? [[change.before.phone, change]] : [],
    ),
  );
  /** Returns the change that must be written before `change`, at the latest in the same step. */
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

/**
 * Returns `change` with all changes that it requires, in the order of writing. A ring is opened at a change of numbers,
 * not at a duplicate.
 */
function chainFrom(
  change: CustomerChange,
  requiredBy: (change: CustomerChange) => CustomerChange | undefined,
  seen: ReadonlySet<CustomerChange>,
): CustomerChange[] {
  const chain: CustomerChange[] = [];
  const positions = new Map<CustomerChange, number>();
  let next: CustomerChange | undefined = change;
  while (next !== undefined && !seen.has(next) && !positions.has(next)) {
    positions.set(next, chain.length);
    chain.push(next);
    next = requiredBy(next);
  }
  const ringBegins = next === undefined ? undefined : positions.get(next);
  if (ringBegins === undefined) return chain.reverse();
  const ring = chain.slice(ringBegins);
  const opening = ring.findLastIndex(({ after }) => after.mergedInto === null);
  return [...chain.slice(0, ringBegins), ...ring.slice(opening + 1), ...ring.slice(0, opening + 1)].reverse();
}

/** Where the first change of a chain takes the number of a later one, writes that one without a number first. */
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

/** The stop list does not change here; it changes when the customer is written with the final number. */
const NO_STOP = { stopAt: null, lift: null };

/** Adds a chain to the steps. A chain that fits into a step is not cut. */
function addChain(steps: CustomerChange[][], chain: readonly CustomerChange[], size: number): void {
  const last = steps.at(-1) as CustomerChange[];
  const free = size - last.length;
  const head = chain.length <= free ? chain.length : chain.length <= size ? 0 : free;
  last.push(...chain.slice(0, head));
  for (let at = head; at < chain.length; at += size) steps.push(chain.slice(at, at + size));
}
