/** Starts the sign-in server with the routes of one-time links and of people and a mail server, with a host clock that the test moves. */
import assert from 'node:assert/strict';
import { afterAnswer } from '#flows/sign-in/links/after-answer.ts';
import { makeFirstSupportLink } from '#flows/sign-in/links/make-link.ts';
import { personRoutes } from '#http/people/people.ts';
import { invitationRoutes } from '#http/sign-in/links/invitations.ts';
import { type LinkRoutesDeps, linkRoutes } from '#http/sign-in/links/links.ts';
import { newPeopleRoutes } from '#http/sign-in/new-people.ts';
import { openLog } from '#main/core/log.ts';
import { smtpMailer } from '#main/mail/smtp-mailer.ts';
import { drawPin } from '#main/sign-in/accounts.ts';
import { invitationMail, resetMail } from '#words/sign-in/links/link-mail.ts';
import type { Client } from './client.ts';
import { type MailServer, startMailServer } from './mail-server.ts';
import { PASSWORD, type SignInServer, startSignInServer } from './sign-in-server.ts';
import { setUpSecondFactor, totpCode } from './totp.ts';

export interface LinkServer extends SignInServer {
  readonly mails: MailServer;
  readonly deps: LinkRoutesDeps;
  /** Returns a device that is signed in to support. */
  support(): Promise<Client>;
  /** Makes the link for the first support person as a starting server does; null where it makes none. */
  firstLink(): Promise<string | null>;
}

const EMAIL = 'suporte@oto.example';

/** The address that links begin with, as OTO_PUBLIC_URL sets it. */
export const ADDRESS = 'https://oto.example';

/** Starts the server. `hasMail`: whether a mail server is set. */
export async function startLinkServer({ hasMail = true, demo = false } = {}): Promise<LinkServer> {
  const mails = await startMailServer();
  let deps: LinkRoutesDeps | undefined;
  const server = await startSignInServer({
    demo,
    hasMail,
    moreRoutes: (signIn) => {
      const made = {
        ...signIn,
        addressOf: () => ADDRESS,
        mailer: hasMail ? smtpMailer({ url: mails.url, from: 'Oto <oto@oto.example>' }, openLog('silent')) : null,
        mails: { invitation: invitationMail, reset: resetMail },
        afterAnswer: afterAnswer((error) => {
          throw error;
        }),
      };
      deps = made;
      return [linkRoutes(made), invitationRoutes(made), personRoutes(signIn), newPeopleRoutes({ ...made, drawPin })];
    },
  });
  assert.ok(deps);
  const made = deps;
  let secret = '';
  return {
    ...server,
    mails,
    deps: made,
    async support() {
      const device = server.device();
      const { status, body } = await device.post('/api/v1/session', { email: EMAIL, password: PASSWORD });
      assert.equal(status, 200);
      if (body.kind === 'totp-needed') {
        const { status: coded } = await device.post('/api/v1/session/totp', { code: totpCode(secret, server.now()) });
        assert.equal(coded, 200);
      } else {
        ({ secret } = await setUpSecondFactor(device, PASSWORD, server.now()));
      }
      // No code is accepted twice: the next one is the next step's.
      server.pass(30_000);
      return device;
    },
    firstLink: async () => (await makeFirstSupportLink(made))?.url ?? null,
  };
}

/** Returns the token of a link. */
export function tokenIn(url: string): string {
  const [, token] = url.split('#');
  assert.match(token ?? '', /^[\w-]{43}$/, url);
  return token as string;
}

/** Returns the address of the only link in a mail’s text. */
export function linkIn(text: string): string {
  const links = text.match(/https?:\S+/g) ?? [];
  assert.equal(links.length, 1, text);
  return links[0] as string;
}
