/** The route of live events: sends the entries of the brand's log to open screens as server-sent events. */
import type { FastifyPluginAsync } from 'fastify';
import type { Reads } from '#db/core/db.ts';
import { readEventsAfter, readLogSpan } from '#db/record/ledgers.ts';
import type { PersonActor } from '#flows/people/identify-caller.ts';
import { requirePerson } from '#http/core/caller/actor.ts';
import { serve } from '#http/core/serve.ts';
import { mayReach } from '#rules/people/access.ts';
import type { LiveClient, LiveHub, LoggedEvent } from './live-hub.ts';
import type { LiveStreams } from './live-streams.ts';

/** How often an empty line is sent to keep the connection open. */
const HEARTBEAT_MS = 15_000;
/** How many events one read returns at most. */
const MOST_EVENTS_A_READ = 500;

export interface LiveDeps {
  readonly db: Reads;
  readonly hub: LiveHub;
  readonly streams: LiveStreams;
}

export function liveRoutes({ db, hub, streams }: LiveDeps): FastifyPluginAsync {
  return async (app) => {
    serve(app, 'GET /api/v1/live', async (request, reply) => {
      const actor = requirePerson(request);
      const { brandId } = actor;
      const [span] = await db.read(brandId, (reads) => reads.run(readLogSpan, { brandId }));
      const newest = span?.newest ?? 0;
      const asked = Number(request.headers['last-event-id'] ?? request.query.after);
      const isKept = asked === newest || (span?.oldest != null && asked + 1 >= span.oldest);
      const resumed = Number.isSafeInteger(asked) && asked <= newest && isKept;

      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      raw.write(resumed ? 'retry: 2000\n\n' : `retry: 2000\nid: ${newest}\nevent: resync\ndata: {}\n\n`);

      const client: LiveClient = {
        brandId,
        after: resumed ? asked : newest,
        send: (event) => {
          if (mayReceive(event, actor)) raw.write(frame(event));
        },
        end: () => raw.end(),
      };
      const leaveHub = hub.join(client);
      const heartbeat = setInterval(() => raw.write(': .\n\n'), HEARTBEAT_MS);
      const leave = () => {
        clearInterval(heartbeat);
        leaveHub();
      };
      const leaveStreams = streams.join({
        actor,
        end: (why) => {
          // Leave at once: the client gets no more events, even if the connection closes later.
          leave();
          raw.end(why === 'displaced' ? 'event: displaced\ndata: {}\n\n' : undefined);
        },
      });
      raw.on('close', () => {
        leave();
        leaveStreams();
      });
      if (resumed) hub.wake(brandId);
    });
  };
}

/** Creates the function with which the hub reads a brand's events after a number. */
export function eventReader(db: Reads): (brandId: string, after: number) => Promise<LoggedEvent[]> {
  return (brandId, after) =>
    db.read(brandId, async (reads) => {
      const rows = await reads.run(readEventsAfter, { brandId, after, limit: MOST_EVENTS_A_READ });
      return rows as LoggedEvent[];
    });
}

/** Whether the person may see the event. An event without person and store is for the whole brand. */
function mayReceive({ personId, storeId }: LoggedEvent, actor: PersonActor): boolean {
  if (personId === null && storeId === null) return true;
  return mayReach(personId === null ? 'hear_store_events' : 'hear_events', actor, { personId, storeId });
}

function frame({ number, kind, body }: LoggedEvent): string {
  return `id: ${number}\nevent: ${kind}\ndata: ${JSON.stringify(body)}\n\n`;
}
