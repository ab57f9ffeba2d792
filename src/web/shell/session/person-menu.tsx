/** Shows the initials of the person who uses the device; they open the menu. */
import { Suspense, useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { Avatar } from '#web/ui/layout/avatar.tsx';
import { classNames } from '#web/ui/layout/class-names.ts';
import styles from './session.module.css';

const MenuSheet = lazyScreen(async () => (await import('./menu-sheet.tsx')).MenuSheet);

export interface PersonMenuProps {
  readonly session: Session;
  /**
   * `foot`: in a desk's navigation, with the name beside the initials. `head`: in the heading of a list, on a phone
   * only. `page`: anywhere.
   */
  readonly place: 'head' | 'foot' | 'page';
}

export function PersonMenu({ session, place }: PersonMenuProps) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const name = session.person?.name ?? '';
  return (
    <>
      <button
        type="button"
        className={classNames(place === 'foot' ? styles.foot : styles.avatar, place === 'head' && styles.phoneOnly)}
        aria-label={t.person.open(name)}
        onClick={() => setOpen(true)}
      >
        <Avatar name={name} />
        {place === 'foot' && (
          <span className={styles.name}>
            {name}
            <small>{session.store?.name ?? session.brand?.name}</small>
          </span>
        )}
      </button>
      <Suspense>{open && <MenuSheet session={session} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
