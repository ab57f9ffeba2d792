/** Everything that is pressed: one look per weight, so that a screen has one filled button and green is only *send*. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from '#web/ui/layout/address.tsx';
import { classNames } from '#web/ui/layout/class-names.ts';
import styles from './button.module.css';

/**
 * `go` sends a message, and nothing else is green. `main` is a sheet's one filled button. `lamp` leaves something for
 * the morning. `ghost` is any other. `text` is the way that is open but not offered.
 */
export type ButtonTone = 'go' | 'main' | 'lamp' | 'ghost' | 'text';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> {
  readonly tone?: ButtonTone;
  readonly icon?: ReactNode;
  /** Takes the width of its container. */
  readonly wide?: boolean;
  /** Something is under way: shown and said, and further presses are swallowed. Focus stays. */
  readonly busy?: boolean;
  /** There is nothing to do now: shown and said as disabled. Unlike `disabled` it keeps its focus, so that its description is heard. */
  readonly idle?: boolean;
  /** The control a sheet puts focus on when it opens. */
  readonly firstFocus?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const { tone = 'ghost', icon, wide, busy, idle, firstFocus, children, onClick, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={busy || idle || rest.disabled ? true : undefined}
      aria-busy={busy || undefined}
      data-first-focus={firstFocus || undefined}
      className={classNames(styles.button, styles[tone], wide && styles.wide, busy && styles.busy, idle && styles.idle)}
      onClick={(event) => {
        if (busy || idle) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon}
      <span>{children}</span>
    </button>
  );
}

export interface ButtonLinkProps {
  readonly href: string;
  readonly tone?: ButtonTone;
  readonly icon?: ReactNode;
  readonly wide?: boolean;
  readonly firstFocus?: boolean;
  readonly children: ReactNode;
  readonly onClick?: () => void;
  /** Leaves the app (`wa.me`): a real link in the same tab, so that no browser stops it. */
  readonly leavesApp?: boolean;
}

/** A link that weighs as much as a button. */
export function ButtonLink({
  href,
  tone = 'ghost',
  icon,
  wide,
  firstFocus,
  children,
  onClick,
  leavesApp,
}: ButtonLinkProps) {
  const shared = {
    href,
    onClick,
    className: classNames(styles.button, styles[tone], wide && styles.wide),
    'data-first-focus': firstFocus || undefined,
  };
  const inside = (
    <>
      {icon}
      <span>{children}</span>
    </>
  );
  return leavesApp ? (
    <a {...shared} rel="noreferrer">
      {inside}
    </a>
  ) : (
    <Link {...shared}>{inside}</Link>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'wide' | 'tone' | 'idle'> {
  /** What it does: its accessible name. */
  readonly label: string;
  readonly icon: ReactNode;
}

/** A round button that shows only an icon. */
export function IconButton({ label, icon, busy, firstFocus, onClick, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-disabled={busy || rest.disabled ? true : undefined}
      data-first-focus={firstFocus || undefined}
      className={styles.icon}
      onClick={(event) => {
        if (!busy) onClick?.(event);
      }}
    >
      {icon}
    </button>
  );
}
