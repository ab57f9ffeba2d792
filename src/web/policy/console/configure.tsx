/** The section that sets a brand's hours: the form, the ticket that asked for them, and the earlier versions. */
import { useRef } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import type { Instant } from '#rules/time/interval.ts';
import { configureWords, useConfigureWords } from '#web/policy/configure-words.ts';
import { draftOf, policyOf } from '#web/policy/form/draft-policy.ts';
import { useHoursDraft } from '#web/policy/form/hours-draft.ts';
import { HoursForm } from '#web/policy/form/hours-form.tsx';
import type { TicketBody } from '#web/policy/review/preview-api.ts';
import { useTicket } from '#web/policy/review/preview-queries.ts';
import type { Brand, HistoryItem } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import type { Policy } from '#words/policy/policy-change.ts';
import styles from './brand-page.module.css';
import { HistoryCard } from './history-card.tsx';
import { StoresCard } from './stores-card.tsx';

export interface ConfigureProps {
  readonly brand: Brand;
  readonly history: readonly HistoryItem[];
  readonly now: Instant;
}

/** Screens that show a brand await this promise first. */
export const configureReady = configureWords.ready();

/** `?chamado=` names the ticket for which the hours are set. */
export function Configure(props: ConfigureProps) {
  const t = useWords();
  const [search] = useSearchParams();
  const id = search.get('chamado');
  const ticket = useTicket(id);
  // The form starts with the times of the ticket, so that it is rendered only after the ticket was read.
  if (id !== null && ticket.data === undefined && ticket.error === null) return <Skeleton label={t.loading} rows={3} />;
  const own = ticket.data?.brand.id === props.brand.id ? ticket.data : null;
  return <Form key={own?.id ?? ''} {...props} ticket={own} />;
}

function Form({ brand, history, now, ticket }: ConfigureProps & { readonly ticket: TicketBody | null }) {
  const t = useConfigureWords();
  const top = useRef<HTMLDivElement>(null);
  const [, go] = useLocation();
  const newest = policyOf(history.find(({ kind }) => kind === 'publish')?.policy);
  const { draft, dirty, change, discard } = useHoursDraft(brand.id, draftOf(newest, askedBy(ticket)));
  const rollBack = (version: number, policy: Policy) => {
    const { effective, date, time, confirmed, answer, ...hours } = draftOf(policy, null);
    change({ ...hours, reason: t.rollBackReason(version) });
    showToast({ text: t.rolledBack(version), action: { label: t.undo, run: discard } });
    top.current?.scrollIntoView({ block: 'start' });
    top.current?.focus();
  };

  return (
    <>
      <div ref={top} tabIndex={-1} className={styles.form}>
        <HoursForm
          brand={brand}
          history={history}
          ticket={ticket}
          draft={draft}
          dirty={dirty}
          now={now}
          onChange={change}
          onDiscard={discard}
          onPublished={() => {
            discard();
            if (ticket !== null) go(`/suporte/${brand.slug}`, { replace: true });
          }}
        />
      </div>
      <div className={styles.columns}>
        <StoresCard brand={brand} now={now} />
        <HistoryCard brand={brand} history={history} now={now} onRollBack={rollBack} />
      </div>
    </>
  );
}

/** Returns the two times that a ticket asks for, until they are published for that ticket. */
function askedBy(ticket: TicketBody | null) {
  if (ticket === null || ticket.version !== null || ticket.start === null || ticket.end === null) return null;
  return { start: ticket.start, end: ticket.end };
}
