/** Offers the recommended hours with the reason, one press away, and names the stores without known hours (A3). */
import { useState } from 'react';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import type { HoursDraft } from '#web/policy/form/hours-draft.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { WEEK } from '#web/ui/ring/ring-hours.ts';
import { joinList } from '#words/core/format.ts';
import { AskHoursSheet } from './ask-hours-sheet.tsx';
import styles from './conflicts-table.module.css';
import type { TicketBody } from './preview-api.ts';
import { useRecommendation } from './preview-queries.ts';

export interface RecommendedCardProps {
  readonly brand: Brand;
  readonly draft: HoursDraft;
  readonly ticket: TicketBody | null;
  readonly onChange: (change: Partial<HoursDraft>) => void;
}

export function RecommendedCard({ brand, draft, ticket, onChange }: RecommendedCardProps) {
  const t = useConfigureWords();
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const { data } = useRecommendation(brand.id);
  if (data === undefined) return null;
  const { start, end, sentence, storesWithoutHours } = data;
  const [only] = draft.windows;
  const isSet = !draft.byDay && only?.start === start && only.end === end;
  const missing = joinList(
    language,
    storesWithoutHours.map(({ name }) => name),
  );
  return (
    <Card>
      <h3>{t.recommended(start, end)}</h3>
      <p className={styles.soft}>{sentence}</p>
      {isSet ? (
        <p className={styles.soft}>{t.used}</p>
      ) : (
        <Button onClick={() => onChange({ byDay: false, windows: [{ days: WEEK, start, end }] })}>{t.use}</Button>
      )}
      {storesWithoutHours.length > 0 && (
        <>
          <p>{t.withoutHours(missing)}</p>
          <Button onClick={() => setAsking(true)}>{t.askHours}</Button>
        </>
      )}
      {asking && <AskHoursSheet brand={brand} stores={missing} ticket={ticket} onClose={() => setAsking(false)} />}
    </Card>
  );
}
