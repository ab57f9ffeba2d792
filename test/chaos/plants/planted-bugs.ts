/** Lists the planted bugs, at least one for each scenario. */
import type { PlantedBug } from './planted-bug.ts';

const RELEASES = 'src/flows/holds/judge-release.ts';
const DUE = 'src/flows/holds/release-due.ts';

/** Without the fence check, a server that was suspended releases contacts that another server has claimed meanwhile. */
const noFence = {
  file: DUE,
  find: 'return rows.filter(({ id, fence }) => fences.get(id) === fence);',
  replace: 'void fences; return rows;',
};
const neverRetimed = {
  file: 'src/flows/holds/new-minute.ts',
  find: '|| keepsItsMinute(hold, asked, context)) return null;',
  replace: '|| keepsItsMinute(hold, asked, context) || asked.sellerId !== null) return null;',
};

export const plantedBugs: readonly PlantedBug[] = [
  {
    name: 'waiting contacts are not retimed',
    scenario: 'release',
    changes: [neverRetimed],
    breaks: ['retimed'],
  },
  {
    name: 'a release that does not decide again',
    scenario: 'release',
    changes: [
      neverRetimed,
      {
        file: RELEASES,
        find: 'const release = afterRelease(hold, decision, context.customer.availability, now);',
        replace:
          "const release = decision.reasons.length < 0 ? afterRelease(hold, decision, 'present', now) : { kind: 'ready' as const };",
      },
    ],
    breaks: ['early'],
  },
  {
    name: 'two servers claim the same contact',
    scenario: 'duo',
    changes: [
      noFence,
      {
        file: 'src/db/holds/due-holds.ts',
        find: 'lease_is_over(d.lease_until,',
        replace: 'lease_is_over(null,',
      },
    ],
    breaks: ['twice'],
  },
  {
    name: 'every contact of a seller gets the same minute',
    scenario: 'duo',
    changes: [
      {
        file: 'src/rules/holds/release-time.ts',
        find: 'const at = slotOf(morning, n, (minute) => takenMinutes.has(minute));',
        replace: 'const at = slotOf(morning, n * 0, (minute) => takenMinutes.has(minute) && minute < 0);',
      },
    ],
    breaks: ['slots'],
  },
  {
    name: "the store's opening hours are ignored",
    scenario: 'duo',
    changes: [
      {
        file: 'src/rules/holds/working-time.ts',
        find: 'const working = store.hours.length === 0 ? open : intersect(open, openIntervals(store, from, to));',
        replace: 'const working = open;',
      },
    ],
    breaks: ['early'],
  },
  {
    name: 'a hold whose ready_at differs from the log',
    scenario: 'duo',
    changes: [
      {
        file: 'src/db/holds/hold-change-statement.ts',
        find: "case when w.kind = 'ready' then w.at when",
        replace: "case when w.kind = 'ready' then w.at + interval '1 minute' when",
      },
    ],
    breaks: ['logged'],
  },
  {
    name: 'a stop that does not end held contacts',
    scenario: 'revoke',
    changes: [
      {
        file: 'src/flows/contact/record-outcome.ts',
        find: "await endHoldsOf(tx, brandId, whose, { reason: 'opted_out', by: seller.personId, at: now });",
        replace: 'void [endHoldsOf, whose];',
      },
      {
        file: RELEASES,
        find: 'const { decision } = decide(context);',
        replace: 'const { decision } = decide({ ...context, customer: { ...context.customer, optedOutAt: null } });',
      },
    ],
    breaks: ['stopped'],
  },
  {
    name: 'a release decided for the instant of its claim',
    scenario: 'zombie',
    changes: [
      {
        file: DUE,
        find: 'const host = hostNow();',
        replace: 'const host = hostNow(); const then = now(); deps = { ...deps, now: () => then };',
      },
    ],
    breaks: ['early'],
  },
  {
    name: 'a database that answers before it has written',
    scenario: 'kill',
    changes: [
      {
        file: 'src/db/core/installation/roles.ts',
        find: "lock_timeout: '5s',",
        replace: "lock_timeout: '5s', synchronous_commit: 'off',",
      },
    ],
    breaks: ['lost'],
  },
  {
    name: 'a held contact that is not counted',
    scenario: 'kill',
    changes: [
      {
        file: 'src/db/record/ledgers.ts',
        find: 'holds => $',
        replace: 'holds => 0 * $',
      },
    ],
    breaks: ['unaccounted'],
  },
  {
    name: 'a clock that is always believed',
    scenario: 'clock',
    changes: [
      {
        file: 'src/main/server/services.ts',
        find: 'clockIsSafe: () => hostClock.isSafe(),',
        replace: 'clockIsSafe: () => true || hostClock.isSafe(),',
      },
    ],
    breaks: ['clock'],
  },
  {
    name: 'a server that closes busy connections when it stops',
    scenario: 'roll',
    changes: [
      { file: 'src/http/core/app.ts', find: "forceCloseConnections: 'idle',", replace: 'forceCloseConnections: true,' },
      { file: 'src/main/server/wire.ts', find: 'isStopping = true;', replace: 'isStopping = false;' },
    ],
    breaks: ['served'],
  },
  {
    name: 'open suggestions that use no place of their seller',
    scenario: 'suggest',
    changes: [
      {
        file: 'src/rules/campaigns/plan-day.ts',
        find: 'quotas.use(open.sellerId, open.campaignId);\n      return facts;',
        replace: 'return facts;',
      },
    ],
    breaks: ['suggested'],
  },
  {
    name: 'a run that is finished before its suggestions are written',
    scenario: 'suggest',
    changes: [
      {
        file: 'src/flows/campaigns/suggest-store-day.ts',
        find: 'if (plan !== null) return await writeDay(deps, claimed, plan);',
        replace:
          'if (plan !== null) { await deps.db.inBrand(brandId, async (tx) => tx.send(markSuggestionRunFinished, { ...run, at: deps.now() })); return await writeDay(deps, claimed, plan); }',
      },
      {
        file: 'src/db/campaigns/suggestion-runs.ts',
        find: ".where('fence', '=', p.fence)\n    .where('finishedAt', 'is', null)",
        replace: ".where('fence', '=', p.fence)",
      },
    ],
    breaks: ['suggested'],
  },
  {
    name: 'sessions read by a named statement behind a pooler',
    scenario: 'pooler',
    changes: [
      {
        file: 'src/db/core/open-database.ts',
        find: 'queryOf(naming, statement, args)',
        replace: "queryOf('named', statement, args)",
      },
    ],
    breaks: ['served'],
  },
];
