/** Whose hands the device is in: their letters, and behind them the ways to change that. */
import { Suspense, useState } from 'react';
import type { Session } from '#contract/session.ts';
import { later } from '#web/later.ts';
import { useWords } from '#web/seller/words.ts';
import { Avatar } from '#web/ui/avatar.tsx';
import styles from './session.module.css';

const MenuSheet = later(async () => (await import('./menu-sheet.tsx')).MenuSheet);

/** `wide`: the name beside the letters, for the foot of a desk's side. */
export function PersonMenu({ session, wide = false }: { readonly session: Session; readonly wide?: boolean }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const name = session.person?.name ?? '';
  return (
    <>
      <button
        type="button"
        className={wide ? styles.foot : styles.avatar}
        aria-label={t.person.open(name)}
        onClick={() => setOpen(true)}
      >
        <Avatar name={name} />
        {wide && (
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
