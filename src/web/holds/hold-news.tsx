/**
 * Shows what happened while the seller was away: to held messages (moved, passed on, ended), and to the silences that
 * customers asked for (D4b). Each is shown until the seller confirms it.
 */
import { useRef, useState } from 'react';
import { SilenceNews } from '#web/customers/silences/silence-news.tsx';
import type { HoldBody, SuggestionsPage } from '#web/shell/api/api-types.ts';
import { sayHoldSeen } from '#web/shell/api/change-hold.ts';
import { keys } from '#web/shell/api/keys.ts';
import { reads } from '#web/shell/api/use-read.ts';
import { holdPath } from '#web/shell/holds/hold-path.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { useWords } from '#web/shell/seller-words.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { AttentionIcon, ClockIcon } from '#web/ui/icons/icons.tsx';
import { focusHeading } from '#web/ui/layout/focus-heading.ts';
import { Band } from '#web/ui/notices/band.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { useHoldText } from './hold-text.ts';
import { useChanges } from './use-changes.ts';

/** More than this at once would be a chore: further ones appear as these are confirmed. */
const SHOWN = 3;

interface HoldNewsProps {
  readonly news: readonly HoldBody[];
  readonly silenceNews?: SuggestionsPage['silenceNews'];
}

export function HoldNews({ news, silenceNews = [] }: HoldNewsProps) {
  const h = useHoldWords();
  const section = useRef<HTMLElement>(null);
  // The pressed button has disappeared: the focus moves to the list of news, or after the last one to the screen's heading.
  const restoreFocus = () => {
    if (document.activeElement !== document.body) return;
    if (section.current) section.current.focus();
    else focusHeading();
  };
  return (
    <section ref={section} tabIndex={-1} className={styles.section} aria-label={h.news.title}>
      {news.slice(0, SHOWN).map((hold) => (
        <News key={hold.attempt.id} hold={hold} onSeen={restoreFocus} />
      ))}
      {silenceNews.slice(0, Math.max(0, SHOWN - news.length)).map((each) => (
        <SilenceNews key={each.id} news={each} onSeen={restoreFocus} />
      ))}
    </section>
  );
}

interface NewsProps {
  readonly hold: HoldBody;
  /** The entry calls this after its news was read and removed, together with the button that had the focus. */
  readonly onSeen: () => void;
}

function News({ hold, onSeen }: NewsProps) {
  const t = useWords();
  const h = useHoldWords();
  const text = useHoldText();
  const { restore } = useChanges(hold);
  const [busy, setBusy] = useState<'seen' | 'again' | null>(null);
  const { id } = hold.attempt;
  const act = async (what: 'seen' | 'again', work: () => Promise<unknown>) => {
    if (busy !== null) return;
    setBusy(what);
    await work();
    setBusy(null);
    onSeen();
  };
  const see = async () => {
    const answer = await sayHoldSeen(id);
    if (answer.kind === 'lost') showToast({ text: t.app.unsaid, tone: 'warn' });
    await reads.invalidate(keys.holds);
  };
  return (
    <Band
      tone={hold.parked ? 'warn' : 'hush'}
      picture={hold.parked ? <AttentionIcon size={24} /> : <ClockIcon size={24} />}
      title={hold.customer.name}
      action={
        <>
          {hold.mayReturn && (
            <Button busy={busy === 'again'} onClick={() => void act('again', restore)}>
              {h.news.again}
            </Button>
          )}
          {hold.ended === null && <ButtonLink href={holdPath(id)}>{h.leave.see}</ButtonLink>}
          {/* A parked message without news has no such button: reading changes nothing until somebody acts. */}
          {hold.news !== null && (
            <Button tone="text" busy={busy === 'seen'} onClick={() => void act('seen', see)}>
              {h.news.ok}
              <VisuallyHidden>{h.news.okFor(hold.customer.name)}</VisuallyHidden>
            </Button>
          )}
        </>
      }
    >
      {hold.parked ? hold.sentence : text.news(hold)}
    </Band>
  );
}
