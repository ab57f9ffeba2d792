/** The contacts that went on after a warning, the newest first; each opens its story, and all are exported as CSV. */
import styles from '#web/reports/panorama/panorama.module.css';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { when } from '#words/core/format.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import { useAfterWarningWords } from './after-warning-words.ts';
import { type AfterWarningLine, useAfterWarningLines } from './use-after-warning.ts';

export function ContactList({ query }: { readonly query: string }) {
  const t = useAfterWarningWords();
  const { data, error, again, more, readingMore } = useAfterWarningLines(query);
  if (data === undefined)
    return error === null ? <Skeleton label={t.loading} rows={4} /> : <Unread error={error} onRetry={again} />;
  if (data.items.length === 0) return null;
  return (
    <>
      <h2>{t.list}</h2>
      <p>
        <a className={styles.download} href={`/api/v1/reports/sent-after-warning/contacts.csv?${query}`} download>
          {t.export}
        </a>
      </p>
      <List label={t.list}>
        {data.items.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </List>
      {more && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </>
  );
}

function Line({ line }: { readonly line: AfterWarningLine }) {
  const t = useAfterWarningWords();
  const language = useLanguage();
  const { now, zone: ownZone } = useShop();
  const zone = line.storeZone ?? ownZone;
  const at = when(language, Date.parse(line.eventAt), now, zone);
  const where = zone === ownZone ? line.storeName : line.storeName && `${line.storeName} (${cityOfZone(zone)})`;
  const meta = [
    ...[at, line.sellerName, where],
    line.because !== null && t.because[line.because],
    line.readSeconds !== null && t.read(line.readSeconds),
    line.afterRefusal && t.refused,
    t.inDay(t.followed[line.followedDay]),
    line.followedWeek !== line.followedDay && t.inWeek(t.followed[line.followedWeek]),
  ];
  return (
    <ListItem
      title={line.customerName}
      level={3}
      meta={meta.filter(Boolean).join(' · ')}
      link={{ href: `/tentativas/${line.id}`, label: t.open(line.customerName, at) }}
    />
  );
}
