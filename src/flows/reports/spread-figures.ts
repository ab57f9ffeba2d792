/** Adds up the figures of a distribution by store and by seller from the counts of the database (P5). */
import { HOURS } from '#rules/reports/day-spread.ts';

export interface Figures {
  readonly contacts: number;
  readonly putOff: number;
  readonly afterWarning: number;
  readonly waiting: number;
  /** The contacts of each of the 24 hours. */
  readonly hours: readonly number[];
}

interface Row {
  readonly storeId: string;
  readonly sellerId: string;
}

type Sum = { -readonly [K in keyof Figures]: Figures[K] extends number ? number : number[] };

export function noFigures(): Figures {
  return emptySum();
}

export function add(a: Figures, b: Figures): Figures {
  return {
    contacts: a.contacts + b.contacts,
    putOff: a.putOff + b.putOff,
    afterWarning: a.afterWarning + b.afterWarning,
    waiting: a.waiting + b.waiting,
    hours: totalOf([a.hours, b.hours]),
  };
}

/** Returns 24 numbers, each the sum of its hour. */
export function totalOf(lists: readonly (readonly number[])[]): readonly number[] {
  return Array.from({ length: HOURS }, (_, hour) => lists.reduce((sum, list) => sum + (list[hour] ?? 0), 0));
}

/** The figures by store and by seller. A store or seller without a count has zeros. */
export class Counts {
  readonly #stores = new Map<string, Sum>();
  readonly #sellers = new Map<string, Sum>();

  get sellers(): readonly string[] {
    return [...this.#sellers.keys()];
  }

  contacts(row: Row & { readonly contacts: number; readonly afterWarning: number }, hour: number): void {
    for (const sum of this.#of(row)) {
      sum.contacts += row.contacts;
      sum.afterWarning += row.afterWarning;
      sum.hours[hour] = (sum.hours[hour] ?? 0) + row.contacts;
    }
  }

  putOff(row: Row & { readonly attempts: number }): void {
    for (const sum of this.#of(row)) sum.putOff += row.attempts;
  }

  waiting(row: Row & { readonly attempts: number }): void {
    for (const sum of this.#of(row)) sum.waiting += row.attempts;
  }

  ofStore(id: string): Figures {
    return this.#stores.get(id) ?? emptySum();
  }

  ofSeller(id: string): Figures {
    return this.#sellers.get(id) ?? emptySum();
  }

  #of({ storeId, sellerId }: Row): readonly Sum[] {
    return [sumIn(this.#stores, storeId), sumIn(this.#sellers, sellerId)];
  }
}

function sumIn(sums: Map<string, Sum>, id: string): Sum {
  const sum = sums.get(id) ?? emptySum();
  sums.set(id, sum);
  return sum;
}

function emptySum(): Sum {
  return { contacts: 0, putOff: 0, afterWarning: 0, waiting: 0, hours: new Array<number>(HOURS).fill(0) };
}
