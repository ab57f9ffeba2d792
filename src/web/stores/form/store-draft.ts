/** The typed state of a store's form: made from a store, checked, and turned into what is sent. */
import type { Store, StoreWish } from '#web/stores/stores-api.ts';
import type { StoresWords } from '#words/stores/stores.pt-BR.ts';

export interface DayDraft {
  readonly isOpen: boolean;
  readonly opens: string;
  readonly closes: string;
}

export interface StoreDateDraft extends DayDraft {
  readonly date: string;
  readonly label: string;
}

export interface StoreDraft {
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly state: string;
  /** Null: the zone that the city suggests. */
  readonly zone: string | null;
  /** Seven days, Monday first. */
  readonly week: readonly DayDraft[];
  readonly dates: readonly StoreDateDraft[];
}

/** The sentences about faults by field: `name`, `week.0.opens`, `dates.2.date`. */
export type Faults = Readonly<Record<string, string>>;

const USUAL: DayDraft = { isOpen: false, opens: '09:00', closes: '18:00' };

export const EMPTY_STORE: StoreDraft = {
  ...{ name: '', address: '', city: '', state: '', zone: null, dates: [] },
  week: Array.from({ length: 7 }, () => USUAL),
};

export const NEW_DATE: StoreDateDraft = { ...USUAL, date: '', label: '' };

export function draftOfStore({ name, address, city, state, zone, hours, dates }: Store): StoreDraft {
  return {
    ...{ name, address, city, state, zone },
    week: EMPTY_STORE.week.map((usual, day) => {
      const found = hours.find(({ weekday }) => weekday === day);
      return found === undefined ? usual : { isOpen: true, opens: found.opens, closes: found.closes };
    }),
    dates: dates.map(({ date, label, opens, closes }) => ({
      ...{ date, label },
      ...(opens === null || closes === null ? USUAL : { isOpen: true, opens, closes }),
    })),
  };
}

/** Returns what is sent; `zone` is the chosen zone, or the suggested one. */
export function wishOf({ name, address, city, state, week, dates }: StoreDraft, zone: string): StoreWish {
  return {
    ...{ name: name.trim(), address: address.trim(), city: city.trim(), state, zone },
    hours: week.flatMap(({ isOpen, opens, closes }, weekday) => (isOpen ? [{ weekday, opens, closes }] : [])),
    dates: dates.map(({ date, label, isOpen, opens, closes }) => ({
      date,
      label: label.trim(),
      opens: isOpen ? opens : null,
      closes: isOpen ? closes : null,
    })),
  };
}

/** Returns the fields of the wish that differ from the store. */
export function changesOf(store: Store, wish: StoreWish): Partial<StoreWish> {
  const before: StoreWish = wishOf(draftOfStore(store), store.zone);
  const changed = (Object.keys(wish) as (keyof StoreWish)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(wish[field]),
  );
  return Object.fromEntries(changed.map((field) => [field, wish[field]]));
}

export function faultsOf(draft: StoreDraft, zone: string, t: StoresWords): Faults {
  const faults: Record<string, string> = {};
  for (const field of ['name', 'city', 'state'] as const) if (draft[field].trim() === '') faults[field] = t.missing;
  if (zone === '') faults.zone = t.missing;
  for (const [day, hours] of draft.week.entries()) Object.assign(faults, timeFaults(hours, `week.${day}`, t));
  for (const [at, date] of draft.dates.entries()) {
    if (date.date === '') faults[`dates.${at}.date`] = t.dateMissing;
    else if (draft.dates.some((other, i) => i < at && other.date === date.date))
      faults[`dates.${at}.date`] = t.dateTwice;
    Object.assign(faults, timeFaults(date, `dates.${at}`, t));
  }
  return faults;
}

function timeFaults({ isOpen, opens, closes }: DayDraft, path: string, t: StoresWords): Faults {
  if (!isOpen) return {};
  if (!TIME.test(opens)) return { [`${path}.opens`]: t.unreadable };
  if (!TIME.test(closes) && closes !== '24:00') return { [`${path}.closes`]: t.unreadable };
  return opens === closes ? { [`${path}.closes`]: t.equalTimes } : {};
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
