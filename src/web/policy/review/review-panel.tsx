/** The panel *Conferir*: all fields of a policy, and beside them its live preview. */
import { lazy, Suspense } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { BehaviourFields, ClockFields } from '#web/policy/form/behaviour-fields.tsx';
import { DatesEditor } from '#web/policy/form/dates-editor.tsx';
import { type DraftFaults, type ParsedDraft, USUAL, usualTimes } from '#web/policy/form/draft-policy.ts';
import type { HoursDraft } from '#web/policy/form/hours-draft.ts';
import { HoursRing } from '#web/policy/form/hours-ring.tsx';
import { RulesEditor } from '#web/policy/form/rules-editor.tsx';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { WEEK } from '#web/ui/ring/ring-hours.ts';
import { ComingWeek } from './coming-week.tsx';
import { ConflictsTable } from './conflicts-table.tsx';
import { ImpactCard } from './impact-card.tsx';
import { LintChecks } from './lint-checks.tsx';
import type { PreviewBody, TicketBody } from './preview-api.ts';
import type { Previewing } from './preview-queries.ts';
import { RecommendedCard } from './recommended-card.tsx';
import styles from './review-panel.module.css';

/** The card brings the sentences and the chart of campaigns, which the console does not need otherwise. */
const ComingDaysCard = lazy(() =>
  import('#web/policy/coming/coming-days.tsx').then((module) => ({ default: module.ComingDaysCard })),
);

export interface ReviewPanelProps {
  readonly brand: Brand;
  readonly draft: HoursDraft;
  readonly parsed: ParsedDraft;
  readonly faults: DraftFaults;
  readonly previewing: Previewing<PreviewBody>;
  readonly ticket: TicketBody | null;
  readonly now: Instant;
  readonly onChange: (change: Partial<HoursDraft>) => void;
}

export function ReviewPanel({ brand, draft, parsed, faults, previewing, ticket, now, onChange }: ReviewPanelProps) {
  const t = useConfigureWords();
  const { data } = previewing;
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        <Card>
          <Rules draft={draft} faults={faults} onChange={onChange} />
        </Card>
        <Card>
          <h3>{t.dates}</h3>
          <p className={styles.soft}>{t.datesLead}</p>
          <DatesEditor
            brandId={brand.id}
            dates={draft.exceptions}
            rules={draft.windows}
            faults={faults}
            onChange={(exceptions) => onChange({ exceptions })}
          />
        </Card>
        <Card>
          <h3>{t.behaviour}</h3>
          <ClockFields draft={draft} zone={brand.zone} onChange={onChange} />
          <BehaviourFields draft={draft} faults={faults} onChange={onChange} />
        </Card>
      </div>
      <div className={styles.side} data-stale={previewing.stale || undefined}>
        <RecommendedCard brand={brand} draft={draft} ticket={ticket} onChange={onChange} />
        {data && (
          <>
            <Card>
              <h3>{t.conflicts}</h3>
              <ConflictsTable conflicts={data.conflicts} />
            </Card>
            <Card>
              <h3>{t.lints}</h3>
              <LintChecks
                lints={data.lints}
                confirmed={draft.confirmed}
                onChange={(confirmed) => onChange({ confirmed })}
              />
            </Card>
            <Card>
              <h3>{t.week}</h3>
              <ComingWeek week={data.week} />
            </Card>
          </>
        )}
        <ImpactCard brand={brand} policy={parsed.policy} now={now} />
        <Suspense fallback={null}>
          <ComingDaysCard brandId={brand.id} policy={parsed.policy} />
        </Suspense>
      </div>
    </div>
  );
}

/** One night on the ring, or rules by weekday; only a press changes from one to the other. */
function Rules({ draft, faults, onChange }: Pick<ReviewPanelProps, 'draft' | 'faults' | 'onChange'>) {
  const t = useConfigureWords();
  const [first] = draft.windows;
  if (draft.byDay)
    return (
      <>
        <h3>{t.rules}</h3>
        <p className={styles.soft}>{t.rulesLead}</p>
        <RulesEditor rules={draft.windows} faults={faults} onChange={(windows) => onChange({ windows })} />
        <JoinButton draft={draft} onChange={onChange} />
      </>
    );
  return (
    <>
      <HoursRing
        times={first ?? USUAL}
        onChange={(times) => onChange({ windows: draft.windows.map((rule) => ({ ...rule, ...times })) })}
      />
      <Button onClick={() => onChange({ byDay: true })}>{t.split}</Button>
    </>
  );
}

/** Replaces the rules by two times, with a way to undo it. */
export function JoinButton({ draft, onChange }: Pick<ReviewPanelProps, 'draft' | 'onChange'>) {
  const t = useConfigureWords();
  const { byDay, windows } = draft;
  const join = () => {
    onChange({ byDay: false, windows: [{ days: WEEK, ...usualTimes(windows) }] });
    showToast({
      text: t.joined(windows.length),
      action: { label: t.undo, run: () => onChange({ byDay, windows }) },
    });
  };
  return <Button onClick={join}>{t.join}</Button>;
}
