/** Routes with which people switch kinds of mails off and on: on their own account, and by the link in a mail. */
import type { FastifyPluginAsync } from 'fastify';
import { type ChooseMailsDeps, chooseMail, chooseMailByLink } from '#flows/mail/choose-mails.ts';
import type { MailTokens } from '#flows/mail/mailer.ts';
import { roleOf } from '#flows/people/identify-caller.ts';
import { requireActor, requireSession } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export interface MailRoutesDeps extends ChooseMailsDeps {
  readonly tokens: MailTokens;
}

export function mailRoutes(deps: MailRoutesDeps): FastifyPluginAsync {
  return async (app) => {
    // Mail programs send a form, whose only field says that the reader wants no more mails.
    app.addContentTypeParser(FORMS, { parseAs: 'buffer', bodyLimit: 4_096 }, (_, __, done) => done(null, undefined));

    serve(app, 'PUT /api/v1/account/mails', async (request, reply) => {
      const { accountId, kind } = requireSession(request).session;
      const reader = { accountId, kind, role: roleOf(requireActor(request)) };
      const answer = await chooseMail(deps, reader, request.body);
      if (answer !== 'chosen') throw problem(answer);
      return reply.code(204).send(null);
    });

    serve(app, 'PUT /api/v1/mails/choice', async (request) => {
      const { token, wanted } = request.body;
      const choice = await chooseMailByLink(deps, token, wanted);
      if (choice === null) throw problem('mail_link_unknown');
      request.log.info(choice, 'mails chosen by a link');
      return choice;
    });

    serve(
      app,
      'POST /emails',
      async (request, reply) => {
        const choice = await chooseMailByLink(deps, request.query.token, false);
        if (choice === null) throw problem('mail_link_unknown');
        request.log.info(choice, 'mails switched off by a mail program');
        return reply.code(204).send(null);
      },
      { config: { takesForms: true } },
    );
  };
}

const FORMS = ['application/x-www-form-urlencoded', 'multipart/form-data'];
