/** Shapes of customers and suggestions. */
import { z } from 'zod';
import { AttemptState, Outcome } from '#contract/contact/attempt.ts';
import { Cursor, Id, InstantText, listOf } from '#contract/core/common.ts';
import { HeldMark } from '#contract/holds/hold.ts';

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

export const CustomerProfile = CustomerRow.extend({
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
});
export type CustomerProfile = z.infer<typeof CustomerProfile>;

/** Body of `PATCH /api/v1/customers/:id`: the contact-from hour; null removes it. */
export const ChangeCustomer = z.strictObject({
  contactFrom: z
    .string()
    .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)
    .nullable(),
});

export const Suggestion = z.object({
  id: Id,
  customer: CustomerRow,
  campaign: z.string(),
  reason: z.string(),
  /** The kind of reason, from which a screen chooses a picture and a colour. */
  reasonCode: z.enum(['birthday', 'inactive_days', 'new_arrival', 'after_purchase', 'cashback', 'welcome']),
  text: z.string(),
  /** The contact that the seller already holds for this suggestion; null: none. */
  held: HeldMark.nullable(),
});
export type Suggestion = z.infer<typeof Suggestion>;
export const SuggestionList = listOf(Suggestion);

export const SuggestionQuery = z.strictObject({
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});

export const Dismiss = z.strictObject({ reason: z.enum(['not_now', 'not_relevant', 'already_talked', 'other']) });
