/** One line over the day's lists: the hours, how much is ready and how much is new. Opened, the line shows what is new. */
import { type ReactNode, Suspense, useId, useState } from 'react';
import type { AttemptBody, HoldBody, SuggestionsPage } from '#web/shell/api/api-types.ts';
import { lazyPart, lazyScreen } from '#web/shell/lazy-screens.ts';
import { QuietNotice } from '#web/shell/quiet/quiet-notice.tsx';
import { useWords } from '#web/shell/seller-words.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { dateOn } from '#words/core/format.ts';
import styles from './status-line.module.css';

const StateRing = lazyPart(async () => (await import('#web/ui/ring/state-ring.tsx')).StateRing);
const HoldNews = lazyScreen(async () => (await import('#web/holds/hold-news.tsx')).HoldNews);
const SentQuestion = lazyScreen(async () => (await import('./unconfirmed-contacts.tsx')).SentQuestion);

export interface StatusLineProps {
  /** How many contacts the day suggests; null until the suggestions are read. */
  readonly suggested: number | null;
  readonly ready: number;
  readonly news: readonly HoldBody[];
  readonly silenceNews: SuggestionsPage['silenceNews'];
  /** The contacts that wait for the answer to "Você enviou?". */
  readonly unsaid: readonly AttemptBody[];
}

export function StatusLine({ suggested, ready, news, silenceNews, unsaid }: StatusLineProps) {
  const t = useWords();
  const { hours, silence, now, zone } = useShop();
  const [open, setOpen] = useState(false);
  const partId = useId();
  const title = useTitle(suggested);
  const newsCount = news.length + silenceNews.length;
  const parts = [
    ready > 0 && t.status.ready(ready),
    newsCount > 0 && t.status.news(newsCount),
    unsaid.length > 0 && t.status.unsaid(unsaid.length),
  ].filter((part) => part !== false);
  const hasRing = hours.active || silence.quiet;
  const canOpen = newsCount + unsaid.length > 0 || silence.quiet;
  const content: ReactNode = (
    <>
      {hasRing && (
        <span className={styles.ring}>
          <Suspense>
            <StateRing policy={hours.policy} now={now} zone={zone} size={40} />
          </Suspense>
        </span>
      )}
      <span className={styles.text}>
        <span className={styles.title}>{title}</span>
        {parts.length > 0 && <span className={styles.told}>{parts.join(' · ')}</span>}
      </span>
    </>
  );

  return (
    <section className={styles.status} data-quiet={silence.quiet} aria-label={t.status.label}>
      {canOpen ? (
        <button
          type="button"
          className={styles.line}
          aria-expanded={open}
          aria-controls={partId}
          onClick={() => setOpen(!open)}
        >
          {content}
          <span className={styles.arrow} aria-hidden="true">
            {open ? '▴' : '▾'}
          </span>
        </button>
      ) : (
        <div className={styles.line}>{content}</div>
      )}
      <QuietNotice />
      <div id={partId} hidden={!open} className={styles.opened}>
        {open && (
          <Suspense>
            {silence.quiet && <p className={styles.more}>{t.quiet.more}</p>}
            {unsaid.map((attempt) => (
              <SentQuestion key={attempt.id} attempt={attempt} />
            ))}
            {newsCount > 0 && <HoldNews news={news} silenceNews={silenceNews} />}
          </Suspense>
        )}
      </div>
    </section>
  );
}

/** Returns the line's title: the quiet hours now or next, else only the number of suggestions. */
function useTitle(suggested: number | null): string {
  const t = useWords();
  const say = useTimeText();
  const { hours, silence, now, zone } = useShop();
  const { quiet, until, next, minutesLeft } = silence;
  const count = suggested === null || suggested === 0 ? t.quiet.noneSuggested : t.quiet.suggested(suggested);
  if (quiet) return `${t.quiet.title} ${until === null ? t.quiet.forNow : t.quiet.until(say.when(until))}`;
  if (minutesLeft !== null) return t.quiet.startsIn(minutesLeft);
  if (next !== null) {
    const today = dateOn(next, zone) === dateOn(now, zone);
    return t.quiet.startsAt(today ? say.time(next) : say.when(next), today);
  }
  return hours.reason === 'suspended' ? t.quiet.paused : count;
}
