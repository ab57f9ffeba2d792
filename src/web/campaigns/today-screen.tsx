/**
 * The screen *Hoje*: one status line, the messages that are ready, the suggestions in campaign order, and questions
 * about earlier contacts.
 */
import { Suspense } from 'react';
import { firstName } from '#rules/contact/message-text.ts';
import { useOpenAttempts } from '#web/contact/handoff/open-attempts.ts';
import { useEndedNews, useHoldNews, useHolds } from '#web/shell/holds/use-holds.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { PersonMenu } from '#web/shell/session/person-menu.tsx';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { PeopleIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { LazyPart } from '#web/ui/layout/lazy-part.tsx';
import { List } from '#web/ui/layout/list.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { shortDate, weekday } from '#words/core/format.ts';
import { StatusLine } from './status-line.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { type Suggestions, useSuggestions } from './suggestions.ts';
import styles from './today.module.css';
import { useAllLoaded } from './use-all-loaded.ts';

const ReadyNow = lazyScreen(async () => (await import('#web/holds/ready-now.tsx')).ReadyNow);
const FailedParts = lazyScreen(async () => (await import('./failed-parts.tsx')).FailedParts);
const HowItWentQuestions = lazyScreen(async () => (await import('./unconfirmed-contacts.tsx')).HowItWentQuestions);

/** `currentId`: the suggestion or message that is shown beside the list. */
export function TodayScreen({ currentId }: { readonly currentId: string }) {
  const t = useWords();
  const { session } = useShop();
  const list = useSuggestions();
  const open = useOpenAttempts();
  const news = useHoldNews();
  const readyPages = useHolds('ready');
  const waiting = useHolds('waiting');
  const isLoaded = useAllLoaded([list, readyPages, waiting, useEndedNews(), ...open.readings]);
  const ready = readyPages.data?.items ?? [];
  // A customer is listed once: a customer with a ready message is left out of the suggestions.
  const readyIds = new Set(ready.map(({ customer }) => customer.id));
  const items = list.items?.filter(({ customer }) => !readyIds.has(customer.id));
  return (
    <>
      <ScreenHead over={<StoreAndDay />} title={<Greeting />} beside={<PersonMenu session={session} place="head" />} />
      <StatusLine
        suggested={items?.length ?? null}
        ready={ready.length}
        news={news}
        silenceNews={list.data?.silenceNews ?? []}
        unsaid={open.unsaid}
      />
      {isLoaded ? (
        <Suspense fallback={<Skeleton label={t.app.loading} />}>
          <LazyPart>
            {(readyPages.error !== null || waiting.error !== null || open.failed.length > 0) && <FailedParts />}
          </LazyPart>
          <LazyPart>
            {ready.length > 0 && <ReadyNow holds={ready} more={readyPages.more !== null} currentId={currentId} />}
          </LazyPart>
          <h2 className={styles.section}>{t.today.suggestions}</h2>
          <SuggestionList list={list} items={items} currentId={currentId} />
          <LazyPart>{open.unfinished.length > 0 && <HowItWentQuestions attempts={open.unfinished} />}</LazyPart>
        </Suspense>
      ) : (
        <Skeleton label={t.app.loading} />
      )}
    </>
  );
}

interface SuggestionListProps {
  readonly list: Suggestions;
  /** The suggestions without the customers listed above; undefined until the list is read. */
  readonly items: Suggestions['items'];
  readonly currentId: string;
}

function SuggestionList({ list, items, currentId }: SuggestionListProps) {
  const t = useWords();
  if (items === undefined)
    return list.error ? <Unread error={list.error} onRetry={list.again} /> : <Skeleton label={t.app.loading} />;
  return (
    <>
      {items.length === 0 ? (
        <EmptyState
          icon={<PeopleIcon size={26} />}
          title={t.today.empty}
          action={<ButtonLink href="/carteira">{t.today.toPortfolio}</ButtonLink>}
        >
          {t.today.emptyMore}
        </EmptyState>
      ) : (
        <List label={t.today.suggestions}>
          {items.map((suggestion) => (
            <SuggestionCard
              key={suggestion.id}
              suggestion={suggestion}
              current={[suggestion.id, suggestion.held?.attemptId].includes(currentId)}
            />
          ))}
        </List>
      )}
      {list.more && (
        <Button busy={list.readingMore} onClick={list.more}>
          {t.app.more}
        </Button>
      )}
    </>
  );
}

/** The store and the day: "Paulista · domingo, 22 nov". */
function StoreAndDay() {
  const { session } = useShop();
  const language = useLanguage();
  const say = useTimeText();
  const store = session.store?.name ?? session.brand?.name;
  return `${store} · ${weekday(language, say.today)}, ${shortDate(language, say.today)}`;
}

function Greeting() {
  const t = useWords();
  const say = useTimeText();
  const { now, person } = useShop();
  const hour = Number(say.time(now).slice(0, 2));
  const name = firstName(person.name);
  if (hour >= 5 && hour < 12) return t.quiet.morning(name);
  return hour >= 12 && hour < 18 ? t.quiet.afternoon(name) : t.quiet.evening(name);
}
