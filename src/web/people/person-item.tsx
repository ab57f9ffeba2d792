/** One person in the list of a phone. */
import { Tag } from '#web/ui/forms/chip.tsx';
import { ListItem } from '#web/ui/layout/list.tsx';
import { AwayTag } from './away-tag.tsx';
import type { PersonEntry } from './people-api.ts';
import { personPath } from './people-paths.ts';
import { usePeopleWords } from './people-words.ts';

export function PersonItem({ person, withStore }: { readonly person: PersonEntry; readonly withStore: boolean }) {
  const t = usePeopleWords();
  const { id, name, role, store, active, pin } = person;
  return (
    <ListItem
      name={name}
      title={name}
      level={2}
      link={{ href: personPath(id), label: t.open(name) }}
      meta={
        <>
          {[withStore ? store : null, t.roles[role]].filter(Boolean).join(' · ')}
          {active && store !== null && pin !== 'own' && ` · ${t.pins[pin]}`} <PersonTags person={person} />
        </>
      }
    />
  );
}

/** Says what of a person needs the manager's eye: no access, a locked PIN, days off. */
export function PersonTags({ person: { active, locked, away } }: { readonly person: PersonEntry }) {
  const t = usePeopleWords();
  if (!active) return <Tag>{t.noAccess}</Tag>;
  return (
    <>
      {locked && <Tag tone="warn">{t.locked}</Tag>} <AwayTag away={away} />
    </>
  );
}
