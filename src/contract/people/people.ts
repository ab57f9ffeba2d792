/** Shapes of a brand's people: the list, one person, and changes. */
import { z } from 'zod';
import { Cursor, Id, InstantText, listOf, writtenText } from '#contract/core/common.ts';
import { PERSON_ROLES } from '#rules/people/access-table.ts';

/**
 * `pin`: of the present store. `none`: the person has no PIN there, or is a brand manager. `expired`: a one-time PIN that
 * was not used in time. `locked`: some device refuses the person's PIN for now. `away`: the days off that run, or else the
 * next ones, from the first to the last day on the store's clock; null: there are none.
 */
export const PersonRow = z.object({
  id: Id,
  code: z.string().nullable(),
  name: z.string(),
  role: z.enum(PERSON_ROLES),
  storeId: Id.nullable(),
  store: z.string().nullable(),
  active: z.boolean(),
  locked: z.boolean(),
  pin: z.enum(['none', 'one_time', 'expired', 'own']),
  away: z.object({ from: z.iso.date(), until: z.iso.date(), isRunning: z.boolean() }).nullable(),
});
export type PersonRow = z.infer<typeof PersonRow>;
/** `total`: how many people the search finds on all pages. */
export const PeopleList = listOf(PersonRow).extend({ total: z.int() });

/** `query`: the beginnings of words of the name, or the code. `state` `away`: active people whose days off run now. */
export const PeopleQuery = z.strictObject({
  query: z.string().max(80).optional(),
  storeId: Id.optional(),
  state: z.enum(['active', 'away', 'inactive', 'all']).default('active'),
  sort: z.enum(['name', 'store', 'role']).default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  cursor: Cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** `customers`: in the person's portfolio. `held`: contacts of the person that are kept for later. */
export const PersonWork = z.object({ customers: z.int(), held: z.int() });

/**
 * `may`: what the reader may do to the person. `changes`: the last changes, newest first; `by` null: support made the
 * change. `fields` has `name`, `role` and `store`. `invitation`: of a brand
 * manager who has no account yet; `email` null: the invitation is so old that it was deleted.
 */
export const PersonDetail = PersonRow.extend({
  ...PersonWork.shape,
  may: z.array(z.enum(['rename', 'deactivate', 'move', 'give_pin', 'unlock', 'invite'])),
  invitation: z.object({ state: z.enum(['open', 'over']), email: z.string().nullable() }).nullable(),
  changes: z.array(
    z.object({
      at: InstantText,
      by: z.string().nullable(),
      kind: z.enum(['created', 'invited', 'changed', 'activated', 'deactivated', 'pin_given', 'unlocked']),
      fields: z.array(z.string()),
    }),
  ),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

/** A person's name as it is typed. */
export const PersonName = writtenText(120).refine((name) => /\p{L}/u.test(name), { params: { code: 'name_missing' } });

/**
 * Fields that are left out stay. `dryRun`: nothing is changed, and the answer says what would be. `role` and `storeId` are a
 * brand manager's to change.
 */
export const ChangePerson = z.strictObject({
  name: PersonName.optional(),
  role: z.enum(['seller', 'store_manager']).optional(),
  storeId: Id.optional(),
  active: z.boolean().optional(),
  dryRun: z.boolean().optional(),
});

/**
 * `customers` and `held` are the person's before the change. `ended`: how many of the held contacts the change ends at
 * once. The portfolio stays with the person until it is moved.
 */
export const PersonChanged = z.object({
  person: PersonRow,
  ...PersonWork.shape,
  ended: z.int(),
});
export type PersonChanged = z.infer<typeof PersonChanged>;
