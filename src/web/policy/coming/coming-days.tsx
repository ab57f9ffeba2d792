/** Shows the coming 14 days under a policy: what would be suggested into its quiet hours, and which held contacts it moves. */
import { useState } from 'react';
import { DaysChart } from '#web/campaigns/brand/rehearsal/days-chart.tsx';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import tables from '#web/policy/review/conflicts-table.module.css';
import styles from '#web/policy/review/impact-card.module.css';
import { useComingDays } from '#web/policy/review/preview-queries.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { count } from '#words/core/format.ts';
import type { Policy } from '#words/policy/policy-change.ts';

export interface ComingDaysProps {
  readonly brandId: string;
  /** Null while a field has a fault: the last answer stays on the screen. */
  readonly policy: Policy | null;
}

/** The card asks for nothing before it is opened: the answer reads all customers of the brand. */
export function ComingDaysCard({ brandId, policy }: ComingDaysProps) {
  const t = useConfigureWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Card>
      <h3>{t.coming}</h3>
      <p className={tables.soft}>{t.comingLead}</p>
      <div>
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t.comingClose : t.comingOpen}
        </Button>
      </div>
      {isOpen && <ComingDays brandId={brandId} policy={policy} />}
    </Card>
  );
}

function ComingDays({ brandId, policy }: ComingDaysProps) {
  const t = useConfigureWords();
  const language = useLanguage();
  const { data, stale, error, again } = useComingDays(brandId, policy);
  if (data === null) {
    return error ? <Unread error={error} onAgain={again} /> : <Skeleton label={t.comingBusy} rows={3} />;
  }
  const { days, waiting, moved, putOff } = data;
  const number = (value: number) => count(language, value);
  return (
    <div className={styles.body} aria-busy={stale}>
      <div role="status">
        {stale && <p className={tables.soft}>{t.comingBusy}</p>}
        <p>{putOff === 0 ? t.comingNothing : t.comingPutOff(number(putOff), putOff)}</p>
        {waiting > 0 && <p>{t.comingMoved(number(moved), number(waiting))}</p>}
      </div>
      <DaysChart days={days} />
    </div>
  );
}
