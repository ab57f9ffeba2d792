/** A screen before, without and in spite of its content: waiting, nothing there, something failed. */
import type { ReactNode } from 'react';
import styles from './states.module.css';

/** Grey lines where content will stand; `label` tells those who do not see them. */
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

/** Nothing here, and what to do instead. */
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
 * Something failed on our side: said at once, with what is safe and the way on. `code` is for whoever helps. `level` 1:
 * it stands in place of a whole screen, which is read from its head.
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
