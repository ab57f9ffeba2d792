/** The demo's clock: anyone may move it, forward or back, or stop it. Not there in production. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { DemoClock, SetDemoClock } from '#contract/quiet-hours.ts';
import { instantOf, instantText } from './present.ts';

export interface DemoDeps {
  readonly read: () => { readonly now: number; readonly ticking: boolean };
  readonly move: (to: number, ticking: boolean) => Promise<void>;
}

export function demoRoutes({ read, move }: DemoDeps): FastifyPluginAsyncZod {
  return async (app) => {
    const config = { admits: 'anybody', neverShed: true } as const;
    const schema = { tags: ['demo'], response: { 200: DemoClock } };
    const body = () => {
      const { now, ticking } = read();
      return { now: instantText(now), ticking };
    };
    app.get('/api/v1/demo/clock', { config, schema }, async () => body());
    app.put('/api/v1/demo/clock', { config, schema: { ...schema, body: SetDemoClock } }, async (request) => {
      await move(instantOf(request.body.now), request.body.ticking);
      return body();
    });
  };
}
