/** The form of a brand's hours: two times, one sentence, one button; everything else and the preview are under *Conferir*. */
import { useId, useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { TicketBand } from '#web/policy/console/ticket-band.tsx';
import { ChangeText } from '#web/policy/review/change-text.tsx';
import type { TicketBody } from '#web/policy/review/preview-api.ts';
import { previewFaults, usePreview } from '#web/policy/review/preview-queries.ts';
import { PublishSheet } from '#web/policy/review/publish-sheet.tsx';
import { type PublishedHours, publicationChange, publishedHours } from '#web/policy/review/published-hours.ts';
import { JoinButton, ReviewPanel } from '#web/policy/review/review-panel.tsx';
import type { Brand, HistoryItem } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import type { Policy } from '#words/policy/policy-change.ts';
import { type DraftFaults, type ParsedDraft, readDraft, USUAL } from './draft-policy.ts';
import type { HoursDraft } from './hours-draft.ts';
import styles from './hours-form.module.css';
import { PublishBar } from './publish-bar.tsx';
import { RichHours } from './rich-hours.tsx';
import { TwoTimes } from './two-times.tsx';

export interface HoursFormProps {
  readonly brand: Brand;
  readonly history: readonly HistoryItem[];
  readonly ticket: TicketBody | null;
  readonly draft: HoursDraft;
  /** Something was typed that is not published. */
  readonly dirty: boolean;
  readonly now: Instant;
  readonly onChange: (change: Partial<HoursDraft>) => void;
  readonly onDiscard: () => void;
  readonly onPublished: () => void;
}

export function HoursForm(props: HoursFormProps) {
  const { brand, history, ticket, draft, dirty, now, onChange, onDiscard, onPublished } = props;
  const panelId = useId();
  const formId = useId();
  const [reviewing, setReviewing] = useState(false);
  const [refused, setRefused] = useState<DraftFaults>({});
  const [confirming, setConfirming] = useState(false);
  const parsed = readDraft(draft, brand.zone, now);
  const previewing = usePreview(brand.id, parsed.policy, parsed.effective);
  const faults = { ...refused, ...previewFaults(previewing.error), ...parsed.faults };
  const published = publishedHours(brand, history, now);
  const change = publicationChange(parsed.policy, published);

  const edit = (change: Partial<HoursDraft>) => {
    setRefused({});
    onChange(change);
  };
  const start = () => {
    if (change === 'nothing') return;
    if (parsed.policy === null || Object.keys(faults).length > 0) setReviewing(true);
    else setConfirming(true);
  };

  return (
    <>
      {ticket !== null && <TicketBand ticket={ticket} brand={brand} now={now} />}
      <FormCard
        {...{ formId, draft, parsed, faults, published, dirty, reviewing, now, onDiscard }}
        zone={brand.zone}
        onChange={edit}
        onSubmit={start}
      />
      <div id={panelId}>
        {reviewing && (
          <ReviewPanel
            brand={brand}
            draft={draft}
            parsed={parsed}
            faults={faults}
            previewing={previewing}
            ticket={ticket}
            now={now}
            onChange={edit}
          />
        )}
      </div>
      <PublishBar
        brand={brand}
        change={change}
        newestFrom={published.newestFrom}
        draft={draft}
        parsed={parsed}
        lints={previewing.ofPolicy ? (previewing.data?.lints ?? null) : null}
        now={now}
        formId={formId}
        panelId={panelId}
        reviewing={reviewing}
        onReview={() => setReviewing(!reviewing)}
      />
      {confirming && parsed.policy !== null && (
        <PublishSheet
          brand={brand}
          published={published}
          policy={parsed.policy}
          draft={draft}
          parsed={parsed}
          preview={previewing.ofPolicy ? previewing.data : null}
          ticket={ticket}
          now={now}
          onChange={edit}
          onBack={() => setConfirming(false)}
          onFaults={(said) => {
            setRefused(said);
            setReviewing(true);
          }}
          onPublished={() => {
            setConfirming(false);
            onPublished();
          }}
        />
      )}
    </>
  );
}

interface FormCardProps extends Pick<HoursFormProps, 'draft' | 'dirty' | 'now' | 'onChange' | 'onDiscard'> {
  readonly formId: string;
  readonly parsed: ParsedDraft;
  readonly faults: DraftFaults;
  readonly published: PublishedHours;
  readonly reviewing: boolean;
  readonly zone: string;
  readonly onSubmit: () => void;
}

/** The card with the times to type, and the sentences of what they would change. */
function FormCard(props: FormCardProps) {
  const { formId, draft, parsed, faults, published, dirty, reviewing, now, zone, onChange, onDiscard, onSubmit } =
    props;
  const t = useWords();
  const c = useConfigureWords();
  return (
    <Card>
      <form
        id={formId}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Times draft={draft} policy={parsed.policy} faults={faults} onChange={onChange} />
        <div className={styles.rest}>
          <ChangeText published={published} after={parsed.policy} now={now} zone={zone} />
          {dirty && (
            <p className={styles.draft}>
              {t.draftKept}
              <Button tone="text" onClick={onDiscard}>
                {t.discard}
              </Button>
            </p>
          )}
          <p className={styles.fault} aria-live="polite">
            {parsed.policy === null && !reviewing && isElsewhere(faults, draft) && c.faults.elsewhere}
          </p>
        </div>
      </form>
    </Card>
  );
}

interface TimesProps {
  readonly draft: HoursDraft;
  readonly policy: Policy | null;
  readonly faults: DraftFaults;
  readonly onChange: (change: Partial<HoursDraft>) => void;
}

/** Two times to type, or the rules by weekday, with the way back to two times. */
function Times({ draft, policy, faults, onChange }: TimesProps) {
  const t = useWords();
  const [first] = draft.windows;
  return (
    <div className={styles.times}>
      <div>
        <h2>{draft.byDay ? t.richTitle : t.setTitle}</h2>
        <p className={styles.lead}>{draft.byDay ? t.richLead : t.setLead}</p>
      </div>
      {draft.byDay ? (
        <>
          {policy !== null && <RichHours hours={policy} />}
          <JoinButton draft={draft} onChange={onChange} />
        </>
      ) : (
        <TwoTimes
          times={first ?? USUAL}
          path="windows[0]"
          faults={faults}
          onChange={(times) => onChange({ windows: draft.windows.map((rule) => ({ ...rule, ...times })) })}
        />
      )}
    </div>
  );
}

/** Whether a field has a fault that the closed form does not show. */
function isElsewhere(faults: DraftFaults, { byDay }: HoursDraft): boolean {
  return Object.keys(faults).some((path) => byDay || !path.startsWith('windows[0].'));
}
