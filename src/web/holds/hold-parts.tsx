/** The parts of a list of held contacts: the live ones and the ended ones, each with its next steps. */
import type { ReactNode } from 'react';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import type { ShownPages } from '#web/shell/api/use-read.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { useHolds, type Whose } from '#web/shell/holds/use-holds.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { Unread } from '#web/shell/unread.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { ClockIcon } from '#web/ui/icons/icons.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { List } from '#web/ui/layout/list.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { HoldItem } from './hold-item.tsx';
import { sharedSentence } from './shared-sentence.ts';

/** All pages that a list shows. */
export interface HoldPages {
  readonly ready: ShownPages<HoldBody>;
  readonly waiting: ShownPages<HoldBody>;
  readonly ended: ShownPages<HoldBody>;
}

/** `sellerId`: only this seller's holds; null: all sellers' holds. */
export function useHoldPages(whose: Whose, sellerId: string | null = null): HoldPages {
  return {
    ready: useHolds('ready', whose, sellerId),
    waiting: useHolds('waiting', whose, sellerId),
    ended: useHolds('ended', whose, sellerId),
  };
}

/** Returns the holds that have been read so far. */
export function itemsOf({ data }: ShownPages<HoldBody>): readonly HoldBody[] {
  return data?.items ?? [];
}

export interface LivePartProps {
  readonly pages: HoldPages;
  /** The title shown where nothing is held. */
  readonly none: string;
  readonly noneMore: string;
  readonly children: ReactNode;
}

/** Shows the waiting and the ready holds, or why they cannot be shown. */
export function LiveHolds({ pages: { ready, waiting }, none, noneMore, children }: LivePartProps) {
  const t = useWords();
  if (ready.data === undefined || waiting.data === undefined) {
    const error = ready.error ?? waiting.error;
    if (error === null) return <Skeleton label={t.app.loading} />;
    return <Unread error={error} onRetry={() => Promise.all([ready.again(), waiting.again()])} />;
  }
  if (ready.data.items.length + waiting.data.items.length === 0)
    return (
      <EmptyState icon={<ClockIcon size={26} />} title={none}>
        {noneMore}
      </EmptyState>
    );
  return (
    <>
      {children}
      <More pages={ready.more === null ? waiting : ready} />
    </>
  );
}

export interface EndedPartProps {
  readonly pages: HoldPages;
  readonly currentId: string;
  /** Shows each seller's name. */
  readonly named?: boolean;
}

export function EndedHolds({ pages: { ended }, currentId, named = false }: EndedPartProps) {
  const t = useWords();
  const h = useHoldWords();
  if (ended.data?.items.length === 0) return null;
  return (
    <section className={styles.section} aria-label={h.list.ended}>
      <h2>{h.list.ended}</h2>
      {ended.data === undefined ? (
        ended.error ? (
          <Unread error={ended.error} onRetry={ended.again} />
        ) : (
          <Skeleton label={t.app.loading} rows={1} />
        )
      ) : (
        <HoldList title={h.list.ended} holds={ended.data.items} currentId={currentId} named={named} />
      )}
      <More pages={ended} />
    </section>
  );
}

export interface HoldSectionProps {
  readonly title: string;
  /** An action on the whole part, beside its heading. */
  readonly action?: ReactNode;
  readonly holds: readonly HoldBody[];
  readonly currentId: string;
}

export function HoldSection({ title, action, holds, currentId }: HoldSectionProps) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.headed}>
        <h2>{title}</h2>
        {action}
      </div>
      <HoldList title={title} holds={holds} currentId={currentId} />
    </section>
  );
}

function HoldList({ title, holds, currentId, named = false }: HoldSectionProps & { readonly named?: boolean }) {
  const shared = sharedSentence(holds);
  return (
    <>
      {shared !== null && <p className={styles.shared}>{keepNumbers(shared)}</p>}
      <List label={title}>
        {holds.map((hold) => (
          <HoldItem
            key={hold.attempt.id}
            hold={hold}
            current={hold.attempt.id === currentId}
            named={named}
            shared={shared}
          />
        ))}
      </List>
    </>
  );
}

function More({ pages }: { readonly pages: ShownPages<HoldBody> }) {
  const t = useWords();
  if (pages.more === null) return null;
  return (
    <Button busy={pages.readingMore} onClick={pages.more}>
      {t.app.more}
    </Button>
  );
}
