/** What comes while the app is open is said to who does not see it, on whichever screen: it is ready, or something became of it. */
import { useEffect, useRef } from 'react';
import type { HoldBody } from '#web/shell/api/wire.ts';
import { isNews, useEndedNews, useHolds } from '#web/shell/holds/use-holds.ts';
import { announce } from '#web/ui/notices/spoken.tsx';

/** Draws nothing. What is there when the app is opened is read on its screen, and not said. */
export function SpokenHolds(): null {
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
    const readied = ready.some((hold) => !known.has(readyKey(hold)));
    void say(
      readied ? ready.length : 0,
      news.filter((hold) => !known.has(newsKey(hold))),
    );
  }, [ready, waiting, ended]);
  return null;
}

async function say(ready: number, news: readonly HoldBody[]): Promise<void> {
  if (ready === 0 && news.length === 0) return;
  // With the words of the screens that show them, which are not among what is fetched first.
  const { holdWords } = await import('#web/shell/holds/hold-words.ts');
  const told = news.map(({ customer, sentence }) => `${customer.name}: ${sentence}`);
  announce([...(ready === 0 ? [] : [holdWords.now().list.toSend(ready)]), ...told].join(' '));
}

function readyKey({ attempt }: HoldBody): string {
  return `ready ${attempt.id}`;
}

function newsKey({ attempt, news, heldUntil }: HoldBody): string {
  return `${news} ${attempt.id} ${heldUntil}`;
}
