/** Shows what is in force for a brand and what is coming, with the buttons to suspend and resume. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Brand, HistoryItem } from '#web/shell/support/brands-api.ts';
import { PlayIcon } from '#web/shell/support/support-icons.tsx';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { PauseIcon } from '#web/ui/icons/icons.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { StateRing } from '#web/ui/ring/state-ring.tsx';
import { when } from '#words/core/format.ts';
import { ResumeSheet, SuspendSheet } from './pause-sheets.tsx';
import { policyStateText } from './policy-state.ts';
import styles from './policy-state-band.module.css';

interface Props {
  readonly brand: Brand;
  readonly history: readonly HistoryItem[];
  readonly now: Instant;
}

export function PolicyStateBand({ brand, history, now }: Props) {
  const t = useWords();
  const language = useLanguage();
  const [open, setOpen] = useState<'suspend' | 'resume' | null>(null);
  const { quietHours, zone, plan } = brand;
  const { coming } = quietHours;
  const at = (instant: string) => when(language, Date.parse(instant), now, zone);
  const suspended = quietHours.reason === 'suspended';
  const published = history.some(({ kind }) => kind === 'publish');

  return (
    <Band
      tone={quietHours.active ? 'hush' : 'day'}
      picture={<StateRing policy={quietHours.active ? quietHours.policy : null} now={now} zone={zone} size={72} />}
      title={policyStateText(t, language, brand, now)}
      action={
        published &&
        plan !== 'starter' &&
        (suspended ? (
          <Button icon={<PlayIcon size={18} />} onClick={() => setOpen('resume')}>
            {t.resume}
          </Button>
        ) : (
          <Button icon={<PauseIcon size={18} />} onClick={() => setOpen('suspend')}>
            {t.suspend}
          </Button>
        ))
      }
    >
      {quietHours.active ? (
        <p>{quietHours.sentence}</p>
      ) : (
        <p>
          <Idle brand={brand} history={history} now={now} />
        </p>
      )}
      {coming && (
        <p className={coming.paused ? undefined : styles.coming}>
          {coming.paused ? `${t.comingPaused(at(coming.from))}:` : <b>{t.coming(at(coming.from))}:</b>}{' '}
          {coming.sentence}
        </p>
      )}
      {open === 'suspend' && <SuspendSheet brand={brand} now={now} onClose={() => setOpen(null)} />}
      {open === 'resume' && <ResumeSheet brand={brand} onClose={() => setOpen(null)} />}
    </Band>
  );
}

/** Shows why no quiet hours are in force. */
function Idle({ brand: { quietHours, zone }, history, now }: Props) {
  const t = useWords();
  const language = useLanguage();
  if (quietHours.reason !== 'suspended') return t.nothingInForce;
  if (history.find(({ kind }) => kind === 'suspend')?.cause === 'plan') return t.pausedByPlan;
  if (quietHours.suspendedUntil === null) return t.pausedOpenEnd;
  return t.pausedUntil(when(language, Date.parse(quietHours.suspendedUntil), now, zone));
}
