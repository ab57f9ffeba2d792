/** Counts the customers of a draft while it is typed, marked as an estimate, and shows the text for three of them. */
import { useEffect, useState } from 'react';
import styles from '#web/campaigns/brand/campaigns.module.css';
import { type Counted, countAudience } from '#web/campaigns/brand/campaigns-api.ts';
import { faultSentence, useCampaignsWords, whyLeftOut } from '#web/campaigns/brand/campaigns-words.ts';
import { useDebounced } from '#web/shell/api/use-debounced.ts';
import { Tag } from '#web/ui/forms/chip.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { audienceOf, type CampaignDraft } from './campaign-draft.ts';

/** How long the draft must not have changed before it is counted. */
const STILL_MS = 400;

type Shown =
  | { readonly kind: 'counting' | 'lost' }
  | { readonly kind: 'counted'; readonly counted: Counted }
  | { readonly kind: 'faulty'; readonly faults: readonly string[] };

export function EstimateCard({ draft }: { readonly draft: CampaignDraft }) {
  const t = useCampaignsWords();
  const shown = useEstimate(draft);
  return (
    <Card>
      <h2>{t.estimate}</h2>
      <div aria-live="polite" className={styles.fields}>
        {shown.kind === 'counting' && <p className={styles.soft}>{t.counting}</p>}
        {shown.kind === 'lost' && <p className={styles.soft}>{t.notCounted}</p>}
        {shown.kind === 'faulty' && (
          <>
            <p>{t.correctText}</p>
            <ul className={styles.faults}>
              {shown.faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          </>
        )}
        {shown.kind === 'counted' && <CountedAudience {...shown} />}
      </div>
    </Card>
  );
}

function CountedAudience({ counted }: { readonly counted: Counted }) {
  const t = useCampaignsWords();
  const { isEstimate, matched, reachable, leftOut, examples } = counted;
  return (
    <>
      <div className={styles.group}>
        <p className={styles.counted}>
          {t.matched(matched)} <Tag tone={isEstimate ? 'quiet' : 'good'}>{isEstimate ? t.estimated : t.exact}</Tag>
        </p>
        <p>{t.reachable(reachable)}</p>
      </div>
      {leftOut.length > 0 && (
        <div className={styles.group}>
          <h3>{t.leftOutTitle}</h3>
          <ul className={styles.lines}>
            {leftOut.map(({ reason, count }) => (
              <li key={reason}>{t.leftOut(whyLeftOut(t, reason), count)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.group}>
        <h3>{t.examples}</h3>
        {examples.length === 0 ? (
          <p className={styles.soft}>{t.noExamples}</p>
        ) : (
          <ul className={styles.examples}>
            {examples.map(({ id, name, text }) => (
              <li key={id}>
                <p className={styles.soft}>{t.exampleOf(name)}</p>
                <blockquote className={styles.message}>{text}</blockquote>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function useEstimate(draft: CampaignDraft): Shown {
  const t = useCampaignsWords();
  const [shown, setShown] = useState<Shown>({ kind: 'counting' });
  const asked = JSON.stringify({
    ...{ audience: audienceOf(draft), text: draft.text.trim(), coolDownDays: Number(draft.coolDownDays) || 0 },
  });
  const still = useDebounced(asked, STILL_MS);
  useEffect(() => {
    const stop = new AbortController();
    void countAudience({ ...(JSON.parse(still) as Asked), exact: false }, stop.signal).then((answer) => {
      if (stop.signal.aborted) return;
      if (answer.kind === 'done') return setShown({ kind: 'counted', counted: answer.body });
      const faults = answer.kind === 'refused' ? (answer.refusal.faults ?? []) : [];
      if (faults.length === 0) return setShown({ kind: 'lost' });
      setShown({
        kind: 'faulty',
        faults: faults.map((fault) => faultSentence(t, fault)),
      });
    });
    return () => stop.abort();
  }, [still, t]);
  return shown;
}

type Asked = Pick<Parameters<typeof countAudience>[0], 'audience' | 'text' | 'coolDownDays'>;
