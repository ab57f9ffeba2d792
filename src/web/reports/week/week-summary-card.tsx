/** The card of the last ended week: three figures against the week before, one thing to notice, and the mail that tells them. */
import { useId } from 'react';
import type { Week } from '#contract/reports/week.ts';
import { PANORAMA_PATH, type PanoramaFilter, USUAL } from '#web/reports/panorama/panorama-filter.ts';
import { queryOf } from '#web/shell/address-filter/filter-query.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { count } from '#words/core/format.ts';
import { comparedWith, highlightSentence, weekDates } from '#words/reports/week/week-sentences.ts';
import { MailPreview } from './mail-preview.tsx';
import { useWeek } from './use-week.ts';
import styles from './week-summary.module.css';
import { useWeekWords } from './week-words.ts';

/** `storeId`: the store of the Panorama's filter; empty: all stores. Nothing is shown where nothing happened in both weeks. */
export function WeekSummaryCard({ storeId }: { readonly storeId: string }) {
  const { data } = useWeek(storeId);
  return data?.hasData ? <Summary week={data} storeId={storeId} /> : null;
}

function Summary({ week, storeId }: { readonly week: Week; readonly storeId: string }) {
  const t = useWeekWords();
  const language = useLanguage();
  const titleId = useId();
  const { from, to, figures, highlight, mail } = week;
  const filter: PanoramaFilter = { ...USUAL, dias: 'datas', de: from, ate: to, loja: storeId };
  return (
    <Card>
      <h2 id={titleId}>{t.title}</h2>
      <p className={styles.soft}>{weekDates(language, t, from, to)}</p>
      <dl className={styles.figures} aria-labelledby={titleId}>
        {figures.map((each) => (
          <div key={each.figure} className={styles.figure}>
            <dt>{t.figures[each.figure]}</dt>
            <dd className={styles.number}>{count(language, each.now)}</dd>
            <dd className={styles.soft}>{comparedWith(language, t, each)}</dd>
          </div>
        ))}
      </dl>
      <p>{highlightSentence(language, t, highlight)}</p>
      <div>
        <ButtonLink href={`${PANORAMA_PATH}${queryOf(filter, USUAL)}`}>{t.open}</ButtonLink>
      </div>
      <details className={styles.details}>
        <summary>{t.definitions}</summary>
        <dl>
          {figures.map(({ figure }) => (
            <div key={figure}>
              <dt>{t.figures[figure]}</dt>
              <dd>{t.meanings[figure]}</dd>
            </div>
          ))}
        </dl>
        <p>{t.cautious}</p>
      </details>
      {mail !== null && <MailPreview mail={mail} />}
    </Card>
  );
}
