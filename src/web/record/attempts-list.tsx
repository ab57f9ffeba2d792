/** Lists attempts, the newest first, narrowed by a search; each opens its story. */

import type { AttemptState } from '#rules/contact/attempt.ts';
import { useKeptSearch } from '#web/record/search/use-kept-search.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { SearchIcon } from '#web/ui/icons/icons.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { when } from '#words/core/format.ts';
import { cityOfZone } from '#words/core/zone-city.ts';
import { isAny } from './attempt-search.ts';
import styles from './attempts.module.css';
import { type AttemptLine, type AttemptsScope, useAttempts } from './attempts-api.ts';
import { useAttemptsWords } from './attempts-words.ts';
import { SearchForm } from './search-form.tsx';
import { Unread } from './unread.tsx';

export interface AttemptsListProps {
  readonly scope: AttemptsScope;
  /** The attempt that is open beside the list. */
  readonly currentId?: string | null;
}

export function AttemptsList({ scope, currentId = null }: AttemptsListProps) {
  const t = useAttemptsWords();
  const [search, setSearch] = useKeptSearch(scope.href);
  const { data, error, again, more, readingMore } = useAttempts(scope, search);
  const all = isAny(search);
  return (
    <div className={styles.searched}>
      <div className={styles.columns}>
        <SearchForm search={search} masked={scope.brandId !== null} onSearch={setSearch} />
        <div className={styles.results}>
          <p role="status" className={styles.count}>
            {data && data.items.length > 0 && t.found(data.items.length, more !== null)}
          </p>
          {data === undefined ? (
            error === null ? (
              <Skeleton label={t.loading} rows={4} />
            ) : (
              <Unread error={error} onAgain={() => void again()} />
            )
          ) : data.items.length === 0 ? (
            <EmptyState icon={<SearchIcon size={26} />} title={all ? t.noneYet : t.none}>
              {!all && t.noneMore}
            </EmptyState>
          ) : (
            <List label={t.attempts}>
              {data.items.map((attempt) => (
                <Line key={attempt.id} attempt={attempt} scope={scope} current={attempt.id === currentId} />
              ))}
            </List>
          )}
          {more && (
            <Button busy={readingMore} onClick={more}>
              {t.more}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

interface LineProps {
  readonly attempt: AttemptLine;
  readonly scope: AttemptsScope;
  readonly current: boolean;
}

function Line({ attempt, scope, current }: LineProps) {
  const t = useAttemptsWords();
  const language = useLanguage();
  const { id, customerName, sellerName, storeName, storeZone, createdAt, state, heldUntil } = attempt;
  const zone = storeZone ?? scope.zone;
  const say = (instant: string) => when(language, Date.parse(instant), scope.now, zone);
  const at = say(createdAt);
  const where = zone === scope.zone ? storeName : storeName && `${storeName} (${cityOfZone(zone)})`;
  return (
    <ListItem
      title={customerName}
      level={2}
      current={current}
      meta={
        <>
          {[at, sellerName, scope.ofOneStore ? null : where].filter(Boolean).join(' · ')}{' '}
          <Tag tone={TONES[state]}>{t.states[state]}</Tag>{' '}
          {heldUntil && (state === 'ready' ? t.readyTill : t.heldUntil)(say(heldUntil))}
        </>
      }
      link={{ href: `${scope.href}/${id}`, label: `${t.open}${t.openFor(customerName, at)}` }}
    />
  );
}

const TONES: Readonly<Record<AttemptState, 'plain' | 'quiet' | 'warn' | 'good'>> = {
  refused: 'quiet',
  warned: 'warn',
  handed_over: 'plain',
  sent: 'good',
  abandoned: 'plain',
  held: 'quiet',
  ready: 'good',
  cancelled: 'plain',
  expired: 'plain',
  failed: 'warn',
  unknown: 'warn',
};
