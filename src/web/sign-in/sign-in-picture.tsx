/** The picture of the sign-in screen: the day as a ring, with a thick arc for quiet hours. */

import styles from '#web/shell/session/session.module.css';
import { MOON_PATH, SUN_PATH } from '#web/ui/icons/ring-signs.ts';

export function SignInPicture() {
  return (
    <div className={styles.dusk} aria-hidden="true">
      <svg viewBox="0 0 120 120" width="104" height="104" fill="none" aria-hidden="true">
        <path
          d="M104 60A44 44 0 0 1 16 60"
          stroke="var(--open)"
          strokeWidth="3"
          strokeDasharray="0.1 7.3"
          strokeLinecap="round"
        />
        <path d="M16 60a44 44 0 0 1 88 0" stroke="var(--dusk)" strokeWidth="9" strokeLinecap="round" />
        <g
          transform="translate(48 34)"
          stroke="var(--dusk)"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d={MOON_PATH} />
        </g>
        <g transform="translate(50 74) scale(.84)" stroke="var(--lamp-edge)" strokeWidth="2" strokeLinecap="round">
          <path d={SUN_PATH} />
        </g>
      </svg>
      <span className={styles.oto}>oto</span>
    </div>
  );
}
