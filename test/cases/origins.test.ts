/** Tests the origin that `originOf` derives for a wish, whatever origin the caller claims ("Origins"). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from '#kit/case-tables.ts';
import type { Origin } from '#rules/contact/decision.ts';
import type { MessageKind } from '#rules/contact/decision-context.ts';
import { originOf } from '#rules/contact/origin.ts';

const NOW = 1_786_000_000_000;

// "wrote" and "we wrote" are hours before now, on the channel of the message; "says" is the claimed origin.
const CASES = linesOf(
  ['who', 'message', 'suggestion', 'wrote', 'we wrote', 'says', 'origin', 'noted', 'why'],
  `
  who     | message        | suggestion | wrote  | we wrote | says       | origin     | noted      | why
  --------|----------------|------------|--------|----------|------------|------------|------------|----
  person  | text           | open       | –      | –        | –          | suggestion | –          | an open suggestion was named
  person  | text           | –          | –      | –        | –          | profile    | –          | any other contact by a person
  machine | text           | –          | –      | –        | –          | automation | –          | whatever a machine asks
  machine | text           | open       | –      | –        | –          | automation | –          | only persons work through the list
  person  | text           | –          | 1      | –        | –          | reply      | –          | never answered yet
  machine | text           | –          | 1      | –        | –          | reply      | –          | a due answer, also by a machine
  person  | text           | –          | 23.99  | 24       | –          | reply      | –          | newer than our last, window open
  person  | text           | –          | 24     | 25       | –          | profile    | –          | the window closes at 24 h sharp
  person  | text           | –          | 30     | –        | –          | profile    | –          | the window has closed
  person  | text           | –          | 3      | 2        | –          | profile    | –          | answered, and three hours ago
  person  | text           | –          | 1.99   | 1        | –          | reply      | –          | answered, but within two hours
  person  | text           | –          | 2      | 1        | –          | profile    | –          | two hours sharp are over
  person  | text           | –          | 5      | 5        | –          | profile    | –          | not newer than our last
  person  | text           | –          | 1      | 1        | –          | reply      | –          | within two hours all the same
  person  | text           | –          | 0      | –        | –          | reply      | –          | the customer wrote at this instant
  person  | text           | –          | -0.001 | –        | –          | profile    | –          | a message of the future is ignored
  person  | marketing      | –          | 1      | –        | –          | profile    | –          | a reply is free text
  machine | marketing      | –          | 1      | –        | –          | automation | –          | a reply is free text
  person  | text           | open       | 1      | –        | –          | suggestion | –          | a suggestion is no reply, even after a message
  machine | utility        | –          | –      | –        | –          | service    | –          | as Meta approved the template
  machine | authentication | –          | –      | –        | –          | service    | –          | as Meta approved the template
  person  | utility        | –          | –      | –        | –          | service    | –          | as Meta approved the template
  person  | utility        | open       | –      | –        | –          | suggestion | –          | an open suggestion was named
  machine | confirmation   | –          | –      | –        | –          | service    | –          | our one confirmation of a stop or resume
  person  | confirmation   | –          | –      | –        | –          | profile    | –          | only machines send confirmations
  person  | text           | open       | –      | –        | profile    | suggestion | profile    | a weaker claim is noted
  person  | text           | –          | –      | –        | reply      | profile    | reply      | a weaker claim is noted
  person  | text           | –          | –      | –        | service    | profile    | service    | a weaker claim is noted
  machine | marketing      | –          | –      | –        | service    | automation | service    | a caller cannot choose the category
  machine | text           | –          | –      | –        | profile    | automation | profile    | a machine is no person
  person  | text           | –          | –      | –        | suggestion | suggestion | –          | the stricter claim counts
  person  | text           | –          | 1      | –        | profile    | profile    | –          | the stricter claim counts
  machine | utility        | –          | –      | –        | automation | automation | –          | the stricter claim counts
  person  | text           | –          | –      | –        | automation | automation | –          | the stricter claim counts
  machine | text           | –          | –      | –        | suggestion | suggestion | –          | the stricter claim counts
  machine | utility        | –          | 1      | –        | reply      | reply      | –          | the stricter claim counts
  person  | text           | –          | –      | –        | profile    | profile    | –          | a correct claim is not noted
  `,
);

for (const line of CASES) {
  const { who, message, suggestion, says, origin, noted, why } = line;
  const name = `${who}, ${message}, suggestion ${suggestion}, wrote ${line.wrote}, we ${line['we wrote']}, says ${says}`;
  test(`${name}: ${origin} (${why})`, () => {
    const used = originOf({
      now: NOW,
      wish: {
        actor: who === 'person' ? 'person' : 'machine',
        claimed: says === '–' ? null : (says as Origin),
        suggestionOpen: suggestion === 'open',
        channel: 'cloud_api',
        message: message as MessageKind,
      },
      conversation: { lastInboundAt: hoursAgo(line.wrote), lastOutboundAt: hoursAgo(line['we wrote']) },
    });
    assert.equal(used.origin, origin);
    assert.equal(used.claimed, noted === '–' ? null : noted);
  });
}

test('a reply ends with its service window or after two hours, and other origins have no end', () => {
  const until = (wrote: string, weWrote: string, claimed: Origin | null = null) =>
    originOf({
      now: NOW,
      wish: { actor: 'person', claimed, suggestionOpen: false, channel: 'cloud_api', message: 'text' },
      conversation: { lastInboundAt: hoursAgo(wrote), lastOutboundAt: hoursAgo(weWrote) },
    }).until;
  assert.equal(until('5', '–'), NOW + 19 * 3_600_000);
  assert.equal(until('1', '–'), NOW + 23 * 3_600_000);
  assert.equal(until('1', '0.5'), NOW + 3_600_000);
  assert.equal(until('–', '–'), null);
  assert.equal(until('1', '–', 'profile'), null);
});

function hoursAgo(hours: string): number | null {
  return hours === '–' ? null : NOW - Number(hours) * 3_600_000;
}
