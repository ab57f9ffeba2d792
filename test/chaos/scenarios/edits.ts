/** Changes the policies as support, several times a second: publishes, suspends and resumes quiet hours. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { POLICY } from '#chaos/brands-fixture.ts';
import { asOwner } from '#chaos/database.ts';
import type { Run } from '#chaos/play-run.ts';
import { publicationBody } from '#kit/publication-body.ts';
import { SP } from './day.ts';

/** Edits policies `perSecond` times until `isOver` returns true, notes each accepted edit as a fault, and returns how many were tried. */
export async function editPolicies(run: Run, perSecond: number, isOver: () => boolean): Promise<number> {
  const began = performance.now();
  let due = 0;
  while (!isOver()) {
    due += 1;
    const brand = run.chance.pick(run.world.brands);
    const done = await editOnce(
      run,
      brand.id,
      run.chance.pickWeighted({ now: 4, shift: 3, usual: 3, suspend: 2, resume: 3 }),
    );
    if (done) run.fault('policy edited', brand.slug);
    await pause(Math.max(0, (due * 1000) / perSecond - (performance.now() - began)));
  }
  return due;
}

/** The five seconds of H6, and half a second more to notice that retiming took longer. */
const RETIMED_MS = 5_500;

/** Publishes quiet hours until 10:30 in every brand, and waits until no contact has a quiet minute or the time for retiming is over (H6). */
export async function publishLaterMorning(run: Run): Promise<void> {
  run.phase('a later morning is published');
  for (const { id } of run.world.brands) {
    const policy = { ...POLICY, windows: [{ ...POLICY.windows[0], end: '10:30' }] };
    await send(run, id, 'publish', `/api/v1/brands/${id}/quiet-hours`, publicationBody(policy, 'Ensaio'));
  }
  const deadline = performance.now() + RETIMED_MS;
  await asOwner(run.ownerUrl, async (owner) => {
    while (performance.now() < deadline && (await isAnyInQuiet(owner))) await pause(50);
  });
}

/** Resumes quiet hours and publishes the usual policy in every brand. */
export async function restoreUsualPolicy(run: Run): Promise<void> {
  for (const { id } of run.world.brands) {
    await editOnce(run, id, 'resume');
    await editOnce(run, id, 'usual');
  }
}

/** Whether a contact waits for a quiet minute by its store's clock, read from the rows and not from the product's retiming progress. */
async function isAnyInQuiet(owner: Client): Promise<boolean> {
  const { rows } = await owner.query(
    `select from holds h join stores s on s.brand_id = h.brand_id and s.id = h.store_id
     where h.state = 'waiting' and (h.due_at at time zone s.zone)::time not between '10:30' and '19:59:59.999' limit 1`,
  );
  return rows.length > 0;
}

async function editOnce(run: Run, brandId: string, kind: 'now' | 'shift' | 'usual' | 'suspend' | 'resume') {
  const base = `/api/v1/brands/${brandId}/quiet-hours`;
  const { chance, clock } = run;
  const publish = (policy: unknown) => send(run, brandId, 'publish', base, publicationBody(policy, 'Ensaio'));
  switch (kind) {
    case 'now': {
      // Quiet begins up to 20 minutes before or after now on São Paulo's clock; other zones are an hour off.
      const start = timeAt(clock.lastSet + (chance.below(40) - 20) * 60_000);
      const end = timeAt(clock.lastSet + (25 + chance.below(60)) * 60_000);
      const [usual] = POLICY.windows;
      return publish({ ...POLICY, windows: [usual, { days: usual?.days, start, end }] });
    }
    case 'shift':
      return publish({
        ...POLICY,
        windows: [{ ...POLICY.windows[0], end: `${7 + chance.below(5)}:30`.padStart(5, '0') }],
      });
    case 'usual':
      return publish(POLICY);
    case 'suspend': {
      const until = chance.happens(50) ? null : new Date(clock.lastSet + (5 + chance.below(40)) * 60_000).toISOString();
      return send(run, brandId, 'suspend', `${base}/suspend`, { until, reason: 'Ensaio' });
    }
    case 'resume':
      return send(run, brandId, 'resume', `${base}/resume`, { reason: 'Ensaio' });
  }
}

async function send(run: Run, brandId: string, what: string, path: string, body: Record<string, unknown>) {
  const email = run.world.support;
  const reply = await run.asker.ask({ what, email, brandId, personId: 'support', method: 'POST', path, body });
  return reply !== null && reply.status < 300;
}

function timeAt(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(SP).toPlainTime().toString().slice(0, 5);
}
