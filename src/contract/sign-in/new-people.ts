/** Shapes of adding a person and of one-time PINs. A PIN is in one answer alone, and stored only as a hash. */
import { z } from 'zod';
import { Id, InstantText, Language } from '#contract/core/common.ts';
import { PersonName, PersonRow } from '#contract/people/people.ts';
import { PERSON_ROLES } from '#rules/people/access-table.ts';
import { LinkMade } from './links.ts';

/**
 * A seller and a store manager have a store and get a one-time PIN. A brand manager has an e-mail and gets an invitation.
 * `language`: of the mail; if left out, the language of the request.
 */
export const CreatePerson = z
  .strictObject({
    name: PersonName,
    role: z.enum(PERSON_ROLES),
    storeId: Id.optional(),
    email: z.email().max(254).optional(),
    language: Language.optional(),
  })
  .refine(({ role, storeId }) => (role === 'brand_manager') === (storeId === undefined), {
    path: ['storeId'],
    params: { code: 'store_unknown' },
  })
  .refine(({ role, email }) => (role === 'brand_manager') === (email !== undefined), { path: ['email'] });

/** `email`: another address than that of the invitation before. `language`: as for `CreatePerson`. */
export const RenewInvitation = z.strictObject({
  email: z.email().max(254).optional(),
  language: Language.optional(),
});

const Pin = z.string().regex(/^[0-9]{4,8}$/);

/** Exactly one of `pin` and `link` is not null. */
export const PersonMade = z.object({
  person: PersonRow,
  pin: Pin.nullable(),
  pinUntil: InstantText.nullable(),
  link: LinkMade.nullable(),
});
export type PersonMade = z.infer<typeof PersonMade>;

/** `until`: the instant at which the PIN can no longer be used for the first time. */
export const OneTimePin = z.object({ pin: Pin, until: InstantText });

/** The most people of one sheet: a PIN takes a tenth of a second to hash. */
export const MOST_PINS_AT_ONCE = 40;

/** New one-time PINs for people of one store, all or none. */
export const GivePins = z.strictObject({ personIds: z.array(Id).min(1).max(MOST_PINS_AT_ONCE) });

/** In the order of the request. */
export const OneTimePins = z.object({
  items: z.array(z.object({ personId: Id, name: z.string(), pin: Pin })),
  until: InstantText,
  next: z.null(),
});
export type OneTimePins = z.infer<typeof OneTimePins>;
