/** The support access log for the brand: what support opened, who, when, and why support saw a customer. */

import { useAccessLog } from '#web/shell/brand/brand-reads.ts';
import { useBrandWords } from '#web/shell/brand/brand-words.ts';
import { Unread } from '#web/shell/brand/unread.tsx';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon, LockIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';

export function AccessLogPage() {
  const b = useBrandWords();
  const say = useTimeText();
  const { session } = useShop();
  const { data, error, again, more, readingMore } = useAccessLog();
  return (
    <>
      <ScreenHead
        back={
          <ButtonLink href="/politica" icon={<BackIcon />}>
            {b.policy}
          </ButtonLink>
        }
        over={session.brand?.name}
        title={b.supportAccess}
      />
      <p>{b.supportAccessLead}</p>
      {data === undefined &&
        (error === null ? (
          <Skeleton label={b.loading} rows={4} />
        ) : (
          <Unread error={error} onAgain={() => void again()} />
        ))}
      {data?.items.length === 0 && <EmptyState icon={<LockIcon size={26} />} title={b.noSupportAccess} />}
      {data && data.items.length > 0 && (
        <List label={b.supportAccess}>
          {data.items.map(({ id, at, supportName, sentence, reason, searched, attemptId }) => (
            <ListItem
              key={id}
              title={sentence}
              level={2}
              why={reason ? b.accessReason(reason) : searched && b.accessSearched(searched)}
              meta={b.by(supportName, say.when(Date.parse(at)))}
              action={
                attemptId && (
                  <ButtonLink href={`/tentativas/${attemptId}`}>
                    {b.openAccessedAttempt}
                    <VisuallyHidden> {say.when(Date.parse(at))}</VisuallyHidden>
                  </ButtonLink>
                )
              }
            />
          ))}
        </List>
      )}
      {more && (
        <Button busy={readingMore} onClick={more}>
          {b.moreSupportAccess}
        </Button>
      )}
    </>
  );
}
