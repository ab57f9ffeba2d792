/** Shapes of signing in: an account's session (a store's, a person's or support's), turns, and locked PINs. */
import { z } from 'zod';
import { Id, InstantText, listOf } from '#contract/core/common.ts';
import { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { Role as AccessRole, Operation } from '#rules/people/access-table.ts';
import type { SecondFactorState } from '#rules/sign-in/second-factor.ts';
import { NewPassword, PasswordGuessing, WrongPasswords } from './account.ts';

export const Role = z.enum(['seller', 'store_manager', 'brand_manager', 'support'] satisfies AccessRole[]);
export type Role = z.infer<typeof Role>;

export const SignIn = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(200),
  newPassword: NewPassword.optional(),
});

export const Person = z.object({ id: z.string(), name: z.string(), role: Role });
export type Person = z.infer<typeof Person>;

const Brand = z.object({ id: Id, slug: z.string(), name: z.string(), article: z.enum(['a', 'o', '']) });
const Store = z.object({
  id: Id,
  name: z.string(),
  city: z.string(),
  zone: z.string(),
  /**
   * By weekday, Monday = 0. If `closes` is not after `opens`, the store closes on the next day. Empty: the hours are
   * not known.
   */
  hours: z.array(z.object({ weekday: z.int(), opens: z.string(), closes: z.string() })),
});

/** The operations that screens ask about, so that no screen compares roles to decide what to offer. */
export const ScreenOperation = z.enum([
  'read_led_holds',
  'pass_on_hold',
  'explain_attempt',
  'read_locked_pins',
  'receive_push',
  'read_own_account',
  'erase_customer',
  'export_customer',
] satisfies Operation[]);
export type ScreenOperation = z.infer<typeof ScreenOperation>;

/**
 * Who is signed in. A store's session has `people`, and a `person` once a turn began with a PIN. The session of a store
 * manager's own account has `people` too.
 */
export const Session = z.object({
  kind: z.enum(['store', 'person', 'support']),
  brand: Brand.nullable(),
  store: Store.nullable(),
  person: Person.nullable(),
  /** The operations that the person may use, of those that screens ask about; empty if no person acts. */
  may: z.array(ScreenOperation),
  people: z.array(z.object({ id: Id, name: z.string(), role: Role, locked: z.boolean() })).optional(),
  /**
   * In a store's session: whether a name must be chosen before the PIN, because too many PINs without a name were
   * wrong.
   */
  nameNeeded: z.boolean().optional(),
  /**
   * For managers: the stores in which PINs are being guessed. `people`: guesses under these names; `nameless`: guesses
   * without a name.
   */
  pinGuessing: z
    .array(z.object({ storeId: Id, store: z.string(), nameless: z.boolean(), people: z.array(z.string()) }))
    .optional(),
  /** Wrong passwords for this account of which its owner has not closed the warning yet. */
  wrongPasswords: WrongPasswords.optional(),
  passwordGuessing: z.array(PasswordGuessing).optional(),
  /**
   * The second factor of a person's or support's account; `needed`: must be set up before anything else. Left out in the
   * demo and for stores, which have none.
   */
  secondFactor: z.enum(['on', 'off', 'needed'] satisfies SecondFactorState[]).optional(),
  turnEndsAt: InstantText.nullable(),
  /** The value for `/live?after=` with which no event after this answer is missed. Null if the session has no brand. */
  liveAfter: z.int().nullable(),
  /** The app's clock. A screen shows nothing before it knows this. */
  serverTime: InstantText,
  /** False while the demo's clock is stopped. */
  ticking: z.boolean(),
  /** The answer of `GET /quiet-hours`; null if no person acts, and for support. */
  quietHours: QuietHours.nullable(),
  demo: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const Pin = z.string().regex(/^[0-9]{4,8}$/);
export const GivePin = z.strictObject({ pin: Pin, personId: Id.optional(), newPin: Pin.optional() });
export const TurnAnswer = z.object({ person: Person, turnEndsAt: InstantText });
/** The answer to prolonging a turn. `turnEndsAt` is null if the session needs no turn. */
export const TurnKept = z.object({ turnEndsAt: InstantText.nullable() });

/**
 * Body of a request that frees a locked PIN. Empty: by the person who acts. On the PIN screen a seller's PIN is freed
 * with a manager's PIN, and a manager's with the store's password and the manager's own PIN. `managerId` names the
 * manager whose PIN it is; it is needed once too many PINs without a name were wrong in the store.
 */
export const Unlock = z.union([
  z.strictObject({}),
  z.strictObject({ managerPin: Pin, managerId: Id.optional() }),
  z.strictObject({ password: z.string().min(1).max(200), pin: Pin }),
]);

/**
 * A person with a locked PIN whom the reader may free. `until`: the end of the longest lock, by the host's clock, also
 * in the demo; null: only a manager ends it. `secondsLeft`: the time until then.
 */
export const LockedPin = z.object({
  id: Id,
  name: z.string(),
  role: Role,
  storeId: Id,
  store: z.string(),
  until: InstantText.nullable(),
  secondsLeft: z.int().nullable(),
});
export const LockedPins = listOf(LockedPin);

/** The four people whom the demo bar signs in with one tap. Only in the demo. */
export const DemoPersonKey = z.enum(['ana', 'carla', 'gabriela', 'sofia']);
export type DemoPersonKey = z.infer<typeof DemoPersonKey>;
export const DemoSignIn = z.strictObject({ as: DemoPersonKey });
