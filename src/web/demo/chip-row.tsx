/** Shows chips in one line. Where they do not fit, the line scrolls, and an arrow leads to the hidden ones. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import styles from './demo-bar.module.css';

/** The width of the faded end of the line: a step is that much shorter, so that a faded chip is fully visible after the step. */
const FADED_PX = 16;

/** Whenever `restsOn` changes, the line scrolls back to its beginning. */
export function ChipRow({ restsOn, children }: { readonly restsOn: unknown; readonly children: ReactNode }) {
  const row = useRef<HTMLDivElement>(null);
  const [more, setMore] = useState<'none' | 'after' | 'before'>('none');
  const measure = useCallback(() => {
    const line = row.current;
    if (line === null) return;
    const hidden = line.scrollWidth - line.clientWidth;
    setMore(hidden <= 1 ? 'none' : line.scrollLeft < hidden - 1 ? 'after' : 'before');
  }, []);
  useEffect(() => {
    const line = row.current;
    if (line === null) return undefined;
    const observer = new ResizeObserver(measure);
    for (const each of [line, ...line.children]) observer.observe(each);
    return () => observer.disconnect();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the effect must run when `restsOn` changes.
  useEffect(() => {
    row.current?.scrollTo({ left: 0 });
  }, [restsOn]);
  const goOn = () => {
    const line = row.current;
    if (line !== null) line.scrollTo({ left: more === 'after' ? line.scrollLeft + line.clientWidth - FADED_PX : 0 });
  };
  return (
    <>
      <div ref={row} className={styles.chips} data-more={more} onScroll={measure}>
        {children}
      </div>
      {/* The arrow is for pointers only: keys and screen readers reach every chip without it. */}
      {more !== 'none' && (
        <button type="button" className={styles.arrow} aria-hidden="true" tabIndex={-1} onClick={goOn}>
          {more === 'after' ? '›' : '‹'}
        </button>
      )}
    </>
  );
}
