/** Tests the pace of a seller's new contacts, and the spread of held contacts after an opening (D7, P1, P3). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '#kit/case-tables.ts';
import { aContext, quietFrom, SAO_PAULO, wall } from '#kit/context-fixture.ts';
import { decide } from '#rules/contact/decide.ts';
import { type SlotOpening, slotOf } from '#rules/contact/pace.ts';
import { DEFAULT_POLICY, type Policy } from '#rules/policy/policy.ts';

// The limit is ten contacts in ten minutes; quiet from 20:00 to 08:00. The seller began "sent" contacts, one each minute,
// the last at "last". "free" is when the next contact is allowed without a warning.
const BURSTS = linesOf(
  ['sent', 'last', 'at', 'the brand', 'how', 'answer', 'free'],
  `
  sent | last  | at           | the brand | how        | answer                | free
  -----|-------|--------------|-----------|------------|-----------------------|-------
  9    | 15:09 | 15:09        | warns     | suggestion | allow                 | –
  10   | 15:09 | 15:09        | warns     | suggestion | warn for pace         | 15:10
  10   | 15:09 | 15:09:59.999 | warns     | suggestion | warn for pace         | 15:10
  10   | 15:09 | 15:10        | warns     | suggestion | allow                 | –
  10   | 15:09 | 15:09        | warns     | profile    | warn for pace         | 15:10
  10   | 15:09 | 15:09        | blocks    | suggestion | block for pace        | 15:10
  10   | 15:09 | 15:09        | blocks    | profile    | block for pace        | 15:10
  10   | 15:09 | 15:09        | is off    | suggestion | allow                 | –
  10   | 15:09 | 15:09        | warns     | reply      | allow                 | –
  10   | 15:09 | 15:09        | blocks    | reply      | allow                 | –
  10   | 15:09 | 15:09        | blocks    | service    | allow                 | –
  10   | 15:09 | 15:09        | warns     | automation | block for pace        | 15:10
  14   | 15:09 | 15:09        | warns     | suggestion | warn for pace         | 15:10
  10   | 19:59 | 19:59:30     | warns     | suggestion | warn for pace         | 08:00
  10   | 20:05 | 20:05        | blocks    | suggestion | block for quiet_hours | 08:00
  10   | 20:05 | 20:05        | warns     | profile    | warn for quiet_hours  | 08:00
  `,
);
const ACTIONS = { warns: 'warn', blocks: 'block', 'is off': 'off' } as const;

for (const { sent, last, at, 'the brand': brand, how, answer, free } of BURSTS) {
  test(`P1: ${sent} until ${last}, at ${at} one more (${how}), where the brand ${brand}: ${answer}`, () => {
    const now = wall(`2026-08-05T${at}`, SAO_PAULO);
    const lastAt = wall(`2026-08-05T${last}`, SAO_PAULO);
    const context = aContext({
      now,
      policy: policyWithPace(ACTIONS[brand as keyof typeof ACTIONS]),
      pacedAt: Array.from({ length: Number(sent) }, (_, i) => lastAt - i * 60_000),
      ...wishOf(how, now),
    });
    const { decision } = decide(context);
    assert.equal(decision.reason === null ? decision.verdict : `${decision.verdict} for ${decision.reason}`, answer);
    const day = free < at.slice(0, 5) ? '2026-08-06' : '2026-08-05';
    assert.equal(decision.opensAt, free === '–' ? null : wall(`${day}T${free}`, SAO_PAULO));
  });
}

test('D7: an acknowledgement of the pace passes a warning of the pace, and another acknowledgement does not', () => {
  const now = wall('2026-08-05T15:09', SAO_PAULO);
  const burst = {
    now,
    policy: policyWithPace('warn'),
    pacedAt: Array.from({ length: 10 }, (_, i) => now - i * 60_000),
  };
  assert.equal(decide(aContext({ ...burst, acknowledged: ['pace'] })).decision.verdict, 'allow');
  assert.equal(decide(aContext({ ...burst, acknowledged: ['quiet_hours'] })).decision.verdict, 'warn');
});

// The held contacts of one seller in the order in which they were held. "offset" is the seller's offset in minutes;
// "closes" is the next quiet start or the store's closing.
const MORNINGS = linesOf(
  ['opens', 'closes', 'spread', 'offset', 'held contacts come back at'],
  `
  opens    | closes | spread | offset | held contacts come back at
  ---------|--------|--------|--------|-----------------------------------------------------
  10:00    | 20:00  | 120    | 7      | 10:07 11:07 10:37 11:37 10:22 11:22 10:52 11:52
  10:00    | 20:00  | 120    | 0      | 10:00 11:00 10:30 11:30 10:15 11:15 10:45 11:45
  10:00    | 20:00  | 60     | 3      | 10:03 10:33 10:18 10:48 10:10 10:40 10:25 10:55
  10:00:01 | 20:00  | 120    | 7      | 10:08 11:08 10:38 11:38
  10:00    | 10:40  | 120    | 0      | 10:00 10:20 10:10 10:30 10:05 10:25 10:15 10:35
  10:00    | 10:03  | 120    | 0      | 10:00 10:01 10:02 –
  10:00    | 10:03  | 120    | 4      | 10:01 10:02 –
  10:00    | 20:00  | 0      | 2      | 10:02 10:03 10:04 10:05
  10:00    | 10:00  | 120    | 5      | –
  `,
);

for (const { opens, closes, spread, offset, 'held contacts come back at': minutes } of MORNINGS) {
  test(`P3: from ${opens} to ${closes}, spread over ${spread} min, offset ${offset}: ${minutes}`, () => {
    const morning: SlotOpening = {
      openSpan: { start: wall(`2026-08-05T${opens}`, SAO_PAULO), end: wall(`2026-08-05T${closes}`, SAO_PAULO) },
      spreadMinutes: Number(spread),
      offsetMinutes: Number(offset),
    };
    const taken = new Set<number>();
    const times = minutes.split(' ').map((_, n) => {
      const at = slotOf(morning, n, (minute) => taken.has(minute));
      if (at === null) return '–';
      taken.add(at);
      return Temporal.Instant.fromEpochMilliseconds(at)
        .toZonedDateTimeISO(SAO_PAULO)
        .toPlainTime()
        .toString({ smallestUnit: 'minute' });
    });
    assert.equal(times.join(' '), minutes);
  });
}

function policyWithPace(action: Policy['pace']['seller']['action']): Policy {
  return quietFrom('20:00', '08:00', { pace: { ...DEFAULT_POLICY.pace, seller: { max: 10, perMinutes: 10, action } } });
}

function wishOf(how: string, now: number) {
  switch (how) {
    case 'suggestion':
      return { wish: { suggestionOpen: true } };
    case 'reply':
      return {
        wish: { channel: 'cloud_api' as const },
        conversation: { lastInboundAt: now - 60_000, lastOutboundAt: null },
      };
    case 'service':
      return { wish: { actor: 'machine' as const, message: 'utility' as const } };
    case 'automation':
      return { wish: { actor: 'machine' as const } };
    default:
      return {};
  }
}
