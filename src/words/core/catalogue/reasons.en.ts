/** The sentences that say why a contact was refused or warned, in English. */
import type { Reason } from '#rules/contact/decision.ts';
import { type BrandName, sentenceStart, theBrand } from '#words/core/brand.ts';
import { atTime, itIs, plural } from '#words/core/format.ts';
import type { ProblemParams, Say } from '#words/core/text.ts';
import type { ReasonWords } from './reasons.pt-BR.ts';

const language = 'en';

export const reasons: Record<Reason, ReasonWords> = {
  customer_unavailable: { block: unavailable, warn: unavailable },
  opted_out: { block: optedOut, warn: optedOut },
  no_permission: {
    block: (p) => ({
      title: 'Permission is missing',
      detail: `${missingPermission(p)} The next visit to the store is a good moment to ask.`,
    }),
    warn: (p) => ({
      title: 'Check before you send',
      detail: `${missingPermission(p)} Go on only if you were asked to write.`,
    }),
  },
  do_not_call_list: {
    block: (p) => ({
      title: 'Do-not-call list',
      detail: `${onList(p)} A yes from the customer, noted on the profile with its date, makes the contact possible. Your text is kept.`,
    }),
    warn: (p) => ({ title: 'Do-not-call list', detail: `${onList(p)} Go on only if you were asked to write.` }),
  },
  quiet_hours: {
    block: (p) => ({ title: 'Quiet hours now', detail: `${brandIsQuiet(p)} ${opening(p)}` }),
    warn: (p) => ({
      title: 'Not a good time',
      detail: `${quietWhereTheyAre(p)} A message now may disturb, and people who are disturbed tend to block.`,
    }),
  },
  zone_uncertain: {
    block: (p) => ({ title: 'Quiet hours now', detail: `${uncertainZone(p)} ${opening(p)}` }),
    warn: (p) => ({ title: 'Not a good time', detail: `${uncertainZone(p)} ${opening(p)}` }),
  },
  customer_asked_silence: {
    block: (p) => ({ title: 'No messages on request', detail: `${askedSilence(p)} ${opening(p)}` }),
    warn: (p) => ({
      title: 'No messages on request',
      detail: `${askedSilence(p)} A message now goes against that wish.`,
    }),
  },
  contacted_recently: {
    block: (p) => ({ title: 'A recent contact', detail: `${contactedRecently(p)} Your text is kept.` }),
    warn: (p) => ({ title: 'A recent contact', detail: contactedRecently(p) }),
  },
  unanswered: {
    block: (p) => ({ title: 'No answer so far', detail: `${unanswered(p)} Your text is kept.` }),
    warn: (p) => ({ title: 'No answer so far', detail: unanswered(p) }),
  },
  pace: { block: paceReached, warn: paceReached },
  clock_unsafe: { block: clockUnsafe, warn: clockUnsafe },
};

function unavailable({ customer, availability }: ProblemParams): ReturnType<Say> {
  if (availability === 'erased' || availability === 'merged') {
    return { title: 'Record closed', detail: 'This record no longer exists.' };
  }
  const record = customer == null ? 'on file' : `on file for ${customer}`;
  return { title: 'A number is missing', detail: `There is no mobile number with WhatsApp ${record}.` };
}

function optedOut({ customer }: ProblemParams): ReturnType<Say> {
  return {
    title: 'No messages, please',
    detail: `${customer || 'The customer'} asked not to get messages. Let us respect that.`,
  };
}

function missingPermission({ customer }: ProblemParams): string {
  return `${customer || 'The customer'} has not yet agreed to be contacted on WhatsApp.`;
}

function onList({ customer }: ProblemParams): string {
  return `The number of ${customer || 'the customer'} is on the do-not-call list.`;
}

function brandIsQuiet({ brand, since, until }: ProblemParams): string {
  const name: BrandName | null = brand == null ? null : { name: String(brand), article: '' };
  const who = name === null ? 'The brand' : sentenceStart(theBrand(language, name));
  if (since != null && until != null) {
    return `${who} does not start conversations between ${since} and ${until}, so as not to disturb customers.`;
  }
  if (until != null) return `${who} does not start conversations until ${until}, so as not to disturb customers.`;
  return `${who} does not start conversations at this hour, so as not to disturb customers.`;
}

function opening({ opens, customer }: ProblemParams): string {
  if (opens === null) return 'No open time is foreseen. Please talk to your store manager.';
  if (opens === undefined) return 'Your text is kept.';
  const whom = customer == null ? 'start conversations' : `write to ${customer}`;
  return `From ${opens} on you can ${whom}. Your text is kept.`;
}

function askedSilence({ customer, asked }: ProblemParams): string {
  const what = asked == null ? 'at this time' : `at these times: ${asked}`;
  return `${customer || 'The customer'} asked not to get messages ${what}.`;
}

function contactedRecently({ brand, customer, contacted, opens }: ProblemParams): string {
  const who = brand == null ? 'The brand' : sentenceStart(theBrand(language, { name: String(brand), article: '' }));
  const so = `${who} already wrote to ${customer ?? 'this number'}`;
  const wait = opens == null ? 'Better to wait a few days.' : `Better to wait until ${opens}.`;
  return `${so} ${contacted ?? 'a short time ago'}. ${wait}`;
}

function unanswered({ customer, unanswered: contacts, dates, opens }: ProblemParams): string {
  const last = contacts == null ? 'the last contacts' : `the last ${contacts} contacts`;
  const which = dates == null ? '' : ` (${dates})`;
  const wait = opens == null ? '' : ` From ${opens} on you can try again, or earlier after an answer or a purchase.`;
  return `${customer || 'The customer'} did not answer ${last}${which}. Insisting tends to drive people away.${wait}`;
}

function paceReached({ count: contacts, minutes, free }: ProblemParams): ReturnType<Say> {
  const so =
    contacts == null || minutes == null
      ? 'That was a lot of contacts in a short time.'
      : `That was ${plural(language, Number(contacts), { one: '1 contact', other: `${contacts} contacts` })} in ${minutes} min.`;
  const next = free == null ? '' : ` The next one is good ${atTime(language, String(free))}.`;
  return { title: 'A short breather', detail: `${so} A breather keeps it from looking like spam.${next}` };
}

function clockUnsafe(): ReturnType<Say> {
  return {
    title: 'One moment',
    detail: 'We are setting the system’s clock. Try again in a few minutes; your text is kept.',
  };
}

function quietWhereTheyAre({ hour, city, until }: ProblemParams): string {
  const here = hour == null ? null : `${itIs(language, String(hour))}${city == null ? '' : ` in ${city}`}`;
  if (until == null) return here === null ? 'These are quiet hours.' : `${here}, and these are quiet hours.`;
  return here === null ? `Quiet hours last until ${until}.` : `${here}, and quiet hours last until ${until}.`;
}

function uncertainZone({ customer }: ProblemParams): string {
  const where = customer == null ? 'in this store' : `where ${customer} is`;
  return `We are not sure what time it is ${where}, so we take the most careful answer.`;
}
