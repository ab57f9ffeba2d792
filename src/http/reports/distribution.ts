/** The route of the day spread (P5), for the people and stores that `read_distribution` reaches. */
import type { FastifyPluginAsync } from 'fastify';
import type { z } from 'zod';
import type { Language } from '#contract/core/common.ts';
import type { Distribution, DistributionQuery } from '#contract/reports/distribution.ts';
import type { Reads } from '#db/core/db.ts';
import { findPersonOfBrand } from '#db/sign-in/session-view.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import type { Timelines } from '#flows/policy/timelines.ts';
import { type DistributionRead, readDistribution, type Stretch } from '#flows/reports/read-distribution.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { languageOf } from '#http/core/language.ts';
import { instantOf, instantText } from '#http/core/present.ts';
import { problem } from '#http/core/problem.ts';
import { serve } from '#http/core/serve.ts';
import { scopeOf } from '#rules/people/access.ts';
import { csvNumber } from '#words/reports/csv/report-csv.ts';
import { SPREAD_CSV } from '#words/reports/csv/spread-csv.ts';
import { sendCsv } from './report-csv.ts';

interface Deps {
  readonly db: Reads;
  readonly timelines: Timelines;
  readonly now: () => number;
}

export function distributionRoutes(deps: Deps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/reports/distribution', async (request) => {
      const actor = requirePerson(request);
      const stretch = stretchOf(request.query);
      const scope = await findScope(deps.db, actor, request.query);
      const withBursts = request.query.detail === 'bursts';
      return bodyOf(
        foundSpread(await readDistribution(deps, actor.brandId, { ...scope, stretch, withBursts }, deps.now())),
      );
    });

    serve(app, 'GET /api/v1/reports/distribution.csv', async (request, reply) => {
      const actor = requirePerson(request);
      const stretch = stretchOf(request.query);
      const scope = await findScope(deps.db, actor, request.query);
      const wish = { ...scope, stretch, withBursts: true };
      const read = foundSpread(await readDistribution(deps, actor.brandId, wish, deps.now()));
      const language = languageOf(request);
      const shares = scope.storeId === null ? read.stores : read.sellers;
      const lines = (async function* () {
        yield shares;
      })();
      return sendCsv(reply, language, SPREAD_CSV[language], lines, spreadLine(language));
    });
  };
}

function foundSpread(read: DistributionRead | null | 'unusable'): DistributionRead {
  if (read === null) throw problem('not_found');
  if (read === 'unusable') throw badRange('to');
  return read;
}

function spreadLine(language: Language) {
  return ({ name, contacts, putOff, afterWarning, waiting, evenness, bursts, hours }: Share): readonly string[] => [
    name,
    ...[contacts, putOff, afterWarning, waiting].map(String),
    evenness === null ? '' : csvNumber(language, evenness),
    ...(bursts === null ? ['', '', ''] : [bursts.bursts, bursts.most, bursts.longestRun].map(String)),
    ...hours.map(String),
  ];
}

type Share = DistributionRead['stores'][number] | DistributionRead['sellers'][number];

type Query = z.infer<typeof DistributionQuery>;
type Scope = { readonly storeId: string | null; readonly sellerId: string | null };

async function findScope(db: Reads, actor: PersonActor, { storeId, sellerId }: Query): Promise<Scope> {
  const { brandId } = actor;
  const own = scopeOf('read_distribution', actor);
  const isWholeBrand = own.personId === null && own.storeId === null;
  if (!isWholeBrand && storeId !== undefined && storeId !== actor.storeId) throw problem('forbidden');
  if (own.personId !== null) {
    if (sellerId !== undefined && sellerId !== own.personId) throw problem('forbidden');
    return { storeId: actor.storeId, sellerId: own.personId };
  }
  const asked = storeId ?? own.storeId;
  if (sellerId === undefined) return { storeId: asked, sellerId: null };

  const [person] = await db.read(brandId, (reads) => reads.run(findPersonOfBrand, { brandId, personId: sellerId }));
  if (!person) throw problem('not_found');
  if (asked !== null && person.storeId !== asked) throw problem(isWholeBrand ? 'not_found' : 'forbidden');
  return { storeId: asked ?? person.storeId, sellerId };
}

/**
 * The stretch that the query asks for: dates, or two instants. One instant alone, or a date with an instant, is
 * `invalid`.
 */
function stretchOf({ from, to }: Query): Stretch {
  const given = [from, to].filter((text) => text !== undefined);
  if (given.every(isDate)) return { kind: 'days', from: from ?? null, to: to ?? null };
  if (from === undefined || to === undefined || given.some(isDate)) throw badRange('to');
  return { kind: 'instants', from: instantOf(from), to: instantOf(to) };
}

/** Whether a text is a date. The route's schema has checked the format, so a text without a time is a date. */
function isDate(text: string): boolean {
  return !text.includes('T');
}

function badRange(path: string) {
  return problem('invalid', { faults: [{ path, code: 'custom', message: 'from and to: two dates or two instants' }] });
}

function bodyOf({ from, to, days, quietStretches, ...read }: DistributionRead): z.infer<typeof Distribution> {
  return {
    ...(read as unknown as z.infer<typeof Distribution>),
    from: instantText(from),
    to: instantText(to),
    days,
    quietStretches: quietStretches.map(({ start, end }) => ({ start: instantText(start), end: instantText(end) })),
  };
}
