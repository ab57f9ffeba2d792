/** Routes of one's own account, and of a person's sessions for support. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import { Problem } from '#contract/core/problem.ts';
import { OfId, type Routes } from '#contract/routes/route.ts';
import { ChangePassword, EndSessions, OwnAccount, SessionList } from '#contract/sign-in/account.ts';

const OfPerson = z.object({ id: Id, personId: Id });
const SessionOfPerson = OfPerson.extend({ sessionId: Id });

export const ACCOUNT_ROUTES = {
  'GET /api/v1/account': {
    may: ['read_own_account'],
    tags: ['account'],
    summary: 'Name and e-mail of the account that is signed in, and the mails that its user may switch off',
    response: { 200: OwnAccount },
  },
  'POST /api/v1/password': {
    may: ['change_password'],
    tags: ['account'],
    summary: 'Choose another password; all other sessions of the account end',
    description:
      'A password has 10 to 128 characters of any kind. Common ones are refused. On a store’s device a store manager ' +
      'changes the store’s password.',
    body: ChangePassword,
    response: { 204: z.null(), 400: Problem, 401: Problem, 409: Problem, 429: Problem },
  },
  'GET /api/v1/sessions': {
    may: ['read_own_account'],
    tags: ['account'],
    summary: 'List where the account is signed in, the last used first',
    response: { 200: SessionList },
  },
  'DELETE /api/v1/sessions': {
    may: ['end_own_sessions'],
    tags: ['account'],
    summary: 'End all sessions of the account, or all others',
    querystring: EndSessions,
    response: { 204: z.null() },
  },
  'DELETE /api/v1/sessions/:id': {
    may: ['end_own_sessions'],
    tags: ['account'],
    summary: 'End one session of the account',
    params: OfId,
    response: { 204: z.null(), 404: Problem },
  },
  'DELETE /api/v1/account/wrong-passwords': {
    may: ['read_own_account'],
    tags: ['account'],
    summary: 'Close the warning about wrong passwords',
    response: { 204: z.null() },
  },
  'GET /api/v1/brands/:id/people/:personId/sessions': {
    may: ['read_person_sessions'],
    tags: ['support'],
    summary: 'List where a person’s own account is signed in; the brand can read who looked',
    params: OfPerson,
    response: { 200: SessionList, 403: Problem, 404: Problem },
  },
  'DELETE /api/v1/brands/:id/people/:personId/sessions': {
    may: ['end_person_sessions'],
    tags: ['support'],
    summary: 'End a person’s sessions and the person’s turns on stores’ devices; the brand can read who did',
    params: OfPerson,
    response: { 204: z.null(), 403: Problem, 404: Problem },
  },
  'DELETE /api/v1/brands/:id/people/:personId/sessions/:sessionId': {
    may: ['end_person_sessions'],
    tags: ['support'],
    summary: 'End one session of a person’s own account; the brand can read who did',
    params: SessionOfPerson,
    response: { 204: z.null(), 403: Problem, 404: Problem },
  },
} as const satisfies Routes;
