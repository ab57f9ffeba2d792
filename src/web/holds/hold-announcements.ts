/** Announces new ready holds and new news to screen readers, on every screen of the seller's app. */
import { useEffect, useRef } from 'react';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { isNews, useEndedNews, useHolds } from '#web/shell/holds/use-holds.ts';
import { announce } from '#web/ui/notices/live-region.tsx';

/** Renders nothing. Holds that exist when the app opens are read on their screen and not announced. */
export function HoldAnnouncements(): null {
  const ready = useHolds('ready').data?.items;
  const waiting = useHolds('waiting').data?.items;
  const ended = useEndedNews().data?.items;
  const before = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (ready === undefined || waiting === undefined || ended === undefined) return;
    const news = [...ready, ...waiting, ...ended].filter(isNews);
    const known = before.current;
    before.current = new Set([...ready.map(readyKey), ...news.map(newsKey)]);
    if (known === null) return;
    const hasNewReady = ready.some((hold) => !known.has(readyKey(hold)));
    void announceHolds(
      hasNewReady ? ready.length : 0,
      news.filter((hold) => !known.has(newsKey(hold))),
    );
  }, [ready, waiting, ended]);
  return null;
}

async function announceHolds(ready: number, news: readonly HoldBody[]): Promise<void> {
  if (ready === 0 && news.length === 0) return;
  // The sentences belong to screens that load later, so that they are imported here and not with the first screen.
  const { holdWords } = await import('#web/shell/holds/hold-words.ts');
  const newsTexts = news.map(({ customer, sentence }) => `${customer.name}: ${sentence}`);
  announce([...(ready === 0 ? [] : [holdWords.now().list.toSend(ready)]), ...newsTexts].join(' '));
}

function readyKey({ attempt }: HoldBody): string {
  return `ready ${attempt.id}`;
}

function newsKey({ attempt, news, heldUntil }: HoldBody): string {
  return `${news} ${attempt.id} ${heldUntil}`;
}
