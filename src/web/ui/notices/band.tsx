/** A calm message inside a screen: the quiet hours, news, or what needs attention. */
import type { ReactNode } from 'react';
import styles from './band.module.css';

export interface BandProps {
  /** `day` is a card, `hush` has the colours of quiet hours, `warn` asks for attention. */
  readonly tone?: 'day' | 'hush' | 'warn';
  /** A ring or an icon. */
  readonly picture?: ReactNode;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function Band({ tone = 'day', picture, title, children, action }: BandProps) {
  return (
    <div className={styles.band} data-tone={tone}>
      {picture && <div className={styles.picture}>{picture}</div>}
      <div className={styles.text}>
        {title && <h2 className={styles.title}>{title}</h2>}
        {children && <div className={styles.more}>{children}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
