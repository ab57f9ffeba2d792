/** The states of a screen without content: loading, empty, failed. */
import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Grey lines instead of the coming content; `label` is read by screen readers. */
export function Skeleton({ label, rows = 3 }: { readonly label: string; readonly rows?: number }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <span key={row} className={styles.bone} />
      ))}
    </div>
  );
}

interface StateProps {
  readonly icon?: ReactNode;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is here, and what to do instead. */
export function EmptyState({ icon, title, children, action }: StateProps) {
  return (
    <div className={styles.state}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <h2>{title}</h2>
      {children && <div className={styles.more}>{children}</div>}
      {action}
    </div>
  );
}

/**
 * Something failed on the server or in the app: shown with what is safe and what to do. `code` is for support. With
 * `level` 1 the state replaces a whole screen and has its heading.
 */
export function ErrorState({
  icon,
  level = 2,
  title,
  children,
  action,
  code,
}: StateProps & { readonly code?: string | undefined; readonly level?: 1 | 2 }) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.state} role="alert">
      {icon && <span className={styles.icon}>{icon}</span>}
      <Heading>{title}</Heading>
      {children && <div className={styles.more}>{children}</div>}
      {action}
      {code && <code className={styles.code}>{code}</code>}
    </div>
  );
}
