/** Shapes of customers and suggestions. */
import { z } from 'zod';
import { AttemptState, Outcome } from '#contract/contact/attempt.ts';
import { Cursor, Id, InstantText, listOf } from '#contract/core/common.ts';
import { HeldMark } from '#contract/holds/hold.ts';
import { AskedSilenceEntry, SilenceNews } from './asked-silence.ts';

export const Permission = z.enum(['granted', 'refused', 'unknown']);

/** A customer in a list. `reachable`: the customer has a mobile number, so WhatsApp may reach it. */
export const CustomerRow = z.object({
  id: Id,
  name: z.string(),
  permission: Permission,
  optedOut: z.boolean(),
  reachable: z.boolean(),
  sellerId: Id.nullable(),
  sellerName: z.string().nullable(),
  lastContactAt: InstantText.nullable(),
});
export const CustomerList = listOf(CustomerRow);

export const CustomerQuery = z.strictObject({
  query: z.string().max(80).optional(),
  portfolio: z.enum(['mine', 'store']).default('store'),
  /** Only customers without a contact for at least this many days. */
  quietForDays: z.coerce.number().int().min(1).max(3650).optional(),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});

/** The permission with its day, how the product came to know it, and the person who wrote it down; null: not known. */
const PermissionGiven = z.object({
  state: Permission,
  on: z.string().nullable(),
  origin: z.enum(['person', 'import', 'merge']).nullable(),
  by: z.string().nullable(),
});

/** A change of the permission, or a stop of the number (`stopped`), or its end (`lifted`). */
const PermissionChange = z.object({
  at: InstantText,
  kind: z.enum(['permission', 'stopped', 'lifted']),
  was: Permission.nullable(),
  state: Permission.nullable(),
  on: z.string().nullable(),
  origin: z.enum(['person', 'import', 'merge']),
  by: z.string().nullable(),
});

export const CustomerProfile = CustomerRow.extend({
  permission: PermissionGiven,
  /** The newest changes of the permission first. */
  permissionHistory: z.array(PermissionChange),
  /** The zone that the customer told; null: the zone follows from the address or the number (C2). */
  zone: z.string().nullable(),
  tags: z.array(z.string()),
  /** Whether the caller may change the customer. */
  mayChange: z.boolean(),
  /** Whether the caller may merge the customer with another one of the caller's reach. */
  mayMerge: z.boolean(),
  /** The merges into this customer that can still be undone, newest first; `mayUndo`: by the caller. */
  merges: z.array(
    z.object({
      id: Id,
      name: z.string(),
      at: InstantText,
      by: z.string(),
      undoUntil: InstantText,
      mayUndo: z.boolean(),
    }),
  ),
  phone: z.string().nullable(),
  phoneKind: z.enum(['mobile', 'landline', 'none']),
  email: z.string().nullable(),
  bornOn: z.string().nullable(),
  city: z.string().nullable(),
  state: z.string().nullable(),
  note: z.string().nullable(),
  customerSince: z.string().nullable(),
  storeName: z.string(),
  storeCity: z.string(),
  mayContact: z.boolean(),
  purchases: z.array(z.object({ boughtOn: z.string(), totalCents: z.int(), items: z.string() })),
  purchasesCount: z.int(),
  purchasesTotalCents: z.int(),
  contacts: z.array(
    z.object({
      attemptId: Id,
      at: InstantText,
      state: AttemptState,
      outcome: Outcome.nullable(),
      sellerName: z.string(),
    }),
  ),
  suggestions: z.array(z.object({ id: Id, campaign: z.string(), reason: z.string() })),
  /** The customer's held contacts: for a seller the seller's own, for a manager the store's. */
  held: z.array(HeldMark),
  /** The contact-from hour (`HH:mm`, store's clock), before which the customer does not want messages. */
  contactFrom: z.string().nullable(),
  /** The brand's cool-down, if it runs for the customer's number: the last contact, and when the next one is good (D6). */
  coolDown: z.object({ contactedAt: InstantText, endsAt: InstantText }).nullable(),
  /** The silences that the customer asked for and nobody has ended, the oldest first (D4b). */
  silences: z.array(AskedSilenceEntry),
  /** The first listing's date, if the brand's do-not-call list binds the number; a later consent lifts it (D2c). */
  doNotCallOn: z.iso.date().nullable(),
});
export type CustomerProfile = z.infer<typeof CustomerProfile>;

export const Suggestion = z.object({
  id: Id,
  customer: CustomerRow,
  campaign: z.string(),
  reason: z.string(),
  /** The kind of reason, from which a screen chooses a picture and a colour. */
  reasonCode: z.enum([
    ...['birthday', 'inactive_days', 'new_arrival', 'after_purchase', 'cashback', 'welcome'],
    ...['tag', 'never_contacted', 'chosen'],
  ] as const),
  text: z.string(),
  /** The contact that the seller already holds for this suggestion; null: none. */
  held: HeldMark.nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;
/** `silenceNews`: for the first page alone, what the seller has not read yet about silences of the own customers (D4b). */
export const SuggestionList = listOf(Suggestion).extend({ silenceNews: z.array(SilenceNews) });

export const SuggestionQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});

export const Dismiss = z.strictObject({ reason: z.enum(['not_now', 'not_relevant', 'already_talked', 'other']) });
