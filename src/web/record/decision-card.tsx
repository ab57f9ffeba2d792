/** Explains one decision: its origin, each clock, each check, the answer for other origins, and the proof. */
import type { ReactNode } from 'react';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Tag } from '#web/ui/forms/chip.tsx';
import { AttentionIcon, ClockIcon } from '#web/ui/icons/icons.tsx';
import { CheckIcon, MoonIcon, SunIcon } from '#web/ui/icons/more-icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { when } from '#words/core/format.ts';
import styles from './attempts.module.css';
import type { Explanation } from './attempts-api.ts';
import { useAttemptsWords } from './attempts-words.ts';

type Decision = Explanation['decisions'][number];

export interface DecisionCardProps {
  readonly decision: Decision;
  readonly place: { readonly number: number; readonly of: number };
  readonly zone: string;
  readonly now: number;
}

export function DecisionCard({ decision, place, zone, now }: DecisionCardProps) {
  const t = useAttemptsWords();
  const language = useLanguage();
  const { verdict, sentence, originSentence, clocks, checks, whatIf, receiptSentence } = decision;
  return (
    <Card>
      <h2 className={styles.title}>
        {t.decision(place.number, place.of, when(language, Date.parse(decision.decidedAt), now, zone))}
        <Verdict verdict={verdict} />
      </h2>
      {place.of > 1 && <p>{sentence}</p>}
      <p className={styles.soft}>{originSentence}</p>
      <section>
        <h3>{t.clocks}</h3>
        {clocks.length === 0 ? (
          <p>{t.noClocks}</p>
        ) : (
          <ul className={styles.points}>
            {clocks.map((clock) => (
              <Point
                key={`${clock.clock} ${clock.zone}`}
                icon={clock.quiet ? <MoonIcon size={18} /> : <SunIcon size={18} />}
              >
                {clock.sentence}
              </Point>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{t.checks}</h3>
        <ul className={styles.points}>
          {checks.map((check) => (
            <Point key={check.reason} icon={check.judged ? ICONS[check.verdict] : <ClockIcon size={18} />}>
              {check.verdict !== 'allow' && <VisuallyHidden>{t.verdicts[check.verdict]}: </VisuallyHidden>}
              {check.sentence}
            </Point>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t.whatIf}</h3>
        <ul className={styles.points}>
          {whatIf.map((each) => (
            <Point key={each.origin} icon={ICONS[each.verdict]}>
              {each.sentence}
            </Point>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t.receipt}</h3>
        <p className={styles.soft}>{receiptSentence}</p>
      </section>
    </Card>
  );
}

function Verdict({ verdict }: Pick<Decision, 'verdict'>) {
  const t = useAttemptsWords();
  return <Tag tone={TONES[verdict]}>{t.verdicts[verdict]}</Tag>;
}

function Point({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <li>
      {icon}
      <span>{children}</span>
    </li>
  );
}

const TONES = { allow: 'good', warn: 'warn', block: 'quiet' } as const;
const ICONS = {
  allow: <CheckIcon size={18} />,
  warn: <AttentionIcon size={18} />,
  block: <MoonIcon size={18} />,
} as const;
