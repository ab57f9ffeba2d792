/** Signing in: the store's account, then who holds the device; or a person's own account. */
import { z } from 'zod';
import { Id, InstantText, listOf } from '#contract/core/common.ts';
import { QuietHours } from '#contract/policy/quiet-hours.ts';
import type { Role as AccessRole, Operation } from '#rules/people/access-table.ts';

export const Role = z.enum(['seller', 'store_manager', 'brand_manager', 'support'] satisfies AccessRole[]);
export type Role = z.infer<typeof Role>;

export const SignIn = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(200),
  newPassword: z.string().min(1).max(200).optional(),
});

export const Person = z.object({ id: z.string(), name: z.string(), role: Role });
export type Person = z.infer<typeof Person>;

const Brand = z.object({ id: Id, slug: z.string(), name: z.string(), article: z.enum(['a', 'o', '']) });
const Store = z.object({
  id: Id,
  name: z.string(),
  city: z.string(),
  zone: z.string(),
  /** By weekday, Monday = 0; a closing that is not after the opening is on the next day. Empty: nobody told us. */
  hours: z.array(z.object({ weekday: z.int(), opens: z.string(), closes: z.string() })),
});

/** The operations of the access table that screens ask about, so that no screen compares roles to offer one. */
export const ScreenOperation = z.enum([
  'read_led_holds',
  'pass_on_hold',
  'explain_attempt',
  'read_locked_pins',
  'receive_push',
] satisfies Operation[]);
export type ScreenOperation = z.infer<typeof ScreenOperation>;

/**
 * Who is signed in. A store's session has `people`, and a `person` once a PIN was given (the turn); a store manager's own
 * has the `people` too.
 */
export const Session = z.object({
  kind: z.enum(['store', 'person', 'support']),
  brand: Brand.nullable(),
  store: Store.nullable(),
  person: Person.nullable(),
  /** What the person may do, of what the screens ask about; empty where nobody acts. */
  may: z.array(ScreenOperation),
  people: z.array(z.object({ id: Id, name: z.string(), role: Role, locked: z.boolean() })).optional(),
  /** Of a store's session: too many PINs without a name were wrong, so a name must be chosen. */
  nameNeeded: z.boolean().optional(),
  /** For managers: the stores in which PINs are guessed at, `people` by name, `nameless` without one. */
  pinGuessing: z
    .array(z.object({ storeId: Id, store: z.string(), nameless: z.boolean(), people: z.array(z.string()) }))
    .optional(),
  turnEndsAt: InstantText.nullable(),
  /** `/live?after=` misses nothing that came after this answer. Null where there is no brand. */
  liveAfter: z.int().nullable(),
  /** The app's clock: nothing on a screen is drawn before it is known. */
  serverTime: InstantText,
  /** False where the demo's clock stands still. */
  ticking: z.boolean(),
  /** What `GET /quiet-hours` answers; null where no person acts, and for support. */
  quietHours: QuietHours.nullable(),
  demo: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const Pin = z.string().regex(/^[0-9]{4,8}$/);
export const GivePin = z.strictObject({ pin: Pin, personId: Id.optional(), newPin: Pin.optional() });
export const TurnAnswer = z.object({ person: Person, turnEndsAt: InstantText });
/** `turnEndsAt`: null where no turn is needed. */
export const TurnKept = z.object({ turnEndsAt: InstantText.nullable() });

/**
 * Freeing a locked PIN: without a body as who is acting; on the PIN screen a seller's by a manager's PIN, a manager's
 * by the store's password and their own PIN. `managerId` names the manager: needed once too many PINs without a name
 * were wrong in the store.
 */
export const Unlock = z.union([
  z.strictObject({}),
  z.strictObject({ managerPin: Pin, managerId: Id.optional() }),
  z.strictObject({ password: z.string().min(1).max(200), pin: Pin }),
]);

/**
 * Somebody whom the reader may free. `until`: when the longest lock on a device ends, by the server's own clock, which
 * locks go by also in the demo; null: when a manager frees the person. `secondsLeft` is how long that is from now.
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

/** Demo only: the four people whom the demo's bar signs in with one tap. */
export const DemoPersonKey = z.enum(['ana', 'carla', 'gabriela', 'sofia']);
export type DemoPersonKey = z.infer<typeof DemoPersonKey>;
export const DemoSignIn = z.strictObject({ as: DemoPersonKey });
