/** Shapes of a customer as people type it: a new one, a change, and the tags that are offered. */
import { z } from 'zod';
import { DateInput, Id } from '#contract/core/common.ts';
import { LONGEST_TAG, MOST_TAGS } from '#rules/customers/customer-tags.ts';
import { Permission } from './customers.ts';

const text = (most: number) => z.string().trim().max(most).nullable();

const FIRST_BIRTHDAY = '1890-01-01';
/** A date of birth; people older than 1970 are customers too. The flow refuses a day after today. */
const BirthdayInput = z.iso
  .date({ abort: true })
  .refine((on) => on >= FIRST_BIRTHDAY && on < '2200', { params: { code: 'birth_date_out_of_range' } })
  .describe('From 1890-01-01 to today');

const FIELDS = {
  name: z.string().trim().min(1).max(120),
  /** Any spelling; a number without an area code gets that of the store's city. Null: no number. */
  phone: z.string().trim().max(60).nullable(),
  email: text(254),
  bornOn: BirthdayInput.nullable(),
  city: text(120),
  /** The state's two capital letters. */
  state: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** A zone of the tz database; null: by address or number. */
  zone: z.string().max(60).nullable(),
  /** The hour before which the customer does not want messages (`HH:mm`, store's clock). */
  contactFrom: z
    .string()
    .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/)
    .nullable(),
  note: text(4000),
  tags: z
    .array(
      z
        .string()
        .trim()
        .max(2 * LONGEST_TAG),
    )
    .max(2 * MOST_TAGS),
  /** Without `on`, the customer said so today. */
  permission: z.strictObject({ state: Permission, on: DateInput.nullable().default(null) }),
};

/** A new customer. `storeId`: for a brand manager. `sellerId`: for managers; left out, the author's own portfolio. */
export const CreateCustomer = z.strictObject({
  ...z.object(FIELDS).partial().shape,
  name: FIELDS.name,
  storeId: Id.optional(),
  sellerId: Id.optional(),
});
export type CreateCustomer = z.infer<typeof CreateCustomer>;

/**
 * What changes; a field that is left out stays. `seen`: the values that the caller had read, by field. A field that
 * somebody else changed since then answers `customer-changed` and nothing is written.
 */
export const ChangeCustomer = z.strictObject({
  ...z.object(FIELDS).partial().shape,
  seen: z
    .strictObject({
      ...z
        .object({
          name: z.string(),
          phone: z.string().nullable(),
          email: z.string().nullable(),
          bornOn: z.string().nullable(),
          city: z.string().nullable(),
          state: z.string().nullable(),
          zone: z.string().nullable(),
          contactFrom: z.string().nullable(),
          note: z.string().nullable(),
          tags: z.array(z.string()),
          permission: z.strictObject({ state: Permission, on: z.string().nullable() }),
        })
        .partial().shape,
    })
    .default({}),
});
export type ChangeCustomer = z.infer<typeof ChangeCustomer>;

export const TagQuery = z.strictObject({ query: z.string().max(60).default('') });
/** The brand's tags that begin with the typed text. */
export const TagList = z.object({ tags: z.array(z.string()) });
