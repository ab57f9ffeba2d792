/** The screen *Agendados da loja*: the store's held contacts by seller, and those that need a manager's attention. */
import { useState } from 'react';
import { firstName } from '#rules/contact/message-text.ts';
import { usePortfolioWords } from '#web/customers/portfolio/portfolio-words.ts';
import { EndedHolds, HoldSection, itemsOf, LiveHolds, useHoldPages } from '#web/holds/hold-parts.tsx';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { useHoldWords } from '#web/shell/holds/hold-words.ts';
import styles from '#web/shell/holds/holds.module.css';
import { nameAmong } from '#web/shell/person-names.ts';
import { workPath } from '#web/shell/seller-routes.ts';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Choices, Tag } from '#web/ui/forms/chip.tsx';
import { AttentionIcon, PeopleIcon } from '#web/ui/icons/icons.tsx';
import { PassAll } from './pass-all.tsx';
import { useTeam } from './team.ts';

const EVERYONE = '';

export function StoreHolds({ currentId }: { readonly currentId: string }) {
  const h = useHoldWords();
  const [sellerId, setSellerId] = useState(EVERYONE);
  const t = usePortfolioWords();
  const sellers = useTeam();
  const chosen = sellers.find(({ id }) => id === sellerId);
  const pages = useHoldPages('store', chosen?.id ?? null);
  const live = [...itemsOf(pages.ready), ...itemsOf(pages.waiting)];
  const more = pages.ready.more !== null || pages.waiting.more !== null;
  return (
    <>
      {sellers.length > 1 && (
        <Choices
          legend={h.list.seller}
          choices={[
            { value: EVERYONE, label: h.list.everyone },
            ...sellers.map(({ id, name }) => ({ value: id, label: nameAmong(name, sellers) })),
          ]}
          value={chosen?.id ?? EVERYONE}
          onChange={setSellerId}
        />
      )}
      {chosen && (
        <ButtonLink href={workPath(chosen.id)} icon={<PeopleIcon />}>
          {t.title(firstName(chosen.name))}
        </ButtonLink>
      )}
      <p className={styles.count} role="status">
        {live.length > 0 && h.list.count(live.length, more)}
        <Marked holds={live} />
      </p>
      <LiveHolds
        pages={pages}
        none={chosen === undefined ? h.list.noneStore : h.list.noneOf(nameAmong(chosen.name, sellers))}
        noneMore={h.list.noneMore}
      >
        {sellersOf(live).map(({ id, name }) => (
          <HoldSection
            key={id}
            title={name}
            action={sellers.length > 1 && <PassAll from={{ id, name }} />}
            holds={live.filter(({ seller }) => seller.id === id)}
            currentId={currentId}
          />
        ))}
      </LiveHolds>
      <EndedHolds pages={pages} currentId={currentId} named />
    </>
  );
}

/** Shows the manager what did not fit (P3) and what is parked: a parked hold waits for its seller or the manager. */
function Marked({ holds }: { readonly holds: readonly HoldBody[] }) {
  const h = useHoldWords();
  const marks = [
    [holds.filter(({ parked }) => parked).length, h.list.parkedOf],
    [holds.filter(({ didNotFit }) => didNotFit).length, h.list.didNotFitOf],
  ] as const;
  return marks.map(
    ([n, say]) =>
      n > 0 && (
        <span key={say(n)} className={styles.mark}>
          <Tag tone="warn" icon={<AttentionIcon size={14} />}>
            {say(n)}
          </Tag>
        </span>
      ),
  );
}

/** Returns each seller once, by name. */
function sellersOf(holds: readonly HoldBody[]): readonly HoldBody['seller'][] {
  const byId = new Map(holds.map(({ seller }) => [seller.id, seller]));
  return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
