/** Lists the people of the store by name, to choose one. */
import { useWords } from '#web/shell/seller-words.ts';
import styles from '#web/shell/session/session.module.css';
import { LockIcon } from '#web/ui/icons/icons.tsx';
import { Avatar } from '#web/ui/layout/avatar.tsx';
import type { StorePerson } from './store-person.ts';

export interface PeopleListProps {
  readonly label: string;
  readonly people: readonly StorePerson[];
  readonly onChoose: (person: StorePerson) => void;
}

export function PeopleList({ label, people, onChoose }: PeopleListProps) {
  const t = useWords();
  return (
    <ul className={styles.people} aria-label={label}>
      {people.map((person) => (
        <li key={person.id}>
          <button type="button" className={styles.person} onClick={() => onChoose(person)}>
            <Avatar name={person.name} />
            <span className={styles.name}>
              {person.name}
              {person.role === 'store_manager' && <small>{t.pin.manager}</small>}
            </span>
            {person.locked && (
              <span className={styles.paused}>
                <LockIcon size={16} />
                {t.pin.paused}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
