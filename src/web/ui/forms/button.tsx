/** All buttons and links that look like buttons, in one style for each weight: a screen has one filled button, and only *send* is green. */
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link } from '#web/ui/layout/address.tsx';
import { classNames } from '#web/ui/layout/class-names.ts';
import styles from './button.module.css';

/**
 * `go` sends a message, and no other tone is green. `main` is the one filled button of a sheet. `lamp` holds a message
 * for later. `ghost` is any other button. `text` is for a choice that is possible but not recommended.
 */
export type ButtonTone = 'go' | 'main' | 'lamp' | 'ghost' | 'text';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style'> {
  readonly tone?: ButtonTone;
  readonly icon?: ReactNode;
  /** Takes the width of its container. */
  readonly wide?: boolean;
  /** An action is running: the button shows and announces it, and ignores further presses. The focus stays. */
  readonly busy?: boolean;
  /**
   * The action is not possible now: shown and announced as disabled. Unlike `disabled`, the button keeps its focus, so
   * that screen readers read its description.
   */
  readonly idle?: boolean;
  /** The control that a sheet focuses when it opens. */
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
  /** The link leaves the app (`wa.me`): a real link in the same tab, which no browser blocks. */
  readonly leavesApp?: boolean;
}

/** A link in the style of a button. */
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
  /** What the button does: its accessible name. */
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
