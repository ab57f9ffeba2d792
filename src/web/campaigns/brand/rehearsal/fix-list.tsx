/** Says who does not fit into the campaign, and offers what would make them fit: one tap changes the draft, another undoes it. */
import type { CampaignDraft } from '#web/campaigns/brand/form/campaign-draft.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { shortDate } from '#words/core/format.ts';
import styles from './rehearsal.module.css';
import { useRehearsalWords } from './rehearsal-words.ts';
import type { Rehearsal } from './use-rehearsal.ts';

export type DraftChange = Partial<Pick<CampaignDraft, 'to' | 'perSellerDay'>>;

/** Changes the draft, and returns the function that takes the change back. */
export type ChangeDraft = (change: DraftChange) => () => void;

export interface FixListProps {
  readonly rehearsal: Rehearsal;
  readonly isLooking: boolean;
  readonly onChange: ChangeDraft | null;
}

export function FixList({ rehearsal: { doesNotFit, isEstimate }, isLooking, onChange }: FixListProps) {
  const t = useRehearsalWords();
  const { count, fixes, unused, unusedIn } = doesNotFit;
  if (count === 0 && unused === 0) return null;
  const apply = (change: DraftChange) => {
    const undo = onChange?.(change);
    if (undo !== undefined) showToast({ text: t.changed, action: { label: t.undo, run: undo } });
  };
  return (
    <section className={styles.fixes}>
      {count > 0 && <p className={styles.warn}>{t.doesNotFit(count)}</p>}
      {count > 0 && isLooking && <p className={styles.soft}>{t.looking}</p>}
      {count > 0 && !isLooking && !isEstimate && (
        <>
          <p className={styles.soft}>{fixes.length === 0 ? t.noFix : t.fits}</p>
          <ul className={styles.actions}>
            {fixes.map((fix) => (
              <li key={fix.field}>
                <Fix fix={fix} onApply={onChange === null ? null : apply} />
              </li>
            ))}
          </ul>
        </>
      )}
      {unused > 0 && <p>{t.unused(unused)}</p>}
      {unusedIn.length > 0 && <p className={styles.soft}>{t.unusedIn(unusedIn.map(({ name }) => name).join(', '))}</p>}
    </section>
  );
}

interface FixProps {
  readonly fix: Rehearsal['doesNotFit']['fixes'][number];
  readonly onApply: ((change: DraftChange) => void) | null;
}

/** The brand's quota is no part of the draft: a sentence names the setting. */
function Fix({ fix, onApply }: FixProps) {
  const t = useRehearsalWords();
  const language = useLanguage();
  if (fix.field === 'suggestionsPerSellerDay') return <span>{t.fixPerDay(fix.suggestionsPerSellerDay)}</span>;
  const [label, change]: [string, DraftChange] =
    fix.field === 'to'
      ? [t.fixTo(shortDate(language, fix.to)), { to: fix.to }]
      : [t.fixPerSeller(fix.perSellerDay), { perSellerDay: String(fix.perSellerDay) }];
  return onApply === null ? <span>{label}</span> : <Button onClick={() => onApply(change)}>{label}</Button>;
}
