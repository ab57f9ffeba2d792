/** Warns of wrong passwords: a person of those for the own account, a brand manager also of those for accounts of the brand. */
import { useState } from 'react';
import type { Session } from '#contract/sign-in/session.ts';
import { refreshSession } from '#web/shell/session/session-state.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { LockIcon } from '#web/ui/icons/icons.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { Band } from '#web/ui/notices/band.tsx';
import { when } from '#words/core/format.ts';
import { closeWrongPasswords } from './account-api.ts';
import { useAccountWords } from './account-words.ts';

export interface PasswordWarningsProps {
  readonly session: Session;
  readonly zone: string;
  /** The address of the screen of one's own account. */
  readonly accountPath: string;
}

export function PasswordWarnings({ session, zone, accountPath }: PasswordWarningsProps) {
  const t = useAccountWords();
  const language = useLanguage();
  const [closed, setClosed] = useState<readonly string[]>([]);
  const say = (instant: string) => keepNumbers(when(language, Date.parse(instant), Date.now(), zone));
  const { wrongPasswords: own } = session;
  const others = session.passwordGuessing?.filter(({ accountId }) => !closed.includes(accountId)) ?? [];

  const closeOwn = async () => {
    if ((await closeWrongPasswords()).kind === 'done') await refreshSession();
  };
  return (
    <>
      {own && (
        <Band
          tone="warn"
          picture={<LockIcon size={22} />}
          title={t.wrong(own.count, say(own.since))}
          action={
            <>
              <ButtonLink href={accountPath}>{t.toAccount}</ButtonLink>
              <Button onClick={() => void closeOwn()}>{t.close}</Button>
            </>
          }
        >
          {t.wrongMore}
        </Band>
      )}
      {others.map(({ accountId, account, count, since }) => (
        <Band
          key={accountId}
          tone="warn"
          picture={<LockIcon size={22} />}
          title={t.guessing(account)}
          action={<Button onClick={() => setClosed([...closed, accountId])}>{t.close}</Button>}
        >
          {t.guessingMore(count, say(since))} {t.guessingAsk}
        </Band>
      ))}
    </>
  );
}
