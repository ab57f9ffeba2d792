/** The route of the record's public keys. Everybody may read them: they say nothing about a brand (R3). */
import type { FastifyPluginAsync } from 'fastify';
import type { Reads } from '#db/core/db.ts';
import { readRecordKeys } from '#flows/record/record-keys.ts';
import { WRITING_LIMIT } from '#http/core/requests/writing-limit.ts';
import { serve } from '#http/core/serve.ts';

/** A cache of 5 minutes is safe: the keys change only with the secret, and old ones stay in the list. */
const CACHED = 'public, max-age=300';

export function recordKeyRoutes({ db }: { readonly db: Reads }): FastifyPluginAsync {
  return async (app) => {
    serve(
      app,
      'GET /.well-known/oto-record-keys.json',
      async (_, reply) => {
        const keys = await readRecordKeys(db);
        return reply.header('cache-control', CACHED).send({ keys });
      },
      { config: { rateLimit: { ...WRITING_LIMIT, max: 120 } } },
    );
  };
}
