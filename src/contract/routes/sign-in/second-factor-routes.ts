/** Routes of the second factor, of confirming a session, and of the settings that require a second factor. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { ChangeSettings, Settings, SettingsQuery } from '#contract/people/settings.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';
import {
  ConfirmSession,
  GiveCode,
  OwnSecondFactor,
  RecoveryCodes,
  RemoveOwnSecondFactor,
  RemoveSecondFactor,
  RemoveSupportSecondFactor,
  SecondFactorSecret,
  SecondFactorsOfBrand,
  SetUpSecondFactor,
} from '#contract/sign-in/second-factor.ts';
import { Session } from '#contract/sign-in/session.ts';

const OfBrandPerson = z.object({ id: Id, personId: Id });
const REFUSALS = { 401: Problem, 403: Problem, 404: Problem, 409: Problem, 429: Problem } as const;

export const SECOND_FACTOR_ROUTES = {
  'POST /api/v1/session/totp': {
    may: ['give_code'],
    tags: ['session'],
    summary: 'The second step of a sign-in: a code of the authenticator app, or a recovery code',
    description: 'Follows `POST /session` that answered `{ "kind": "totp-needed" }`, within ten minutes.',
    body: GiveCode,
    response: { 200: Session, 401: Problem, 403: Problem, 429: Problem },
  },
  'POST /api/v1/session/confirm': {
    may: ['confirm_session'],
    tags: ['session'],
    summary: 'Give the password or a code again',
    description: 'For 15 minutes, operations that answered 403 `confirmation-needed` ask for nothing more.',
    body: ConfirmSession,
    response: { 204: z.null(), ...REFUSALS },
  },
  'GET /api/v1/second-factor': {
    may: ['set_up_second_factor'],
    tags: ['session'],
    response: { 200: OwnSecondFactor, 403: Problem },
  },
  'POST /api/v1/second-factor': {
    may: ['set_up_second_factor'],
    tags: ['session'],
    summary: 'Begin to set up a second factor; it counts once confirmed',
    body: SetUpSecondFactor,
    response: { 200: SecondFactorSecret, ...REFUSALS },
  },
  'POST /api/v1/second-factor/confirm': {
    may: ['set_up_second_factor'],
    tags: ['session'],
    summary: 'Confirm it with a code; the account’s other sessions end',
    body: GiveCode,
    response: { 204: z.null(), ...REFUSALS },
  },
  'POST /api/v1/second-factor/recovery-codes': {
    may: ['renew_recovery_codes'],
    tags: ['session'],
    summary: 'Make new recovery codes; the earlier ones no longer work',
    response: { 200: RecoveryCodes, ...REFUSALS },
  },
  'DELETE /api/v1/second-factor': {
    may: ['remove_own_second_factor'],
    tags: ['session'],
    summary: 'Remove one’s own, where it is not required',
    body: RemoveOwnSecondFactor,
    response: { 204: z.null(), ...REFUSALS },
  },
  'GET /api/v1/brands/:id/second-factors': {
    may: ['read_second_factors'],
    tags: ['support'],
    summary: 'List who of a brand has an account of their own, and whether it has a second factor',
    params: OfId,
    response: { 200: SecondFactorsOfBrand, 403: Problem },
  },
  'DELETE /api/v1/brands/:id/people/:personId/second-factor': {
    may: ['remove_second_factor'],
    tags: ['support'],
    summary: 'Remove a lost one; all sessions of the account end, and the brand can read who did it and why',
    params: OfBrandPerson,
    body: RemoveSecondFactor,
    response: { 204: z.null(), 403: Problem, 404: Problem, 409: Problem },
  },
  'DELETE /api/v1/support/second-factor': {
    may: ['remove_support_second_factor'],
    tags: ['support'],
    summary: 'Remove the lost one of another support person; all sessions of the account end',
    body: RemoveSupportSecondFactor,
    response: { 204: z.null(), 403: Problem, 404: Problem, 409: Problem },
  },
  'GET /api/v1/settings': {
    may: ['read_settings'],
    tags: ['people'],
    querystring: SettingsQuery,
    response: { 200: Settings, 403: Problem, 404: Problem },
  },
  'PATCH /api/v1/settings': {
    may: ['change_settings'],
    tags: ['people'],
    querystring: SettingsQuery,
    body: ChangeSettings,
    response: { 200: Settings, 403: Problem, 404: Problem },
  },
} as const satisfies Routes;
