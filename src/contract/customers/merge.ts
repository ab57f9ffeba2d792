/** Shapes of merging two records of one customer, and of the likely duplicates that are offered. */
import { z } from 'zod';
import { Id, InstantText } from '#contract/core/common.ts';
import { DUPLICATE_SIGNS } from '#rules/customers/duplicate-signs.ts';
import { FILLED_FIELDS } from '#rules/customers/merge.ts';
import { Permission } from './customers.ts';

/** `into`: the customer who survives. `dryRun`: only answer what the merge would do. */
export const MergeCustomer = z.strictObject({ into: Id, dryRun: z.boolean().default(false) });
export type MergeCustomer = z.input<typeof MergeCustomer>;

/**
 * What the merge did, or would do. `filled`: the fields that the surviving customer takes from the other one. `stopped`:
 * nobody may contact the customer any more, because either asked to stop or refused.
 */
export const CustomerMerged = z.object({
  /** The surviving customer. */
  id: Id,
  /** Null: a dry run. */
  undoUntil: InstantText.nullable(),
  filled: z.array(z.enum(FILLED_FIELDS)),
  permission: z.object({ state: Permission, on: z.string().nullable() }),
  stopped: z.boolean(),
  /** The first listing's date, if one of the numbers is on the brand's do-not-call list (D2c). */
  doNotCallOn: z.string().nullable(),
  held: z.object({ moved: z.int(), ended: z.int() }),
  suggestions: z.int(),
});
export type CustomerMerged = z.infer<typeof CustomerMerged>;

/** `id`: the customer who is separate again. `into`: the customer into whom the first one was merged. */
export const CustomerUnmerged = z.object({ id: Id, into: Id });

/** Customers who may be the same person, those with the most signs first. */
export const DuplicateList = z.object({
  items: z.array(
    z.object({
      id: Id,
      name: z.string(),
      phone: z.string().nullable(),
      storeName: z.string(),
      sellerName: z.string().nullable(),
      signs: z.array(z.enum(DUPLICATE_SIGNS)),
    }),
  ),
});
export type DuplicateList = z.infer<typeof DuplicateList>;
