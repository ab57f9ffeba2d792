/** Shapes of one-time links: invitations, the first support person, forgotten passwords, and the lists of accounts. */
import { z } from 'zod';
import { Id, InstantText, Language, listOf, writtenText } from '#contract/core/common.ts';
import type { LinkPurpose } from '#rules/sign-in/link-life.ts';

const Email = z.email().max(254);
const Name = writtenText(80);
/** The token of a link. A text of another form is answered like an unknown token. */
const Token = z.string().min(1).max(200);
/** A password that a person chooses. Beyond the lengths, the server refuses weak ones with `password_weak`. */
export const NewPassword = z.string().min(1).max(128);

/**
 * `brandId` belongs to a brand's manager, and to that kind alone. `language`: of the mail; if left out, the language of
 * the request.
 */
export const Invite = z
  .strictObject({
    kind: z.enum(['support', 'brand_manager']),
    brandId: Id.optional(),
    name: Name,
    email: Email,
    language: Language.optional(),
  })
  .refine(({ kind, brandId }) => (kind === 'brand_manager') === (brandId !== undefined), { path: ['brandId'] });

/** `url` is in the answer only where the link was not mailed; it is shown once and stored nowhere. */
export const LinkMade = z.union([
  z.object({ sent: z.literal(true), until: InstantText }),
  z.object({ url: z.url(), until: InstantText }),
]);
export type LinkMade = z.infer<typeof LinkMade>;

export const OpenLink = z.strictObject({ token: Token });

/** `name` and `email` are null for the first support person, who says them when accepting. */
export const OpenedLink = z.object({
  purpose: z.enum(['first_support', 'invitation', 'reset'] satisfies LinkPurpose[]),
  name: z.string().nullable(),
  email: z.string().nullable(),
  until: InstantText,
});
export type OpenedLink = z.infer<typeof OpenedLink>;

/** `name` and `email` belong to the first support person alone. */
export const AcceptLink = z.strictObject({
  token: Token,
  name: Name.optional(),
  email: Email.optional(),
  password: NewPassword,
});

/** `mailed`: whether this installation has a mail server. It says nothing about an address. */
export const ResetWay = z.object({ mailed: z.boolean() });
export const ForgotPassword = z.strictObject({ email: Email });
export const ResetPassword = z.strictObject({ token: Token, next: NewPassword });

/** A person who has an account, or is invited to have one. `personId` is null for support. */
export const AccountEntry = z.object({
  id: Id,
  personId: Id.nullable(),
  name: z.string(),
  email: z.string(),
  state: z.enum(['active', 'inactive', 'invited', 'invitation_over']),
});
export type AccountEntry = z.infer<typeof AccountEntry>;
export const AccountList = listOf(AccountEntry);
