/** The frame of a screen: the navigation at the bottom of a phone, at the left of a desk. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { Link } from './address.tsx';
import { classNames } from './class-names.ts';
import styles from './frame.module.css';

export interface NavLink {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly current: boolean;
  /** How many things wait there, in figures and in words; zero is not shown. `more`: there are further ones. */
  readonly count?: { readonly shown: number; readonly more: boolean; readonly said: string };
}

export interface FrameProps {
  /** Above the navigation, on a desk only. */
  readonly brand?: ReactNode;
  readonly navLinks: readonly NavLink[];
  /** The name of the navigation for screen readers. */
  readonly navLabel: string;
  /** A button beside the navigation, on a phone only. */
  readonly opener?: { readonly label: string; readonly icon: ReactNode; readonly onOpen: () => void };
  /** Below the navigation, on a desk only: who is signed in. */
  readonly foot?: ReactNode;
  /** A sentence above everything, such as the one about the network. */
  readonly notice?: ReactNode;
  readonly skipLabel: string;
  readonly children: ReactNode;
}

export function Frame({ brand, navLinks, navLabel, opener, foot, notice, skipLabel, children }: FrameProps) {
  const mainId = useId();
  const nav = useRef<HTMLElement>(null);
  const current = navLinks.find((way) => way.current)?.href;
  useEffect(() => {
    if (current !== undefined) showCurrentLink(nav.current);
  }, [current]);
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href={`#${mainId}`}>
        {skipLabel}
      </a>
      <header className={styles.side}>
        {brand && <div className={styles.brand}>{brand}</div>}
        <nav ref={nav} aria-label={navLabel} className={styles.ways}>
          {navLinks.map((way) => (
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

/** Scrolls a row of links that is wider than the phone, so that the link of the open screen is in its middle. */
function showCurrentLink(nav: HTMLElement | null): void {
  const link = nav?.querySelector<HTMLElement>('[aria-current]');
  if (nav && link) nav.scrollLeft = link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
}

/** The heading of a screen: the title in large, with what belongs beside it. */
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

export interface SplitPaneProps {
  readonly list: ReactNode;
  /** The chosen entry of the list; null while nothing is chosen. */
  readonly detail: ReactNode | null;
  /** The content of the right pane of a wide screen while nothing is chosen. */
  readonly emptyPane?: ReactNode;
}

/** Two panes on a wide screen (list left, entry right); on a phone only `detail`, where there is one. */
export function SplitPane({ list, detail, emptyPane }: SplitPaneProps) {
  return (
    <div className={styles.splitPane} data-open={detail !== null}>
      <section className={styles.listPane}>{list}</section>
      <section className={styles.detailPane}>{detail ?? emptyPane}</section>
    </div>
  );
}

/** A raised surface that groups its content. */
export function Card({ children }: { readonly children: ReactNode }) {
  return <section className={styles.card}>{children}</section>;
}
