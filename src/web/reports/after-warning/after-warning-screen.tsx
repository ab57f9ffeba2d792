/** *Enviados após o aviso*: how many went on and turned back, with which reason, what followed, and each contact. */
import { Suspense, use } from 'react';
import type { AfterWarning } from '#contract/reports/after-warning.ts';
import panoramaStyles from '#web/reports/panorama/panorama.module.css';
import { CHOICES, type PanoramaFilter, USUAL } from '#web/reports/panorama/panorama-filter.ts';
import { panoramaWords } from '#web/reports/panorama/panorama-words.ts';
import { PeriodForm } from '#web/reports/panorama/period-form.tsx';
import { ReportNav } from '#web/reports/panorama/report-nav.tsx';
import { usePanorama } from '#web/reports/panorama/use-panorama.ts';
import { useAddressFilter } from '#web/shell/address-filter/address-filter.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { SearchIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { afterWarningWords, useAfterWarningWords } from './after-warning-words.ts';
import { ContactList } from './contact-list.tsx';
import { CountsTable, SharesTable } from './counts-tables.tsx';
import { useAfterWarning, useAfterWarningQuery } from './use-after-warning.ts';

const wordsReady = Promise.all([panoramaWords.ready(), afterWarningWords.ready()]);
const PATH = '/panorama/apos-o-aviso';

export function AfterWarningScreen() {
  return (
    <Suspense fallback={<Skeleton label="" rows={4} />}>
      <Screen />
    </Suspense>
  );
}

function Screen() {
  use(wordsReady);
  const t = useAfterWarningWords();
  const { session } = useShop();
  const [filter, change] = useAddressFilter<PanoramaFilter>(PATH, USUAL, CHOICES);
  const query = useAfterWarningQuery(filter);
  const { data, error, again } = useAfterWarning(query);
  return (
    <>
      <ScreenHead over={session.store?.name ?? session.brand?.name} title={t.title} />
      <ReportNav at="apos-o-aviso" filter={filter} />
      <PeriodForm filter={filter} onChange={change} shown={usePanorama(filter).data ?? null} />
      {data === undefined ? (
        error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <Skeleton label={t.loading} rows={6} />
        )
      ) : data.warned === 0 && data.sent === 0 ? (
        <EmptyState icon={<SearchIcon size={26} />} title={t.listNone}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <>
          <div className={panoramaStyles.cards}>
            <Totals data={data} />
            <Reading data={data} />
            <WhatFollowed data={data} />
            <div className={panoramaStyles.whole}>
              <SharesTable data={data} />
            </div>
          </div>
          <ContactList query={query} />
        </>
      )}
    </>
  );
}

interface Props {
  readonly data: AfterWarning;
}

function Totals({ data }: Props) {
  const t = useAfterWarningWords();
  const language = useLanguage();
  const { sent, afterRefusal, warned, turnedBack, turnedBackShare: share, reasons } = data;
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  return (
    <Card>
      <h2>{t.sent(sent)}</h2>
      <p>{t.turnedBack(turnedBack, warned)}</p>
      <p className={panoramaStyles.soft}>
        {share === null
          ? t.fewWarned
          : t.share(percent.format(share.value), percent.format(share.low), percent.format(share.high))}
      </p>
      {afterRefusal > 0 && <p>{t.afterRefusal(afterRefusal)}</p>}
      {reasons.length > 0 && (
        <CountsTable
          title={t.reasons}
          heads={[t.contacts]}
          rows={reasons.map(({ because, contacts }) => ({
            name: because === null ? t.noReason : t.because[because],
            counts: [contacts],
          }))}
        />
      )}
    </Card>
  );
}

function Reading({ data: { readMedian, readBands } }: Props) {
  const t = useAfterWarningWords();
  if (readMedian === null) return null;
  const rows = readBands.map(({ fromSeconds, contacts }, band) => ({
    name: t.band(fromSeconds, readBands[band + 1]?.fromSeconds ?? null),
    counts: [contacts],
  }));
  return (
    <Card>
      <CountsTable title={t.reading} level={2} heads={[t.contacts]} rows={rows} />
      <p className={panoramaStyles.soft}>{t.median(readMedian)}</p>
    </Card>
  );
}

const FOLLOWED = ['answer', 'sale', 'stop', 'wrong_number', 'silence', 'open'] as const;

function WhatFollowed({ data: { sent, followedDay, followedWeek } }: Props) {
  const t = useAfterWarningWords();
  if (sent === 0) return null;
  const rows = FOLLOWED.map((each) => ({
    name: t.followed[each],
    counts: [followedDay[each] ?? 0, followedWeek[each] ?? 0],
  })).filter(({ counts }) => counts.some((n) => n > 0));
  return (
    <Card>
      <CountsTable title={t.after} level={2} heads={[t.day, t.week]} rows={rows} />
      <p className={panoramaStyles.soft}>{t.afterMore}</p>
    </Card>
  );
}
