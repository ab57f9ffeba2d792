/** Shapes of what a brand does with a customer's data at the customer's wish: giving a copy, and erasing. */
import { z } from 'zod';
import { Id, InstantText, Language, listOf } from '#contract/core/common.ts';
import { Permission } from './customers.ts';

/** `reason`: why the customer is erased. What names the customer is taken out of it before it is stored. */
export const EraseCustomer = z.strictObject({ reason: z.string().trim().min(1).max(500) });

const Text = z.string().nullable();

/** All that the brand keeps of one customer. Instants are in UTC; `…On` are dates. */
export const CustomerExport = z.object({
  exportedAt: InstantText,
  brand: z.string(),
  store: z.string(),
  customer: z.object({
    id: Id,
    name: z.string(),
    code: Text,
    phone: Text,
    email: Text,
    bornOn: Text,
    city: Text,
    state: Text,
    zone: Text,
    note: Text,
    tags: z.array(z.string()),
    seller: Text,
    customerSince: Text,
    contactFrom: Text,
    createdAt: InstantText,
    lastContactAt: InstantText.nullable(),
  }),
  /** Further records of the same person, which were joined with this one. */
  duplicates: z.array(z.object({ name: z.string(), code: Text, email: Text, note: Text, createdAt: InstantText })),
  permission: z.object({
    state: Permission,
    on: Text,
    history: z.array(
      z.object({ at: InstantText, was: Permission, state: Permission, on: Text, origin: z.string(), by: Text }),
    ),
  }),
  stops: z.array(z.object({ at: InstantText, liftedAt: InstantText.nullable(), source: z.string(), by: Text })),
  /** The first listing's date, if the number is on the brand's do-not-call list (D2c). */
  doNotCallOn: Text,
  purchases: z.array(z.object({ on: z.string(), totalCents: z.int(), items: z.string() })),
  suggestions: z.array(z.object({ at: InstantText, campaign: z.string(), reason: Text, state: z.string() })),
  contacts: z.array(
    z.object({
      at: InstantText,
      origin: z.string(),
      state: z.string(),
      outcome: Text,
      seller: z.string(),
      store: Text,
      text: Text,
      decisions: z.array(z.object({ at: InstantText, verdict: z.string(), reason: Text })),
    }),
  ),
  supportAccesses: z.array(z.object({ at: InstantText, by: z.string(), reason: Text })),
  exports: z.array(z.object({ at: InstantText, by: z.string() })),
});
export type CustomerExport = z.infer<typeof CustomerExport>;

/** `language`: of the page; a link of a browser cannot say so in a header. */
export const ExportPageQuery = z.strictObject({ language: Language.optional() });

export const PrivacyLogQuery = z.strictObject({
  cursor: z.string().min(1).max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(40),
});

/** An erasure or an export. `customer`: the name; null where the customer is erased by now. */
export const PrivacyEntry = z.object({
  id: Id,
  at: InstantText,
  what: z.enum(['erasure', 'export']),
  customer: z.object({ id: Id, name: z.string() }).nullable(),
  by: z.string(),
  reason: Text,
});
export const PrivacyLog = listOf(PrivacyEntry);
