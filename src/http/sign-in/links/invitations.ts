/** Routes of support that make links: invitations and resets, and the lists of accounts from which support chooses. */
import type { FastifyPluginAsync } from 'fastify';
import type { AccountEntry, LinkMade } from '#contract/sign-in/links.ts';
import { readBrandCard } from '#db/people/brands.ts';
import {
  listBrandAccounts,
  listSupportInvitations,
  type AccountEntry as StoredEntry,
} from '#db/sign-in/links/invited-accounts.ts';
import { invite } from '#flows/sign-in/links/invite.ts';
import type { LinkDeps } from '#flows/sign-in/links/link-deps.ts';
import { sendResetLink } from '#flows/sign-in/links/reset-password.ts';
import type { SentLink } from '#flows/sign-in/links/send-link.ts';
import { logSupportAccess } from '#flows/support/support-access-log.ts';
import { requireSupport } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export function invitationRoutes(deps: LinkDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'POST /api/v1/invitations', async (request, reply) => {
      const by = requireSupport(request);
      const { name, email, brandId = null, language = languageOf(request) } = request.body;
      const inviter = { accountId: by.supportId, personId: null, name: by.name };
      const answer = await invite(deps, { brandId, name, email, by: inviter, language });
      if (answer.kind !== 'made') throw problem(answer.kind);
      if (brandId !== null) await logSupportAccess(deps, brandId, by, `invitation of ${name}`, { isAct: true });
      request.log.info({ supportId: by.supportId, brandId, mailed: answer.url === null }, 'invitation made');
      return reply.code(201).send(madeBody(answer));
    });

    serve(app, 'GET /api/v1/invitations', async (request) => {
      requireSupport(request);
      return accountList(await listSupportInvitations(deps.auth), deps.hostNow());
    });

    serve(app, 'GET /api/v1/brands/:id/accounts', async (request) => {
      const who = requireSupport(request);
      const { id } = request.params;
      const [brand] = await deps.db.read(id, (reads) => reads.run(readBrandCard, { brandId: id }));
      if (!brand) throw problem('not_found');
      const entries = await listBrandAccounts(deps.auth, id);
      await logSupportAccess(deps, id, who, 'brand');
      return accountList(entries, deps.hostNow());
    });

    serve(app, 'POST /api/v1/brands/:id/people/:personId/reset-link', async (request, reply) => {
      const who = requireSupport(request);
      const { id: brandId, personId } = request.params;
      const { supportId } = who;
      const answer = await sendResetLink(deps, { brandId, personId, supportId, language: languageOf(request) });
      if (answer.kind !== 'made') throw problem(answer.kind);
      await logSupportAccess(deps, brandId, who, `reset link for ${answer.name}`, { isAct: true });
      request.log.info({ supportId, brandId, personId, mailed: answer.url === null }, 'reset link made');
      return reply.code(201).send(madeBody(answer));
    });
  };
}

/** The body of a made link: `url` only where the link was not mailed. */
export function madeBody({ url, expiresAt }: SentLink): LinkMade {
  const until = instantText(expiresAt);
  return url === null ? { sent: true, until } : { url, until };
}

function accountList(entries: readonly StoredEntry[], now: number) {
  return { items: entries.map((entry) => entryBody(entry, now)), next: null };
}

function entryBody({ active, invitedUntil, ...entry }: StoredEntry, now: number): AccountEntry {
  if (invitedUntil === null) return { ...entry, state: active ? 'active' : 'inactive' };
  return { ...entry, state: invitedUntil > now ? 'invited' : 'invitation_over' };
}
