/** Draws one day as a strip: quiet hours are thick, the rest of the day is a thin line, as on the ring. */
import type { ReactNode } from 'react';
import styles from './quiet-strip.module.css';

interface QuietStripProps {
  /** The day and its quiet stretches, in minutes or in instants. */
  readonly from: number;
  readonly to: number;
  readonly quiet: readonly { readonly start: number; readonly end: number }[];
  /** Further drawings on the strip. */
  readonly children?: ReactNode;
}

/** The strip is a drawing: words near it say the same. */
export function QuietStrip({ from, to, quiet, children }: QuietStripProps) {
  const share = (length: number) => `${(length / (to - from)) * 100}%`;
  return (
    <span className={styles.strip} aria-hidden="true">
      {quiet.map(({ start, end }) => (
        <span
          key={start}
          className={styles.quiet}
          style={{ left: share(start - from), width: share(end - start) }}
          data-from={start === from || undefined}
          data-to={end === to || undefined}
        />
      ))}
      {children}
    </span>
  );
}
