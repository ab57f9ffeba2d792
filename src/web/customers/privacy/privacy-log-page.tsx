/** The brand's privacy log: which customers were erased and whose data were downloaded, by whom, when and why. */
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { usePages } from '#web/shell/api/use-read.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { Unread } from '#web/shell/brand/unread.tsx';
import { instantOf } from '#web/shell/quiet/silence.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon, LockIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { usePrivacyWords } from './privacy-words.ts';

/** Reads the log. The key is under the customers' key, so that an erasure renews the page. */
function usePrivacyLog() {
  return usePages(`${keys.customers}/privacy-log`, (cursor, signal) =>
    ask(cursor === null ? '/privacy-log' : `/privacy-log?${new URLSearchParams({ cursor })}`, signal),
  );
}

export function PrivacyLogPage() {
  const t = usePrivacyWords();
  const b = useBrandWords();
  const say = useTimeText();
  const { session } = useShop();
  const { data, error, again, more, readingMore } = usePrivacyLog();
  return (
    <>
      <ScreenHead
        back={
          <ButtonLink href="/politica" icon={<BackIcon />}>
            {b.policy}
          </ButtonLink>
        }
        over={session.brand?.name}
        title={t.log}
      />
      <p>{t.logLead}</p>
      {data === undefined &&
        (error === null ? (
          <Skeleton label={b.loading} rows={4} />
        ) : (
          <Unread error={error} onAgain={() => void again()} />
        ))}
      {data?.items.length === 0 && <EmptyState icon={<LockIcon size={26} />} title={t.logEmpty} />}
      {data && data.items.length > 0 && (
        <List label={t.log}>
          {data.items.map(({ id, at, what, customer, by, reason }) => (
            <ListItem
              key={id}
              level={2}
              title={t.logEntry[what](customer?.name ?? null)}
              why={reason && t.logReason(reason)}
              meta={b.by(by, say.when(instantOf(at)))}
            />
          ))}
        </List>
      )}
      {more && (
        <Button busy={readingMore} onClick={more}>
          {t.logMore}
        </Button>
      )}
    </>
  );
}
