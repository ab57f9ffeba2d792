/** The attempts behind a figure of the Panorama, the newest first; each opens its story, and all are exported as CSV. */
import { Suspense, use } from 'react';
import { useAddressFilter } from '#web/shell/address-filter/address-filter.ts';
import { queryOf } from '#web/shell/address-filter/filter-query.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon, SearchIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { when } from '#words/core/format.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import styles from './panorama.module.css';
import { CHOICES, LIST_PATH, type ListFilter, PANORAMA_PATH, USUAL, USUAL_LIST } from './panorama-filter.ts';
import { panoramaWords, usePanoramaWords } from './panorama-words.ts';
import { type ReportLine, useListQuery, useReportLines } from './use-panorama.ts';

const wordsReady = panoramaWords.ready();

export function PanoramaList() {
  return (
    <Suspense fallback={<Skeleton label="" rows={4} />}>
      <Lines />
    </Suspense>
  );
}

function Lines() {
  use(wordsReady);
  const t = usePanoramaWords();
  const events = Object.keys(t.events) as (keyof typeof t.events)[];
  const [filter] = useAddressFilter<ListFilter>(LIST_PATH, USUAL_LIST, { ...CHOICES, evento: events });
  const query = useListQuery(filter);
  const { data, error, again, more, readingMore } = useReportLines(query);
  const { evento, hora, versao, ...period } = filter;
  const title = [t.events[evento], hora !== '' && t.atHour(Number(hora)), versao !== '' && t.inQuietOf(Number(versao))]
    .filter(Boolean)
    .join(' ');
  return (
    <>
      <ScreenHead
        over={t.title}
        title={title}
        back={
          <ButtonLink href={`${PANORAMA_PATH}${queryOf(period, USUAL)}`} icon={<BackIcon />}>
            {t.back}
          </ButtonLink>
        }
      />
      <Card>
        <p>{t.meanings[evento]}</p>
        <p role="status" className={styles.soft}>
          {data && data.items.length > 0 && t.found(data.items.length, more !== null)}
        </p>
        <p>
          <a className={styles.download} href={`/api/v1/reports/attempts.csv?${query}`} download>
            {t.export}
          </a>
        </p>
      </Card>
      {data === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} rows={4} />
        ) : (
          <Unread error={error} onRetry={again} />
        )
      ) : data.items.length === 0 ? (
        <EmptyState icon={<SearchIcon size={26} />} title={t.listNone}>
          {t.noneMore}
        </EmptyState>
      ) : (
        <List label={title}>
          {data.items.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </List>
      )}
      {more && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </>
  );
}

function Line({ line }: { readonly line: ReportLine }) {
  const t = usePanoramaWords();
  const language = useLanguage();
  const { now, zone: ownZone } = useShop();
  const zone = line.storeZone ?? ownZone;
  const at = when(language, Date.parse(line.eventAt), now, zone);
  const where = zone === ownZone ? line.storeName : line.storeName && `${line.storeName} (${cityOfZone(zone)})`;
  return (
    <ListItem
      title={line.customerName}
      level={2}
      meta={[at, line.sellerName, where].filter(Boolean).join(' · ')}
      link={{ href: `/tentativas/${line.id}`, label: t.openAttempt(line.customerName, at) }}
    />
  );
}
