/** The page of one ticket with the brand beside it: what is asked, and what to know before the answer. */
import { UnansweredError } from '#web/shell/api/call.ts';
import { sayInTicket, type TicketBody } from '#web/shell/api/tickets-api.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { refreshSupport, useBrand, useBrandNow } from '#web/shell/support/brand-queries.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { zoneOffset } from '#web/shell/support/zone-name.ts';
import { TicketThread } from '#web/support/tickets/ticket-thread.tsx';
import { useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { AttentionIcon, BackIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { joinList, timeOn } from '#words/core/format.ts';
import { openHoursText } from './open-hours-text.ts';
import styles from './ticket-page.module.css';
import { useTicket } from './ticket-queries.ts';

export function TicketPage({ id }: { readonly id: string }) {
  const t = useTicketWords();
  const s = useWords();
  const { data, error, again } = useTicket(id);
  const back = (
    <ButtonLink href="/suporte/chamados" icon={<BackIcon />}>
      {t.back}
    </ButtonLink>
  );
  if (data === undefined) {
    if (error === null) return <Skeleton label={s.loading} rows={4} />;
    if (error instanceof UnansweredError && error.refusal?.code === 'not_found')
      return <EmptyState title={t.gone} action={back} />;
    return <Unread error={error} onAgain={() => void again()} />;
  }
  return (
    <>
      <ScreenHead
        back={back}
        over={data.brand.name}
        title={t.numbered(data.number)}
        beside={
          data.brand.plan !== 'starter' && (
            <ButtonLink tone="main" href={`/suporte/${data.brand.slug}?chamado=${id}`}>
              {t.configure}
            </ButtonLink>
          )
        }
      />
      <LoadedTicket ticket={data} />
    </>
  );
}

function LoadedTicket({ ticket }: { readonly ticket: TicketBody }) {
  const s = useWords();
  const brand = useBrand(ticket.brand.id);
  if (brand.data) return <TicketAndBrand ticket={ticket} brand={brand.data} />;
  if (brand.error === null) return <Skeleton label={s.loading} rows={4} />;
  return <Unread error={brand.error} onAgain={() => void brand.again()} />;
}

function TicketAndBrand({ ticket, brand }: { readonly ticket: TicketBody; readonly brand: Brand }) {
  const now = useBrandNow(brand);
  return (
    <div className={styles.both}>
      <div className={styles.side}>
        <TicketThread
          ticket={ticket}
          side="support"
          now={now}
          zone={brand.zone}
          onSay={async (text, close) => {
            const answer = await sayInTicket(ticket.id, text, close);
            if (answer.kind === 'done') await refreshSupport();
            return answer;
          }}
        />
      </div>
      <BrandCard brand={brand} now={now} />
    </div>
  );
}

function BrandCard({ brand, now }: { readonly brand: Brand; readonly now: number }) {
  const t = useTicketWords();
  const s = useWords();
  const language = useLanguage();
  const missing = brand.stores.filter(({ hours }) => hours.length === 0).map(({ name }) => name);
  return (
    <div className={styles.side}>
      <Card>
        <h2>{brand.name}</h2>
        <p>
          {t.plan}: <Tag>{s.plans[brand.plan]}</Tag>
        </p>
        <h3>{t.policy}</h3>
        <p>{brand.quietHours.active ? brand.quietHours.sentence : t.noPolicy}</p>
      </Card>
      <Card>
        <h2>{t.stores}</h2>
        {missing.length > 0 && (
          <Band tone="warn" picture={<AttentionIcon />}>
            {t.missingHours(missing.length, joinList(language, missing))}
          </Band>
        )}
        <ul className={styles.stores}>
          {brand.stores.map((store) => (
            <li key={store.id}>
              <b>{store.name}</b>
              <small>
                {store.city}, {store.state} · {timeOn(now, store.zone)} ({zoneOffset(language, store.zone, now)})
              </small>
              {store.hours.length === 0 ? (
                <span className={styles.missing}>{t.noHours}</span>
              ) : (
                <span>{openHoursText(language, store.hours)}</span>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
