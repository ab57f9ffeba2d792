/** The room a screen stands in: its ways below under the thumb on a phone, at the left on a desk. */
import { type ReactNode, useId } from 'react';
import { VisuallyHidden } from '#web/ui/notices/spoken.tsx';
import { Link } from './address.tsx';
import { classNames } from './class-names.ts';
import styles from './frame.module.css';

export interface Way {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly current: boolean;
  /** How many things wait there, in figures and in words; nothing is shown of none. `more`: there are others. */
  readonly count?: { readonly shown: number; readonly more: boolean; readonly said: string };
}

export interface FrameProps {
  /** Above the ways, on a desk only. */
  readonly brand?: ReactNode;
  readonly ways: readonly Way[];
  /** What the ways are, for those who jump between landmarks. */
  readonly waysLabel: string;
  /** Beside the ways below, on a phone only: something that opens rather than leads elsewhere. */
  readonly opener?: { readonly label: string; readonly icon: ReactNode; readonly onOpen: () => void };
  /** Under the ways, on a desk only: who is signed in. */
  readonly foot?: ReactNode;
  /** Sentence above everything, such as the one about the network. */
  readonly notice?: ReactNode;
  readonly skipLabel: string;
  readonly children: ReactNode;
}

export function Frame({ brand, ways, waysLabel, opener, foot, notice, skipLabel, children }: FrameProps) {
  const mainId = useId();
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href={`#${mainId}`}>
        {skipLabel}
      </a>
      <header className={styles.side}>
        {brand && <div className={styles.brand}>{brand}</div>}
        <nav aria-label={waysLabel} className={styles.ways}>
          {ways.map((way) => (
            <Link key={way.href} href={way.href} className={styles.way} aria-current={way.current ? 'page' : undefined}>
              {way.icon}
              <span className={styles.label}>{way.label}</span>
              {way.count !== undefined && way.count.shown > 0 && (
                <span className={styles.count}>
                  <span aria-hidden="true">{`${way.count.shown}${way.count.more ? '+' : ''}`}</span>
                  <VisuallyHidden>{`, ${way.count.said}`}</VisuallyHidden>
                </span>
              )}
            </Link>
          ))}
          {opener && (
            <button type="button" className={classNames(styles.way, styles.opener)} onClick={opener.onOpen}>
              {opener.icon}
              <span className={styles.label}>{opener.label}</span>
            </button>
          )}
        </nav>
        {foot && <div className={styles.foot}>{foot}</div>}
      </header>
      <main id={mainId} tabIndex={-1} className={styles.main}>
        {notice}
        {children}
      </main>
    </div>
  );
}

/** The head of a screen: where one is, in large, with what belongs beside it. */
export function ScreenHead(props: {
  readonly over?: ReactNode;
  readonly title: ReactNode;
  readonly back?: ReactNode;
  readonly beside?: ReactNode;
}) {
  return (
    <div className={styles.head}>
      {props.back}
      <div className={styles.headText}>
        {props.over && <p className={styles.over}>{props.over}</p>}
        <h1 tabIndex={-1}>{props.title}</h1>
      </div>
      {props.beside}
    </div>
  );
}

export interface HalvesProps {
  readonly list: ReactNode;
  /** What was chosen from the list; null while nothing is. */
  readonly detail: ReactNode | null;
  /** Stands in the right half of a wide screen while nothing is chosen. */
  readonly resting?: ReactNode;
}

/** Two halves on a wide screen (list left, message or profile right); on a phone only `detail`, where there is one. */
export function Halves({ list, detail, resting }: HalvesProps) {
  return (
    <div className={styles.halves} data-open={detail !== null}>
      <section className={styles.listHalf}>{list}</section>
      <section className={styles.detailHalf}>{detail ?? resting}</section>
    </div>
  );
}

/** A raised surface for what belongs together. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <section className={styles.card}>{children}</section>;
}
