/** Routes with which people switch kinds of mails off and on: on their own account, and by the link in a mail. */
import { z } from 'zod';
import { Problem } from '#contract/core/problem.ts';
import { ChooseMail, ChooseMailByLink, MailChoice, OfMailLink } from '#contract/mail/mails.ts';
import type { Routes } from '#contract/routes/route.ts';

export const MAIL_ROUTES = {
  'PUT /api/v1/account/mails': {
    may: ['choose_mails'],
    tags: ['account'],
    summary: 'Switch a kind of mails to the own account off or on',
    body: ChooseMail,
    response: { 204: z.null(), 404: Problem },
  },
  'PUT /api/v1/mails/choice': {
    may: ['use_mail_link'],
    tags: ['account'],
    summary: 'Switch the kind of mails off or on that the link of a mail names',
    description: 'Needs no session: the token of the link names the account and the kind, and allows nothing else.',
    body: ChooseMailByLink,
    response: { 200: MailChoice, 404: Problem },
  },
  'POST /emails': {
    may: ['use_mail_link'],
    tags: ['account'],
    summary: 'Switch the kind of mails off that the link of a mail names, for mail programs (RFC 8058)',
    description: 'The address of the header `List-Unsubscribe`. A body is ignored.',
    querystring: OfMailLink,
    response: { 204: z.null(), 404: Problem },
  },
} as const satisfies Routes;
