/** Setting a brand's hours: two times first, then the ring, one sentence, and one button. */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { hoursOf, simpleTimes } from '#web/ring/hours.ts';
import { Button } from '#web/ui/button.tsx';
import { Choices } from '#web/ui/chip.tsx';
import { TextArea } from '#web/ui/field.tsx';
import { Card } from '#web/ui/frame.tsx';
import type { Hours } from '#words/sentence.ts';
import type { Brand, HistoryItem } from './brands-api.ts';
import { ChangeText } from './change-text.tsx';
import { type HoursDraft, useHoursDraft } from './hours-draft.ts';
import styles from './hours-form.module.css';
import { MomentFields } from './moment-fields.tsx';
import { type DraftFaults, readDraft } from './publication.ts';
import { PublishSheet } from './publish-sheet.tsx';
import { ReplacedRules } from './replaced-rules.tsx';
import { RichHours } from './rich-hours.tsx';
import { comingVersion } from './standing.ts';
import { useWords } from './support-words.ts';
import { TwoTimes } from './two-times.tsx';

export interface HoursFormProps {
  readonly brand: Brand;
  /** The newest published policy, in force or not; null where there never was one. */
  readonly base: Hours | null;
  readonly history: readonly HistoryItem[];
  readonly now: Instant;
}

export function HoursForm({ brand, base, history, now }: HoursFormProps) {
  const t = useWords();
  const times = base === null ? USUAL : simpleTimes(base);
  const { draft, dirty, change, discard } = useHoursDraft(brand.id, { ...BLANK, ...(times ?? USUAL) });
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<DraftFaults>({});
  const [confirming, setConfirming] = useState(false);

  if (base !== null && times === null && !draft.replacing) {
    return <RichHours hours={base} said={brand.quietHours.sentence} onReplace={() => change({ replacing: true })} />;
  }

  const read = readDraft(draft, base, brand.zone, now);
  const faults = tried ? { ...refused, ...read.faults } : pressing(read.faults);
  const edit = (edited: Partial<HoursDraft>) => {
    setRefused({});
    change(edited);
  };
  const before = hoursOf(comingVersion(history, now)?.policy ?? brand.quietHours.policy);
  const start = () => {
    setTried(true);
    if (Object.keys(read.faults).length === 0) setConfirming(true);
  };

  return (
    <Card>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <div className={styles.times}>
          <div>
            <h2>{t.setTitle}</h2>
            <p className={styles.lead}>{t.setLead}</p>
          </div>
          <TwoTimes draft={draft} faults={faults} onChange={edit} />
        </div>
        <div className={styles.rest}>
          {times === null && base !== null && (
            <ReplacedRules base={base} draft={draft} onChange={edit} onKeep={discard} />
          )}
          {times !== null && base !== null && base.exceptions.length > 0 && (
            <ReplacedRules base={base} draft={draft} onChange={edit} />
          )}
          <ChangeText before={before} after={read.hours} />
          <Choices
            legend={t.effective}
            value={draft.effective}
            onChange={(effective) => edit({ effective })}
            choices={EFFECTIVES.map((value) => ({ value, label: t.effectives[value] }))}
          />
          {draft.effective === 'date' ? (
            <MomentFields moment={draft} zone={brand.zone} fault={faults.effective ?? null} onChange={edit} />
          ) : (
            <p className={styles.hint}>{t.effectiveHints[draft.effective]}</p>
          )}
          <TextArea
            rows={3}
            label={t.reason}
            hint={t.reasonHint}
            value={draft.reason}
            maxLength={500}
            onChange={(event) => edit({ reason: event.target.value })}
            fault={faults.reason && t.missingReason}
          />
          <div className={styles.publish}>
            {dirty && (
              <p className={styles.draft}>
                {t.draftKept}
                <Button
                  tone="text"
                  onClick={() => {
                    discard();
                    setTried(false);
                  }}
                >
                  {t.discard}
                </Button>
              </p>
            )}
            <Button tone="main" type="submit">
              {t.publish}
            </Button>
          </div>
        </div>
      </form>
      {confirming && read.hours !== null && read.effective !== null && (
        <PublishSheet
          brand={brand}
          before={before}
          base={base}
          keepDates={draft.keepDates}
          publication={{ policy: read.hours, effective: read.effective, reason: draft.reason.trim() }}
          effectiveAt={read.effectiveAt}
          now={now}
          onBack={() => setConfirming(false)}
          onFaults={setRefused}
          onPublished={() => {
            setConfirming(false);
            setTried(false);
            discard();
          }}
        />
      )}
    </Card>
  );
}

const EFFECTIVES = ['next-quiet-start', 'now', 'date'] as const;
/** What most brands choose; where a recommendation is known, it stands here. */
const USUAL = { start: '20:00', end: '08:00' };
const BLANK: HoursDraft = {
  ...USUAL,
  effective: 'next-quiet-start',
  date: '',
  time: '08:00',
  reason: '',
  replacing: false,
  keepDates: true,
};

/** Before anybody tried to publish only what cannot be right is said; what is missing may still come. */
function pressing({ times }: DraftFaults): DraftFaults {
  return times === undefined ? {} : { times };
}
