/** The menu behind a person's initials: *Trocar*, *Ajustes*, *Sair*. */
import { type ReactNode, Suspense, useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import { lazyScreen } from '#web/shell/lazy-screens.ts';
import { HELP_PATH } from '#web/shell/quiet/help-path.ts';
import { hasQuietHours } from '#web/shell/quiet/silence.ts';
import { ACCOUNT_PATH } from '#web/shell/seller-routes.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { SettingsSheet } from '#web/shell/settings/settings-sheet.tsx';
import { useShop } from '#web/shell/shop-context.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { LeaveIcon, LockIcon } from '#web/ui/icons/icons.tsx';
import { QuestionIcon, SettingsIcon, SwapIcon } from '#web/ui/icons/more-icons.tsx';
import { useLocation } from '#web/ui/layout/address.tsx';
import { Sheet } from '#web/ui/layout/sheet.tsx';
import { LeaveSheet } from './leave-sheet.tsx';
import { LOCKED_PINS_PATH, useLockedPins } from './locked-pins-api.ts';
import styles from './session.module.css';
import { endTurnForNext } from './session-state.ts';
import { useSessionWords } from './session-words.ts';

const PushSection = lazyScreen(async () => (await import('#web/shell/push/push-section.tsx')).PushSection);

export function MenuSheet({ session, onClose }: { readonly session: Session; readonly onClose: () => void }) {
  const t = useWords();
  const s = useSessionWords();
  const [open, setOpen] = useState<'menu' | 'settings' | 'leave'>('menu');
  const [, go] = useLocation();
  const { hours } = useShop();
  // Notifications are about held contacts, which a brand without quiet hours does not have.
  const told = session.may.includes('receive_push') && hasQuietHours(hours);
  const goTo = (path: string) => {
    go(path);
    onClose();
  };
  if (open === 'settings')
    return (
      <SettingsSheet hasFixedTheme={session.person?.role !== 'seller'} onClose={onClose}>
        {told && (
          <Suspense>
            <PushSection />
          </Suspense>
        )}
      </SettingsSheet>
    );
  if (open === 'leave') return <LeaveSheet onStay={onClose} />;
  return (
    <Sheet
      title={session.person?.name}
      onBack={onClose}
      actions={
        <Button wide onClick={onClose}>
          {t.app.close}
        </Button>
      }
    >
      <p className={styles.soft}>{session.store?.name ?? session.brand?.name}</p>
      <ul className={styles.menu}>
        {session.kind === 'store' && (
          <Item icon={<SwapIcon />} hint={s.person.swapHint} onClick={endTurnForNext}>
            {t.person.swap}
          </Item>
        )}
        {session.person?.role === 'store_manager' && <FreePins onClose={onClose} />}
        {session.may.includes('read_own_account') && (
          <Item
            icon={<LockIcon />}
            hint={session.secondFactor ? s.person.secondFactorHint : s.person.accountHint}
            onClick={() => goTo(ACCOUNT_PATH)}
          >
            {session.kind === 'store' ? s.person.accountOfStore : s.person.account}
          </Item>
        )}
        <Item icon={<QuestionIcon />} hint={s.person.helpHint} onClick={() => goTo(HELP_PATH)}>
          {s.person.help}
        </Item>
        <Item
          icon={<SettingsIcon />}
          hint={told ? s.person.settingsHintPush : s.person.settingsHint}
          onClick={() => setOpen('settings')}
        >
          {t.person.settings}
        </Item>
        <Item icon={<LeaveIcon />} hint={s.person.leaveHint} onClick={() => setOpen('leave')}>
          {t.person.leave}
        </Item>
      </ul>
    </Sheet>
  );
}

/** Links a manager to the list of locked PINs on the day's screen, also while the list is empty. */
function FreePins({ onClose }: { readonly onClose: () => void }) {
  const s = useSessionWords();
  const [, go] = useLocation();
  const locked = useLockedPins();
  const names = locked.map(({ name }) => name).join(', ');
  const open = () => {
    go(LOCKED_PINS_PATH);
    onClose();
  };
  return (
    <Item icon={<LockIcon />} hint={names === '' ? s.person.pinsNone : s.person.pinsHint(names)} onClick={open}>
      {s.person.pins}
    </Item>
  );
}

interface ItemProps {
  readonly icon: ReactNode;
  readonly hint: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Item({ icon, hint, onClick, children }: ItemProps) {
  return (
    <li>
      <button type="button" className={styles.choice} onClick={onClick}>
        {icon}
        <span className={styles.name}>
          {children}
          <small>{hint}</small>
        </span>
      </button>
    </li>
  );
}
