/** People of the store to choose from, by name. */
import { useWords } from '#web/seller/words.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import { LockIcon } from '#web/ui/icons.tsx';
import styles from './session.module.css';
import type { Colleague } from './who-screen.tsx';

export interface PeopleListProps {
  readonly label: string;
  readonly people: readonly Colleague[];
  readonly onChoose: (person: Colleague) => void;
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
