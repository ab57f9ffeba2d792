/** Lists of people and things: who, why, since when, and one way in. */
import type { ReactNode } from 'react';
import { Link } from './address.tsx';
import { Avatar } from './avatar.tsx';
import { classNames } from './class-names.ts';
import styles from './list.module.css';

/** A list read as such. `data-walks` marks the lists that the support console's keys J and K move through. */
export function List({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={label} data-walks>
      {children}
    </ul>
  );
}

export interface ListItemProps {
  /** A person's name: the avatar shows its initials. */
  readonly name?: string;
  readonly title: ReactNode;
  /** Of its heading: one below the heading that stands over the list. */
  readonly level?: 2 | 3;
  /** The reason it stands here, in the colour of growth. */
  readonly why?: ReactNode;
  /** The quieter line. */
  readonly meta?: ReactNode;
  /** The whole card opens this. `label` is the link's name and holds the title. */
  readonly link?: { readonly href: string; readonly label: string; readonly onPress?: () => void };
  /** A button or link of its own; name the person in its accessible name (`<VisuallyHidden>`). */
  readonly action?: ReactNode;
  /** Shown in the other half of a wide screen. */
  readonly current?: boolean;
  /** Below all that, over the whole width. */
  readonly children?: ReactNode;
}

export function ListItem({ name, title, level = 3, why, meta, link, action, current, children }: ListItemProps) {
  const Heading = `h${level}` as const;
  return (
    <li className={classNames(styles.item, link && styles.opens, current && styles.current)}>
      {name !== undefined && <Avatar name={name} />}
      <div className={styles.text}>
        <Heading className={styles.title}>
          {link ? (
            <Link href={link.href} aria-label={link.label} className={styles.link} onClick={link.onPress}>
              {title}
            </Link>
          ) : (
            title
          )}
        </Heading>
        {why && <p className={styles.why}>{why}</p>}
        {meta && <p className={styles.meta}>{meta}</p>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
      {children && <div className={styles.more}>{children}</div>}
    </li>
  );
}
