/** The button of the finder: beside the console's name on a desk, above the page on a phone. */
import { type ComponentType, useCallback, useEffect, useState } from 'react';
import { useWords } from '#web/shell/support/support-words.ts';
import { SearchIcon } from '#web/ui/icons/icons.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import styles from './finder-button.module.css';

type FinderSheet = ComponentType<{ readonly onClose: () => void }>;

const fetchFinder = () => import('./finder.tsx');

/**
 * The finder's code is loaded this long after the start, so that the first screen has the network for itself, and text
 * typed right after Ctrl-K is not lost later.
 */
const FIRST_SCREEN_MS = 2_000;

/** Where the finder's code cannot be loaded, a sentence says so and the next press tries again. */
export function useFinderSheet() {
  const t = useWords();
  const [Sheet, setSheet] = useState<FinderSheet | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => void fetchFinder().catch(() => undefined), FIRST_SCREEN_MS);
    return () => clearTimeout(timer);
  }, []);
  const close = useCallback(() => setSheet(null), []);
  const open = useCallback(
    () =>
      void fetchFinder().then(
        ({ Finder }) => setSheet(() => Finder),
        () => showToast({ text: t.unreached }),
      ),
    [t],
  );
  return { open, sheet: Sheet && <Sheet onClose={close} /> };
}

export interface FinderButtonProps {
  readonly on: 'desk' | 'phone';
  readonly onOpen: () => void;
}

export function FinderButton({ on, onOpen }: FinderButtonProps) {
  const t = useWords();
  return (
    <button type="button" className={styles.finder} data-on={on} aria-keyshortcuts="Control+K Meta+K" onClick={onOpen}>
      <SearchIcon size={18} />
      <span className={styles.words}>{t.find}</span>
      {on === 'desk' && (
        <span className={styles.keys} aria-hidden="true">
          {isMac() ? '⌘K' : 'Ctrl K'}
        </span>
      )}
    </button>
  );
}

function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
