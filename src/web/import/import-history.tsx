/** Lists the brand's earlier imports, newest first. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { serverNow } from '#web/shell/time/server-clock.ts';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { when as whenOf } from '#words/core/format.ts';
import styles from './import.module.css';
import { type ImportListRow, useImports } from './import-api.ts';
import { useImportWords } from './import-words.ts';

export function ImportHistory() {
  const t = useImportWords();
  const { data, error, again, more, readingMore } = useImports();
  if (data === undefined)
    return error === null ? (
      <Skeleton label={t.loading} rows={3} />
    ) : (
      <UnreadState error={error} words={t} onAgain={() => void again()} />
    );
  return (
    <section className={styles.stack}>
      <h2>{t.history}</h2>
      {data.items.length === 0 && <p className={styles.soft}>{t.noHistory}</p>}
      <List label={t.history}>
        {data.items.map((row) => (
          <HistoryItem key={row.id} row={row} />
        ))}
      </List>
      {more !== null && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </section>
  );
}

function HistoryItem({ row }: { readonly row: ImportListRow }) {
  const t = useImportWords();
  const language = useLanguage();
  const { zone } = useShop();
  const when = whenOf(language, Date.parse(row.createdAt), serverNow(), zone);
  const { counts, kind } = row;
  const written = [
    counts.new > 0 && t.newOnes(counts.new),
    counts.changed > 0 && t.changedOnes(counts.changed),
    counts.refused > 0 && t.refusedOnes(counts.refused),
  ].filter((text) => text !== false);
  const by = row.by === null ? t.byCommand : t.by(row.by);
  return (
    <ListItem
      title={row.fileName === null ? t.kinds[kind] : `${t.kinds[kind]}: ${row.fileName}`}
      why={row.state === 'failed' ? <span className={styles.notDone}>{t.states.failed}</span> : t.states[row.state]}
      meta={[when, by, ...written].join(' · ')}
      {...(row.fileName === null
        ? {}
        : { link: { href: `/importar/${row.id}`, label: t.open(`${t.kinds[kind]}: ${row.fileName}`, when) } })}
    />
  );
}
