/** Routes of notifications: a device subscribes for one person, unsubscribes, and asks whose notifications it shows. */
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { Database } from '#db/core/db.ts';
import { dropSubscription, type Holder, keepSubscription, whoseDevice } from '#flows/push/push-subscription.ts';
import { requirePerson, requireSession } from '#http/core/caller/actor.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';

export interface PushRoutesDeps {
  readonly db: Database;
  readonly hostNow: () => number;
  /** Null: this installation sends no notifications. */
  readonly push: {
    readonly publicKey: string;
    /** Whether the endpoint's address alone allows sending to it. */
    readonly accepts: (endpoint: string) => boolean;
  } | null;
}

export function pushRoutes(deps: PushRoutesDeps): FastifyPluginAsync {
  const { push } = deps;
  return async (app) => {
    serve(app, 'GET /api/v1/push/key', async (request) => {
      const holder = holderOf(request);
      return { key: push?.publicKey ?? null, whose: await whoseDevice(deps, holder) };
    });

    serve(app, 'PUT /api/v1/push/subscription', async (request, reply) => {
      const holder = holderOf(request);
      if (!push) throw problem('not_found');
      const { endpoint, keys, language } = request.body;
      if (!push.accepts(endpoint)) throw badEndpoint();
      await keepSubscription(deps, holder, { endpoint, ...keys, language });
      return reply.code(204).send(null);
    });

    serve(app, 'DELETE /api/v1/push/subscription', async (request, reply) => {
      await dropSubscription(deps, holderOf(request));
      return reply.code(204).send(null);
    });
  };
}

/** The person and the device that a subscription belongs to. Throws `forbidden` for support. */
function holderOf(request: FastifyRequest): Holder {
  const { brandId, personId } = requirePerson(request);
  const { deviceKey, id: sessionId } = requireSession(request).session;
  return { brandId, personId, deviceKey, sessionId };
}

function badEndpoint() {
  const message = 'an https address that is reached from everywhere';
  return problem('invalid', { faults: [{ path: 'endpoint', code: 'custom', message }] });
}
