/** A list of the console that is read page by page: a skeleton while it is read, then the lines, the error or the empty state. */
import type { ReactNode } from 'react';
import type { ShownPages } from '#web/shell/api/use-read.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { List } from '#web/ui/layout/list.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';

interface PagedListProps<Item> {
  readonly shown: ShownPages<Item>;
  /** How many lines the skeleton has. */
  readonly rows: number;
  readonly label: string;
  /** The content for an empty list. */
  readonly empty: ReactNode;
  /** Renders an item with its `key`. */
  readonly item: (item: Item) => ReactNode;
}

export function PagedList<Item>({ shown, rows, label, empty, item }: PagedListProps<Item>) {
  const t = useTicketWords();
  const s = useWords();
  const { data, error, again, more, readingMore } = shown;
  if (data === undefined)
    return error === null ? (
      <Skeleton label={s.loading} rows={rows} />
    ) : (
      <Unread error={error} onAgain={() => void again()} />
    );
  if (data.items.length === 0) return empty;
  return (
    <>
      <List label={label}>{data.items.map(item)}</List>
      {more && (
        <Button busy={readingMore} onClick={more}>
          {t.more}
        </Button>
      )}
    </>
  );
}
