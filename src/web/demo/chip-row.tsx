/** Chips in one line: where they do not fit they are scrolled, and an arrow shows that there are more and leads to them. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import styles from './demo-bar.module.css';

/** As wide as the faded end of the line: what stood there is whole after a step. */
const FADED_PX = 16;

/** `restsOn`: whenever it changes, the line goes back to its beginning. */
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `restsOn` is what it waits for.
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
      {/* Keys and screen readers reach every chip without it. */}
      {more !== 'none' && (
        <button type="button" className={styles.arrow} aria-hidden="true" tabIndex={-1} onClick={goOn}>
          {more === 'after' ? '›' : '‹'}
        </button>
      )}
    </>
  );
}
