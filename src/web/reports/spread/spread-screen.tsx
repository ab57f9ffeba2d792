/** *Distribuição*: how even the day is, bursts, each store or person, and what waits for the next opening. */
import { Suspense, use } from 'react';
import type { Distribution } from '#contract/reports/distribution.ts';
import panoramaStyles from '#web/reports/panorama/panorama.module.css';
import { askedOf, CHOICES, type PanoramaFilter, USUAL } from '#web/reports/panorama/panorama-filter.ts';
import { panoramaWords } from '#web/reports/panorama/panorama-words.ts';
import { PeriodForm } from '#web/reports/panorama/period-form.tsx';
import { ReportNav } from '#web/reports/panorama/report-nav.tsx';
import { usePanorama } from '#web/reports/panorama/use-panorama.ts';
import { useAddressFilter } from '#web/shell/address-filter/address-filter.ts';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { HourBars } from '#web/ui/charts/hour-bars.tsx';
import { BarsIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { count } from '#words/core/format.ts';
import { NextDayCard } from './next-day-card.tsx';
import { spreadWords, useSpreadWords } from './spread-words.ts';

const wordsReady = Promise.all([panoramaWords.ready(), spreadWords.ready()]);
const PATH = '/panorama/distribuicao';

export function SpreadScreen() {
  return (
    <Suspense fallback={<Skeleton label="" rows={4} />}>
      <Screen />
    </Suspense>
  );
}

function Screen() {
  use(wordsReady);
  const t = useSpreadWords();
  const { session } = useShop();
  const { today } = useTimeText();
  const [filter, change] = useAddressFilter<PanoramaFilter>(PATH, USUAL, CHOICES);
  const query = new URLSearchParams(askedOf(filter, today)).toString();
  const { data, error, again } = useRead<Distribution>(`${keys.customers}/spread/${query}`, (signal) =>
    ask(`/reports/distribution?${query}&detail=bursts`, signal),
  );
  const storeId = filter.loja || session.store?.id;
  return (
    <>
      <ScreenHead over={session.store?.name ?? session.brand?.name} title={t.title} />
      <ReportNav at="distribuicao" filter={filter} />
      <PeriodForm filter={filter} onChange={change} shown={usePanorama(filter).data ?? null} />
      {data === undefined ? (
        error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <Skeleton label={t.loading} rows={6} />
        )
      ) : (
        <div className={panoramaStyles.cards}>
          {data.contacts === 0 ? (
            <EmptyState icon={<BarsIcon size={26} />} title={t.none}>
              {t.noneMore}
            </EmptyState>
          ) : (
            <>
              <EvennessCard day={data} />
              <BurstsCard day={data} />
              <div className={panoramaStyles.whole}>
                <SharesCard day={data} query={query} />
              </div>
            </>
          )}
          {storeId === undefined ? (
            <Card>
              <p>{t.nextStore}</p>
            </Card>
          ) : (
            <NextDayCard storeId={storeId} />
          )}
        </div>
      )}
    </>
  );
}

interface Props {
  readonly day: Distribution;
}

/** Returns how the index is written: two decimals. */
function useIndexText(): (value: number) => string {
  const language = useLanguage();
  const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return (value) => format.format(value);
}

function EvennessCard({ day }: Props) {
  const t = useSpreadWords();
  const language = useLanguage();
  const index = useIndexText();
  return (
    <Card>
      <h2>{t.evenness}</h2>
      <p className={panoramaStyles.number}>{day.evenness === null ? '–' : t.index(index(day.evenness))}</p>
      <p className={panoramaStyles.soft}>{day.evenness === null ? t.fewContacts : t.evenMore}</p>
      <figure className={panoramaStyles.chart} aria-label={t.byHour}>
        <HourBars
          language={language}
          hours={day.hours.map((all, hour) => ({ all, marked: 0, shaded: day.quiet[hour] ?? 0 }))}
          even={day.even}
        />
        <ul className={panoramaStyles.legend}>
          <li data-kind="contacts">{t.legend.contacts}</li>
          {day.quiet.some((share) => share > 0) && <li data-kind="quiet">{t.legend.quiet}</li>}
          <li data-kind="even">{t.legend.even}</li>
        </ul>
      </figure>
    </Card>
  );
}

function BurstsCard({ day: { bursts, limit } }: Props) {
  const t = useSpreadWords();
  return (
    <Card>
      <h2>{t.bursts}</h2>
      {bursts === null || limit === null ? (
        <p>{t.noLimit}</p>
      ) : (
        <>
          <ul className={panoramaStyles.lines}>
            <li>{t.over(bursts.bursts)}</li>
            <li>{t.most(bursts.most, limit.perMinutes)}</li>
            <li>{t.run(bursts.longestRun)}</li>
          </ul>
          <p className={panoramaStyles.soft}>{t.limit(limit.max, limit.perMinutes)}</p>
        </>
      )}
    </Card>
  );
}

function SharesCard({ day, query }: Props & { readonly query: string }) {
  const t = useSpreadWords();
  const language = useLanguage();
  const index = useIndexText();
  const byStore = day.stores.length > 1;
  const rows = byStore ? day.stores : day.sellers;
  const heads = [t.contactsHead, t.evennessHead, t.burstsHead, t.mostHead, t.runHead];
  const whole = (n: number | undefined) => (n === undefined ? '–' : count(language, n));
  return (
    <Card>
      <h2 id="spread-shares">{byStore ? t.byStore : t.byPerson}</h2>
      {!byStore && <p className={panoramaStyles.soft}>{day.ranked ? t.byCount : t.byName}</p>}
      <p>
        <a className={panoramaStyles.download} href={`/api/v1/reports/distribution.csv?${query}`} download>
          {t.export}
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keys (WCAG 2.1.1). */}
      <section className={panoramaStyles.wide} aria-labelledby="spread-shares" tabIndex={0}>
        <table className={panoramaStyles.table} aria-labelledby="spread-shares">
          <thead>
            <tr>
              <th scope="col">{byStore ? t.store : t.person}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className={panoramaStyles.cell}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, name, contacts, evenness, bursts }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                {[
                  count(language, contacts),
                  evenness === null ? '–' : index(evenness),
                  whole(bursts?.bursts),
                  whole(bursts?.most),
                  whole(bursts?.longestRun),
                ].map((text, column) => (
                  <td key={heads[column]} className={panoramaStyles.cell}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}
