/** Lists of people and things: each item has a title, a reason, a line of details, and one link. */
import type { ReactNode } from 'react';
import { Link } from './address.tsx';
import { Avatar } from './avatar.tsx';
import { classNames } from './class-names.ts';
import styles from './list.module.css';

/** A list that screen readers announce as one. `data-walks` marks the lists that the support console's keys J and K move through. */
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
  /** The level of the item's heading: one below the heading of the list. */
  readonly level?: 2 | 3;
  /** The reason for the suggestion, in a colour of its own. */
  readonly why?: ReactNode;
  /** The line of details, in a softer colour. */
  readonly meta?: ReactNode;
  /** The link of the whole card. `label` is the link's name and contains the title. */
  readonly link?: { readonly href: string; readonly label: string; readonly onPress?: () => void };
  /** A button or link of its own; its accessible name must contain the person (`<VisuallyHidden>`). */
  readonly action?: ReactNode;
  /** The item is shown in the other pane of a wide screen. */
  readonly current?: boolean;
  /** Further content below the rest, over the whole width. */
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
