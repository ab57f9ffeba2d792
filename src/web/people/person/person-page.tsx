/** One person: role, store, PIN, portfolio, and what the reader may change. */
import { type ReactNode, useEffect, useState } from 'react';
import { AwayTag } from '#web/people/away-tag.tsx';
import styles from '#web/people/people.module.css';
import { changePerson, type PersonDetail, unlockPerson, usePerson } from '#web/people/people-api.ts';
import { TEAM_PATH } from '#web/people/people-paths.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { PinShown } from '#web/people/pin-shown.tsx';
import { listHref } from '#web/shell/address-filter/address-filter.ts';
import { sentenceOf } from '#web/shell/api/call.ts';
import { HistoryCard } from '#web/shell/history/history-card.tsx';
import { workPath } from '#web/shell/seller-routes.ts';
import { Unread } from '#web/shell/unread.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { focusHeading } from '#web/ui/layout/focus-heading.ts';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { DeactivateSheet } from './deactivate-sheet.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { MoveSheet } from './move-sheet.tsx';
import { NewPinSheet } from './new-pin-sheet.tsx';
import { RenameSheet } from './rename-sheet.tsx';

export function PersonPage({ id }: { readonly id: string }) {
  const t = usePeopleWords();
  const { data: person, error, again } = usePerson(id);
  return (
    <>
      <ScreenHead
        back={
          <ButtonLink href={listHref(TEAM_PATH)} icon={<BackIcon />}>
            {t.title}
          </ButtonLink>
        }
        title={person?.name ?? t.title}
      />
      {person === undefined ? (
        error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <Skeleton label={t.loading} rows={4} />
        )
      ) : (
        <Person person={person} />
      )}
    </>
  );
}

type Asked = 'rename' | 'move' | 'deactivate' | 'give_pin' | 'invite';

function Person({ person }: { readonly person: PersonDetail }) {
  const t = usePeopleWords();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [given, setGiven] = useState<{ readonly pin: string; readonly until: string } | null>(null);
  const [closed, setClosed] = useState(0);
  // The pressed button may be gone after a change: the focus goes to the heading.
  useEffect(() => {
    if (closed > 0) focusHeading();
  }, [closed]);
  const close = () => setAsked(null);
  const changed = () => {
    setAsked(null);
    setClosed(closed + 1);
  };
  const sheet = { person, onClose: close, onChanged: changed };
  return (
    <>
      <Facts person={person} />
      <Actions person={person} onAsk={setAsked} onChanged={changed} />
      <HistoryCard
        title={t.changes}
        changes={person.changes}
        kinds={t.changeKinds}
        fieldNames={t.changeFields}
        byWhom={t.changeBy}
      />
      {asked === 'invite' && <InviteSheet {...sheet} />}
      {asked === 'rename' && <RenameSheet {...sheet} />}
      {asked === 'move' && <MoveSheet {...sheet} />}
      {asked === 'deactivate' && <DeactivateSheet {...sheet} />}
      {asked === 'give_pin' && (
        <NewPinSheet
          person={person}
          onClose={close}
          onGiven={(pin) => {
            setAsked(null);
            setGiven(pin);
          }}
        />
      )}
      {given && (
        <PinShown
          name={person.name}
          {...given}
          onClose={() => {
            setGiven(null);
            changed();
          }}
        />
      )}
    </>
  );
}

function Facts({ person }: { readonly person: PersonDetail }) {
  const t = usePeopleWords();
  const { role, store, code, pin, active, locked, customers, held, away, invitation } = person;
  return (
    <Card>
      <h2>{t.access}</h2>
      <dl className={styles.facts}>
        <Fact name={t.facts.role}>{t.roles[role]}</Fact>
        {store !== null && <Fact name={t.facts.store}>{store}</Fact>}
        {code !== null && <Fact name={t.facts.code}>{code}</Fact>}
        <Fact name={t.facts.pin}>
          {!active ? <Tag>{t.noAccess}</Tag> : store === null ? signInOf(invitation, t) : t.pins[pin]}{' '}
          {active && locked && <Tag tone="warn">{t.locked}</Tag>}
        </Fact>
        {away !== null && (
          <Fact name={t.facts.away}>
            <AwayTag away={away} />
          </Fact>
        )}
        <Fact name={t.facts.portfolio}>{t.customers(customers)}</Fact>
        <Fact name={t.facts.held}>{held === 0 ? t.noMessages : t.messages(held)}</Fact>
      </dl>
    </Card>
  );
}

function signInOf(invitation: PersonDetail['invitation'], t: ReturnType<typeof usePeopleWords>): string {
  return invitation === null ? t.withAccount : t.invitations[invitation.state](invitation.email);
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface ActionsProps {
  readonly person: PersonDetail;
  readonly onAsk: (asked: Asked) => void;
  readonly onChanged: () => void;
}

function Actions({ person, onAsk, onChanged }: ActionsProps) {
  const t = usePeopleWords();
  const [busy, setBusy] = useState<'unlock' | 'activate' | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const { id, name, active, may } = person;

  const unlock = async () => {
    setBusy('unlock');
    setFault(null);
    const answer = await unlockPerson(id);
    setBusy(null);
    if (answer.kind !== 'done') return setFault(answer.kind === 'refused' ? sentenceOf(answer.refusal) : t.unreached);
    showToast({ text: t.freed(name) });
    onChanged();
  };
  const activate = async () => {
    setBusy('activate');
    setFault(null);
    const answer = await changePerson(id, { active: true });
    setBusy(null);
    if (answer.kind !== 'done') return setFault(answer.kind === 'refused' ? sentenceOf(answer.refusal) : t.unreached);
    showToast({
      text: t.reactivated(name),
      action: { label: t.undo, run: () => void changePerson(id, { active: false }) },
    });
    onChanged();
  };
  return (
    <>
      <div className={styles.buttons}>
        {may.includes('unlock') && (
          <Button busy={busy === 'unlock'} onClick={() => void unlock()}>
            {t.free}
          </Button>
        )}
        {may.includes('invite') && <Button onClick={() => onAsk('invite')}>{t.inviteAgain}</Button>}
        {may.includes('give_pin') && <Button onClick={() => onAsk('give_pin')}>{t.newPin}</Button>}
        {person.storeId !== null && <ButtonLink href={workPath(id)}>{t.work}</ButtonLink>}
        {may.includes('rename') && <Button onClick={() => onAsk('rename')}>{t.rename}</Button>}
        {may.includes('move') && <Button onClick={() => onAsk('move')}>{t.move}</Button>}
        {may.includes('deactivate') &&
          (active ? (
            <Button onClick={() => onAsk('deactivate')}>{t.deactivate}</Button>
          ) : (
            <Button busy={busy === 'activate'} onClick={() => void activate()}>
              {t.reactivate}
            </Button>
          ))}
      </div>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </>
  );
}
