/** Starts the server's background work: releases of held contacts, suggestions, push notifications, mails, listening, and chores. */
import { join } from 'node:path';
import type { Language } from '#contract/core/common.ts';
import { listen } from '#db/core/connection/listen.ts';
import { signingKeyOf } from '#db/core/installation/signing-key.ts';
import { countHolds } from '#flows/holds/account-for-holds.ts';
import { readRecordKeys } from '#flows/record/record-keys.ts';
import { type SuggestionRounds, startSuggestionRounds } from '#jobs/campaigns/suggestion-rounds.ts';
import { startChores } from '#jobs/core/chores.ts';
import { startDueMoves } from '#jobs/customers/due-moves.ts';
import { type Dispatcher, startDispatcher } from '#jobs/holds/dispatcher.ts';
import { type MailSender, startMailSender } from '#jobs/mail/mail-sender.ts';
import { startWeekMails } from '#jobs/mail/week-mails.ts';
import { readyNotices } from '#jobs/push/ready-notices.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { headsKeeper } from '#main/record/head-file.ts';
import { readyNotice } from '#words/push/ready-notice.ts';
import type { Services } from './services.ts';

/** How often a server reads the demo's clock, for a server that the database cannot notify. */
const FOLLOW_MS = 2_000;

/** Starts the dispatcher, which releases held contacts, notifies devices of ready contacts, and carries out moves and days off. */
export function startReleases({ attempts, policies, push, metrics, onError, ...services }: Services) {
  const counted = metrics.countPush;
  const notices = push && readyNotices({ ...policies, push: push.send, noticeOf: noticeFor, counted, onError });
  const dispatcher = startDispatcher({
    ...attempts,
    onReleased: (released) => {
      for (const each of released) metrics.observeRelease(each);
      notices?.tell(released.filter(({ became }) => became === 'ready'));
    },
    onError,
  });
  const dueMoves = startDueMoves({ ...attempts, onError });
  services.wakeOnUnfinishedMove(() => void dueMoves.wake());
  services.startOnClockMove({
    wake: () => {
      void dispatcher.wake();
      void dueMoves.wake();
    },
  });
  metrics.countHoldsBy(() => countHolds(policies.db));
  return { dispatcher, notices, dueMoves };
}

/** Starts the rounds that make suggestions, also for the day to which the demo's clock is moved. */
export function startSuggestions({ attempts, metrics, onError, ...services }: Services): SuggestionRounds {
  const rounds = startSuggestionRounds({ ...attempts, onSuggested: metrics.observeSuggestions, onError });
  services.startOnClockMove({ suggest: () => rounds.clockMoved() });
  return rounds;
}

/** Starts the sender of waiting mails and, where a mail server is set, the rounds that queue the summaries of weeks. */
export function startMails({ mails, attempts, metrics, onError, ...services }: Services): MailSender {
  const { timelines, now } = attempts;
  const sender = startMailSender({ ...mails, timelines, now, onTried: metrics.countMail, onError });
  if (mails.mailer === null) return sender;
  const weekMails = startWeekMails({ ...attempts, onError });
  services.startOnClockMove({ summarize: () => void weekMails.wake() });
  const close = async () => {
    await weekMails.close();
    await sender.close();
  };
  return { ...sender, close };
}

/** Wakes live streams, the dispatcher, the rounds of suggestions and the sender of mails on notifications of the database; returns null if the server gets no notifications. */
export function startListening(
  { listenUrl }: Installation,
  services: Services,
  {
    dispatcher,
    mailSender,
    suggestionRounds,
  }: {
    readonly dispatcher: Dispatcher;
    readonly mailSender: MailSender;
    readonly suggestionRounds: SuggestionRounds;
  },
) {
  const { hub, shared, hostClock, onError } = services;
  if (!listenUrl) return null;
  return listen({
    url: listenUrl,
    channels: {
      oto_live: (brandId) => hub.wake(brandId),
      oto_clock: () => void shared?.follow().catch(onError),
      oto_clock_clear: () => hostClock.clear(),
      oto_due: () => void dispatcher.wake(),
      oto_mails: () => void mailSender.wake(),
      oto_suggestions: () => void suggestionRounds.wake(),
    },
    onConnected: () => {
      hub.wakeAll();
      void dispatcher.wake();
      void mailSender.wake();
      void suggestionRounds.wake();
    },
    onError,
  });
}

/** Reads the demo's clock every two seconds; returns the function that stops this. Does nothing in production. */
export function followDemoClock({ shared, onError }: Services): () => void {
  const following = setInterval(() => void shared?.follow().catch(onError), FOLLOW_MS);
  return () => clearInterval(following);
}

/** Starts the chores with the folder of head files; returns the function that stops them. */
export function startServerChores(
  { dir, secret }: Installation,
  { attempts, imports, metrics, onError }: Services,
): () => Promise<void> {
  return startChores({
    ...attempts,
    keepHeads: headsKeeper(join(dir, 'heads'), signingKeyOf(secret), () => readRecordKeys(attempts.db)),
    onAccounted: (missing) => metrics.setUnaccounted(missing),
    recoverImports: (brandId) => imports.runs.tidy(brandId),
    onError,
  });
}

/** Returns the notification's payload as the service worker reads it. */
function noticeFor(lang: Language, count: number): string {
  return JSON.stringify({ body: readyNotice(lang, count), lang });
}
