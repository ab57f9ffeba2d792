/** Routes of one-time links: invitations, forgotten passwords, and the accounts that support reads. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';
import {
  AcceptLink,
  AccountList,
  ForgotPassword,
  Invite,
  LinkMade,
  OpenedLink,
  OpenLink,
  ResetPassword,
  ResetWay,
} from '#contract/sign-in/links.ts';

const OfBrandPerson = z.object({ id: Id, personId: Id });

export const LINK_ROUTES = {
  'POST /api/v1/invitations': {
    may: ['invite'],
    tags: ['accounts'],
    summary: 'Invite a support person or a brand’s manager',
    description:
      'The link is valid for 24 hours and once. It is mailed where a mail server is set, else it is in the answer, once. ' +
      'Inviting the same e-mail again makes the earlier link invalid.',
    body: Invite,
    response: { 201: LinkMade, 403: Problem, 404: Problem, 409: Problem },
  },
  'POST /api/v1/links/open': {
    may: ['use_link'],
    tags: ['accounts'],
    summary: 'Tell what a one-time link is for, and for whom; uses nothing up',
    body: OpenLink,
    response: { 200: OpenedLink, 410: Problem, 429: Problem },
  },
  'POST /api/v1/links/accept': {
    may: ['use_link'],
    tags: ['accounts'],
    summary: 'Make the account that a link invites to, with a password of one’s own',
    description: 'The first support person also says `name` and `email`. Then sign in by `POST /session`.',
    body: AcceptLink,
    response: { 204: z.null(), 400: Problem, 409: Problem, 410: Problem, 429: Problem },
  },
  'GET /api/v1/password/forgot': {
    may: ['use_link'],
    tags: ['accounts'],
    summary: 'Tell whether links for a new password are mailed here; without a mail server support hands them over',
    response: { 200: ResetWay },
  },
  'POST /api/v1/password/forgot': {
    may: ['use_link'],
    tags: ['accounts'],
    summary: 'Have a link for a new password mailed; answered the same for every address',
    body: ForgotPassword,
    response: { 204: z.null() },
  },
  'POST /api/v1/password/reset': {
    may: ['use_link'],
    tags: ['accounts'],
    summary: 'Set a new password by a link; ends all sessions of the account',
    body: ResetPassword,
    response: { 204: z.null(), 400: Problem, 410: Problem, 429: Problem },
  },
  'GET /api/v1/invitations': {
    may: ['invite'],
    tags: ['accounts'],
    summary: 'List who is invited to support and has not accepted yet',
    response: { 200: AccountList, 403: Problem },
  },
  'GET /api/v1/brands/:id/accounts': {
    may: ['read_accounts'],
    tags: ['accounts'],
    summary: 'List the brand’s people who have an account of their own, and who is invited',
    params: OfId,
    response: { 200: AccountList, 403: Problem, 404: Problem },
  },
  'POST /api/v1/brands/:id/people/:personId/reset-link': {
    may: ['make_reset_link'],
    tags: ['accounts'],
    summary: 'Make a link for a new password of a brand’s person; the brand can read who made it',
    params: OfBrandPerson,
    response: { 201: LinkMade, 403: Problem, 404: Problem, 409: Problem },
  },
} as const satisfies Routes;
