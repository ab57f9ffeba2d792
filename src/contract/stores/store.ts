/** Shapes of stores, as managers read and change them. */
import { z } from 'zod';
import { Cursor, DateInput, Id, InstantText, listOf, writtenText } from '#contract/core/common.ts';

/** Whether the store can sign in: `one_time` and `expired` wait for the first use of a one-time password. */
export const SignInState = z.enum(['none', 'one_time', 'expired', 'active']);

/** A store in a list. `people` counts the active ones. */
export const StoreRow = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  city: z.string(),
  state: z.string(),
  zone: z.string(),
  people: z.int(),
  hasHours: z.boolean(),
  signIn: SignInState,
  closedAt: InstantText.nullable(),
});
/** `total`: how many stores the search found on all pages. */
export const StoreList = listOf(StoreRow).extend({ total: z.int() });

export const StoreQuery = z.strictObject({
  query: z.string().max(80).optional(),
  sort: z.enum(['name', 'code', 'city', 'people']).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  show: z.enum(['open', 'closed', 'all']).default('open'),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const Opens = z.string().regex(TIME);
const Closes = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** Opening hours of one weekday, Monday = 0. If `closes` is not after `opens`, the store closes on the next day. */
const DayHours = z
  .strictObject({ weekday: z.int().min(0).max(6), opens: Opens, closes: Closes })
  .refine(({ opens, closes }) => opens !== closes, { path: ['closes'], params: { code: 'equal_times' } });

/** Hours of one date instead of those of its weekday; null times: closed on that date. */
const DateHours = z
  .strictObject({
    date: DateInput,
    opens: Opens.nullable(),
    closes: Closes.nullable(),
    label: z.string().trim().max(80).default(''),
  })
  .refine(({ opens, closes }) => (opens === null) === (closes === null), {
    path: ['closes'],
    params: { code: 'missing' },
  })
  .refine(({ opens, closes }) => opens === null || opens !== closes, {
    path: ['closes'],
    params: { code: 'equal_times' },
  });

/** A weekday that is left out is closed; an empty list means that the hours are not known. */
const WeekHours = z
  .array(DayHours)
  .max(7)
  .refine((days) => areDifferent(days.map(({ weekday }) => weekday)), { params: { code: 'twice' } });
const Dates = z
  .array(DateHours)
  .max(60)
  .refine((dates) => areDifferent(dates.map(({ date }) => date)), { params: { code: 'twice' } });

function areDifferent(values: readonly (string | number)[]): boolean {
  return new Set(values).size === values.length;
}

const FIELDS = {
  name: writtenText(120),
  address: z.string().trim().max(200),
  city: writtenText(120),
  /** The state's two capital letters. */
  state: z.string().regex(/^[A-Z]{2}$/),
  zone: z.string().max(60),
  hours: WeekHours,
  dates: Dates,
};

/**
 * A new store. `zone` may be left out where the city and the state decide. With `email` the store gets its sign-in at
 * once.
 */
export const CreateStore = z.strictObject({
  code: writtenText(60),
  name: FIELDS.name,
  address: FIELDS.address.default(''),
  city: FIELDS.city,
  state: FIELDS.state,
  zone: FIELDS.zone.optional(),
  hours: FIELDS.hours.default([]),
  dates: FIELDS.dates.default([]),
  email: z.email().max(254).optional(),
});
export type CreateStore = z.infer<typeof CreateStore>;

/** What changes; a field that is left out stays. With `dryRun` nothing is written. */
export const ChangeStore = z.strictObject({
  ...z.object(FIELDS).partial().shape,
  dryRun: z.boolean().default(false),
});
export type ChangeStore = z.infer<typeof ChangeStore>;

/** What must be moved before a store can be closed. */
export const InTheWay = z.object({ people: z.int(), customers: z.int(), held: z.int() });

export const StoreChangeKind = z.enum([
  'created',
  'changed',
  'sign_in_created',
  'password_given',
  'devices_ended',
  'closed',
]);

export const Store = StoreRow.extend({
  address: z.string(),
  hours: z.array(z.object({ weekday: z.int(), opens: z.string(), closes: z.string() })),
  dates: z.array(
    z.object({ date: z.iso.date(), opens: z.string().nullable(), closes: z.string().nullable(), label: z.string() }),
  ),
  email: z.string().nullable(),
  inTheWay: InTheWay,
  /** The last changes, the newest first. */
  changes: z.array(z.object({ at: InstantText, by: z.string(), kind: StoreChangeKind, fields: z.array(z.string()) })),
});
export type Store = z.infer<typeof Store>;

/** `held`: the waiting contacts that were checked; `moved`: those that get another minute (H6). */
export const StoreChanged = z.object({ store: Store, held: z.int(), moved: z.int() });

/** A one-time password, which is shown once. */
export const OneTimeSignIn = z.object({ email: z.string(), password: z.string(), expiresAt: InstantText });
/** `signIn` is null where no e-mail was given, or another account has taken it meanwhile. */
export const StoreCreated = z.object({ store: Store, signIn: OneTimeSignIn.nullable() });

/** `email`: for a store that has no sign-in yet. */
export const GivePassword = z.strictObject({ email: z.email().max(254).optional() });

export const ZoneQuery = z.strictObject({
  city: z.string().max(120).default(''),
  state: z.string().max(60).default(''),
});
/** The zones that a place may have, the likeliest first. More than one: the city does not decide. */
export const ZoneSuggestion = z.object({ zones: z.array(z.string()) });
