/** The list of people with an account and of invited people, with what support can do for each. */
import { useState } from 'react';
import { sentenceOf } from '#web/shell/api/call.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { useAccountWords } from './account-words.ts';
import styles from './accounts.module.css';
import { type Entry, makeResetLink, type useBrandAccounts } from './accounts-api.ts';
import { DevicesSheet } from './devices-sheet.tsx';
import { InviteSheet } from './invite-sheet.tsx';
import { LinkSheet } from './link-sheet.tsx';

export interface AccountListProps {
  readonly label: string;
  readonly entries: ReturnType<typeof useBrandAccounts>;
  /** The brand of the people; null: support. */
  readonly brand: { readonly id: string; readonly name: string } | null;
  readonly secondFactors?: SecondFactors;
}

type Person = { readonly id: string; readonly name: string };

/** Who of a brand has a second factor, and what happens when support hears that one of them lost it. */
export interface SecondFactors {
  readonly protectedIds: ReadonlySet<string>;
  readonly onLost: (person: Person) => void;
}

/** Shows the list with the button that invites. A link that could not be mailed appears in a sheet. */
export function AccountList({ label, entries, brand, secondFactors }: AccountListProps) {
  const t = useAccountWords();
  const [inviting, setInviting] = useState<Entry | 'somebody' | null>(null);
  const [link, setLink] = useState<{ name: string; url: string } | null>(null);
  const [looking, setLooking] = useState<Person | null>(null);
  const showLink = (name: string, url: string) => setLink({ name, url });
  return (
    <>
      {entries.data === undefined ? (
        entries.error === null ? (
          <Skeleton label={t.loading} rows={2} />
        ) : (
          <Unread error={entries.error} onAgain={() => void entries.again()} />
        )
      ) : entries.data.length === 0 ? (
        <p>{brand === null ? t.noInvitations : t.none}</p>
      ) : (
        <List label={label}>
          {entries.data.map((entry) => (
            <AccountItem
              key={entry.id}
              entry={entry}
              brandId={brand?.id ?? null}
              onInvite={() => setInviting(entry)}
              onLink={showLink}
              onDevices={setLooking}
              onLost={
                entry.personId !== null && secondFactors?.protectedIds.has(entry.personId) ? secondFactors.onLost : null
              }
            />
          ))}
        </List>
      )}
      <p className={styles.invite}>
        <Button onClick={() => setInviting('somebody')}>{t.invite}</Button>
      </p>
      {inviting && (
        <InviteSheet
          brand={brand}
          again={inviting === 'somebody' ? null : inviting}
          onClose={() => setInviting(null)}
          onLink={showLink}
        />
      )}
      {brand && looking && <DevicesSheet brandId={brand.id} person={looking} onClose={() => setLooking(null)} />}
      {link && <LinkSheet {...link} onClose={() => setLink(null)} />}
    </>
  );
}

interface AccountItemProps {
  readonly entry: Entry;
  readonly brandId: string | null;
  readonly onInvite: () => void;
  readonly onLink: (name: string, url: string) => void;
  readonly onDevices: (person: Person) => void;
  /** Null: the person has no second factor. */
  readonly onLost: ((person: Person) => void) | null;
}

function AccountItem({ entry, brandId, onInvite, onLink, onDevices, onLost }: AccountItemProps) {
  const t = useAccountWords();
  const { name, email, state, personId } = entry;
  const [busy, setBusy] = useState(false);
  const isInvited = state === 'invited' || state === 'invitation_over';

  const reset = async () => {
    if (brandId === null || personId === null) return;
    setBusy(true);
    const answer = await makeResetLink(brandId, personId);
    setBusy(false);
    if (answer.kind === 'done' && 'url' in answer.body) return onLink(name, answer.body.url);
    if (answer.kind === 'done') return showToast({ text: t.resetSent(name) });
    showToast({ text: answer.kind === 'lost' ? t.unreached : sentenceOf(answer.refusal) });
  };

  return (
    <ListItem
      name={name}
      title={name}
      level={3}
      meta={
        <>
          {email} <Tag tone={state === 'active' ? 'plain' : 'warn'}>{t.states[state]}</Tag>{' '}
          {onLost && <Tag>{t.protected}</Tag>}
        </>
      }
      action={
        isInvited ? (
          <Button onClick={onInvite}>
            {t.inviteAgain}
            <VisuallyHidden> {name}</VisuallyHidden>
          </Button>
        ) : (
          brandId !== null &&
          state === 'active' && (
            <>
              <Button onClick={() => personId !== null && onDevices({ id: personId, name })}>
                {t.devices}
                <VisuallyHidden> {name}</VisuallyHidden>
              </Button>
              <Button busy={busy} onClick={() => void reset()}>
                {t.newPassword}
                <VisuallyHidden> {name}</VisuallyHidden>
              </Button>
              {onLost && (
                <Button onClick={() => personId !== null && onLost({ id: personId, name })}>
                  {t.lostPhone}
                  <VisuallyHidden> {name}</VisuallyHidden>
                </Button>
              )}
            </>
          )
        )
      }
    />
  );
}
