/** Shapes of the second factor: the code at the sign-in, setting up, removing, and asking again before an operation. */
import { z } from 'zod';
import { Id, listOf, writtenText } from '#contract/core/common.ts';
import { Role } from './session.ts';

/** The answer to a right password of an account with a second factor. The code opens the session. */
export const CodeNeeded = z.object({ kind: z.literal('totp-needed') });

/** Six digits of the authenticator app, or a recovery code. */
const Code = z.string().min(6).max(20);
const Password = z.string().min(1).max(200);

export const GiveCode = z.strictObject({ code: Code });

/** What the person gives again: the password, or six digits of the authenticator app. */
export const ConfirmSession = z.union([z.strictObject({ password: Password }), z.strictObject({ code: Code })]);

/** `recoveryCodesLeft`: null where the second factor is off. */
export const OwnSecondFactor = z.object({
  on: z.boolean(),
  required: z.boolean(),
  recoveryCodesLeft: z.int().nullable(),
});
export type OwnSecondFactor = z.infer<typeof OwnSecondFactor>;

export const SetUpSecondFactor = z.strictObject({ password: Password });
/** Shown once. `uri`: for the QR code; `secret`: the same as text, to type; the codes each work once. */
export const SecondFactorSecret = z.object({
  uri: z.string(),
  secret: z.string(),
  recoveryCodes: z.array(z.string()),
});
export type SecondFactorSecret = z.infer<typeof SecondFactorSecret>;

/** Shown once; the earlier codes no longer work. */
export const RecoveryCodes = SecondFactorSecret.pick({ recoveryCodes: true });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const RemoveOwnSecondFactor = z.strictObject({ password: Password, code: Code });

/** A person of a brand who signs in with an account of their own. */
export const SecondFactorOfPerson = z.object({ personId: Id, name: z.string(), role: Role, on: z.boolean() });
export const SecondFactorsOfBrand = listOf(SecondFactorOfPerson);

const Reason = writtenText(500, 3);
export const RemoveSecondFactor = z.strictObject({ reason: Reason });
/** `email`: of the support person who lost the second factor. */
export const RemoveSupportSecondFactor = z.strictObject({ email: z.email().max(254), reason: Reason });
