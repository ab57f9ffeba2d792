/** Hoje: how the hours stand, what waits for a word, and whom to contact, in campaign order. */
import { Suspense } from 'react';
import type { Suggestion } from '#contract/customers.ts';
import { later } from '#web/later.ts';
import { pressSuggestion } from '#web/seller/compose/list-press.ts';
import { useHasDraft } from '#web/seller/drafts.ts';
import { useOpenAttempts } from '#web/seller/handoff/open-attempts.ts';
import { holdPath } from '#web/seller/holds/hold-path.ts';
import { useHoldNews, useHolds } from '#web/seller/holds/use-holds.ts';
import { firstName } from '#web/seller/names.ts';
import { Marks } from '#web/seller/portfolio/marks.tsx';
import { OnceNotice } from '#web/seller/quiet/notice.tsx';
import { QuietBand } from '#web/seller/quiet/quiet-band.tsx';
import { instantOf } from '#web/seller/quiet/silence.ts';
import { useSay, useShop } from '#web/seller/shop.tsx';
import { Unread } from '#web/seller/unread.tsx';
import { useWords } from '#web/seller/words.ts';
import { PersonMenu } from '#web/session/person-menu.tsx';
import { useLanguage } from '#web/settings/language.ts';
import { Button, ButtonLink } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/chip.tsx';
import { ScreenHead } from '#web/ui/frame.tsx';
import { ClockIcon, PeopleIcon } from '#web/ui/icons.tsx';
import { List, ListItem } from '#web/ui/list.tsx';
import { VisuallyHidden } from '#web/ui/spoken.tsx';
import { EmptyState, Skeleton } from '#web/ui/states.tsx';
import { shortDate, weekday } from '#words/format.ts';
import { useSuggestions } from './suggestions.ts';
import styles from './today.module.css';

const ReadyNow = later(async () => (await import('#web/seller/holds/ready-now.tsx')).ReadyNow);
const HoldNews = later(async () => (await import('#web/seller/holds/hold-news.tsx')).HoldNews);
const Waiting = later(async () => (await import('./waiting.tsx')).Waiting);

/** `currentId`: of the suggestion or message that stands beside it. */
export function TodayScreen({ currentId }: { readonly currentId: string }) {
  const t = useWords();
  const { session } = useShop();
  const list = useSuggestions();
  const open = useOpenAttempts();
  const news = useHoldNews();
  const readyPages = useHolds('ready');
  const ready = readyPages.data?.items ?? [];
  // What is ready stands above, and not a second time among the suggestions it began with.
  const above = new Set(ready.map(({ attempt }) => attempt.id));
  const items = list.items?.filter(({ held }) => held === null || !above.has(held.attemptId));
  return (
    <>
      <ScreenHead over={<Where />} title={<Greeting />} beside={<PersonMenu session={session} place="head" />} />
      <QuietBand suggested={items?.length ?? null} />
      <OnceNotice />
      {open.unsaid.length + open.unfinished.length > 0 && (
        <Suspense>
          <Waiting {...open} />
        </Suspense>
      )}
      <Suspense>
        {news.length > 0 && <HoldNews news={news} />}
        {ready.length > 0 && <ReadyNow holds={ready} more={readyPages.more !== null} currentId={currentId} />}
      </Suspense>
      <h2 className={styles.section}>{t.today.suggestions}</h2>
      {items === undefined ? (
        list.error ? (
          <Unread error={list.error} onRetry={list.again} />
        ) : (
          <Skeleton label={t.app.loading} />
        )
      ) : items.length === 0 ? (
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
            <Suggested
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

function Suggested({ suggestion, current }: { readonly suggestion: Suggestion; readonly current: boolean }) {
  const t = useWords();
  const say = useSay();
  const { person, silence } = useShop();
  const { id, customer, reason, held } = suggestion;
  const draft = useHasDraft({ personId: person.id, customerId: customer.id, suggestionId: id });
  const last = customer.lastContactAt;
  return (
    <ListItem
      name={customer.name}
      title={customer.name}
      why={reason}
      meta={
        <>
          {last === null ? t.today.noContact : t.today.lastContact(say.ago(instantOf(last)))}
          {draft && ` · ${t.today.draft}`}
          {held && (
            <span className={styles.held}>
              <Tag tone="quiet" icon={<ClockIcon size={14} />}>
                {held.state === 'ready' ? t.today.heldReady : t.today.heldFor(say.when(instantOf(held.heldUntil)))}
                {held.sellerId !== person.id && ` · ${firstName(held.sellerName)}`}
              </Tag>
            </span>
          )}
          <Marks customer={customer} />
        </>
      }
      current={current}
      action={
        <span className={styles.whole}>
          <ButtonLink
            href={held?.sellerId === person.id ? holdPath(held.attemptId) : `/sugestao/${id}`}
            onClick={() => silence.quiet && pressSuggestion(id)}
          >
            {t.today.open}
            <VisuallyHidden>{t.today.openFor(customer.name)}</VisuallyHidden>
          </ButtonLink>
        </span>
      }
    />
  );
}

/** "Paulista · domingo, 22 nov" */
function Where() {
  const { session } = useShop();
  const language = useLanguage();
  const say = useSay();
  const store = session.store?.name ?? session.brand?.name;
  return `${store} · ${weekday(language, say.today)}, ${shortDate(language, say.today)}`;
}

function Greeting() {
  const t = useWords();
  const say = useSay();
  const { now, person } = useShop();
  const hour = Number(say.time(now).slice(0, 2));
  const name = firstName(person.name);
  if (hour >= 5 && hour < 12) return t.quiet.morning(name);
  return hour >= 12 && hour < 18 ? t.quiet.afternoon(name) : t.quiet.evening(name);
}
