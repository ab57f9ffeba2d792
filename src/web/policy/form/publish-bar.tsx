/** The bar with *Publicar*, which opens the sheet that publishes; one line beside the button says what would be published. */
import { useId } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { unconfirmed } from '#web/policy/review/lint-checks.tsx';
import type { LintBody } from '#web/policy/review/preview-api.ts';
import type { PublicationChange } from '#web/policy/review/published-hours.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { simpleTimes } from '#web/ui/ring/ring-hours.ts';
import { when } from '#words/core/format.ts';
import type { ParsedDraft } from './draft-policy.ts';
import type { HoursDraft } from './hours-draft.ts';
import styles from './hours-form.module.css';

export interface PublishBarProps {
  readonly brand: Brand;
  readonly change: PublicationChange;
  /** When the newest version takes effect; null where it already has. */
  readonly newestFrom: Instant | null;
  readonly draft: HoursDraft;
  readonly parsed: ParsedDraft;
  /** The lints of exactly this policy; null while they are not known. */
  readonly lints: readonly LintBody[] | null;
  readonly now: Instant;
  readonly formId: string;
  /** The id of the panel that *Conferir* opens. */
  readonly panelId: string;
  readonly reviewing: boolean;
  readonly onReview: () => void;
}

export function PublishBar({ formId, panelId, reviewing, onReview, ...of }: PublishBarProps) {
  const t = useWords();
  const c = useConfigureWords();
  const summaryId = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a bar of buttons is not a fieldset.
    <div role="group" aria-label={t.publish} className={styles.publish}>
      <Summary id={summaryId} {...of} />
      <Button aria-expanded={reviewing} aria-controls={panelId} onClick={onReview}>
        {c.review}
      </Button>
      <Button
        tone={of.change === 'policy' ? 'main' : 'ghost'}
        type="submit"
        form={formId}
        idle={of.change === 'nothing'}
        aria-describedby={summaryId}
      >
        {t.publish}
      </Button>
    </div>
  );
}

type SummaryProps = Pick<PublishBarProps, 'brand' | 'change' | 'newestFrom' | 'draft' | 'parsed' | 'lints' | 'now'> & {
  /** The id of the line, which describes the button. */
  readonly id: string;
};

/** Shows "20:00–08:00, a partir de agora · 2 avisos confirmados"; nothing while a field has a fault. */
function Summary({ id, brand, change, newestFrom, draft, parsed, lints, now }: SummaryProps) {
  const t = useConfigureWords();
  const s = useWords();
  const language = useLanguage();
  const { policy, effectiveAt } = parsed;
  if (policy === null) return null;
  if (change === 'nothing') return <Line id={id}>{s.nothingChanged}</Line>;
  if (change === 'start' && newestFrom !== null)
    return <Line id={id}>{s.publishAgain(when(language, newestFrom, now, brand.zone))}</Line>;
  const times = simpleTimes(policy);
  const hours = times === null ? t.summaryRules(policy.windows.length) : `${times.start}–${times.end}`;
  const dates = times !== null && policy.exceptions.length > 0 ? [t.summaryDates(policy.exceptions.length)] : [];
  const from =
    draft.effective === 'now'
      ? t.rightNow
      : draft.effective === 'next-quiet-start'
        ? t.summaryNextStart
        : effectiveAt !== null && t.fromMoment(when(language, effectiveAt, now, brand.zone));
  const unconfirmedCount = lints === null ? 0 : unconfirmed(lints, draft.confirmed).length;
  const lintTexts =
    lints === null || lints.length === 0
      ? []
      : [unconfirmedCount > 0 ? t.summaryToConfirm(unconfirmedCount) : t.summaryConfirmed(lints.length)];
  return <Line id={id}>{[[hours, from].filter(Boolean).join(', '), ...dates, ...lintTexts].join(' · ')}</Line>;
}

function Line({ id, children }: { readonly id: string; readonly children: string }) {
  return (
    <p id={id} className={styles.summary}>
      {children}
    </p>
  );
}
