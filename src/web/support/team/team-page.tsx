/** Support's own people: who can sign in, and the two buttons that take this away and give it back. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useFormCall } from '#web/shell/session/use-form-call.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { consoleZone } from '#web/shell/support/brand-queries.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { SupportInvitations } from '#web/sign-in/accounts/support-invitations.tsx';
import { removeOfSupport } from '#web/sign-in/second-factor/second-factor-api.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { PeopleIcon } from '#web/ui/icons/icons.tsx';
import { focusHeading } from '#web/ui/layout/focus-heading.ts';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { List, ListItem } from '#web/ui/layout/list.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { dateOn, shortDate, when } from '#words/core/format.ts';
import { refreshSupportPeople, type SupportPerson, setActive, useSupportPeople } from './team-api.ts';
import { useTeamWords } from './team-words.ts';

const RemoveLostSheet = lazy(async () => ({
  default: (await import('#web/sign-in/second-factor/remove-lost-sheet.tsx')).RemoveLostSheet,
}));

interface TeamPageProps {
  /** The account of the reader, who cannot be deactivated here. */
  readonly ownId: string;
  /** Whether the accounts have a second factor, which the demo's have not. */
  readonly hasSecondFactor: boolean;
}

export function TeamPage({ ownId, hasSecondFactor }: TeamPageProps) {
  const t = useTeamWords();
  const s = useWords();
  const { data, error, again } = useSupportPeople();
  const [changing, setChanging] = useState<SupportPerson | null>(null);
  const [losing, setLosing] = useState<SupportPerson | null>(null);
  const [changes, setChanges] = useState(0);
  // The line has moved to the other list, with the button that opened the sheet: the focus goes to the heading.
  useEffect(() => {
    if (changes > 0) focusHeading();
  }, [changes]);
  return (
    <>
      <ScreenHead over={t.lead} title={t.title} />
      {data === undefined &&
        (error === null ? (
          <Skeleton label={s.loading} rows={3} />
        ) : (
          <Unread error={error} onAgain={() => void again()} />
        ))}
      {data && (
        <People people={data} ownId={ownId} onChange={setChanging} onLost={hasSecondFactor ? setLosing : null} />
      )}
      <SupportInvitations />
      {losing && (
        <Suspense>
          <RemoveLostSheet
            name={losing.name}
            isOfBrand={false}
            remove={(reason) => removeOfSupport(losing.email, reason)}
            onClose={() => setLosing(null)}
          />
        </Suspense>
      )}
      {changing && (
        <ChangeSheet
          person={changing}
          onClose={() => setChanging(null)}
          onChanged={() => {
            setChanging(null);
            setChanges(changes + 1);
          }}
        />
      )}
    </>
  );
}

interface PeopleProps {
  readonly people: readonly SupportPerson[];
  readonly ownId: string;
  readonly onChange: (person: SupportPerson) => void;
  /** Removes the second factor of a person who has lost the phone; null where nobody has one. */
  readonly onLost: ((person: SupportPerson) => void) | null;
}

function People({ people, ownId, onChange, onLost }: PeopleProps) {
  const t = useTeamWords();
  const inactive = people.filter(({ active }) => !active);
  const line = (person: SupportPerson) => (
    <PersonLine
      key={person.id}
      person={person}
      isOwn={person.id === ownId}
      onChange={() => onChange(person)}
      onLost={onLost && (() => onLost(person))}
    />
  );
  return (
    <>
      <h2>{t.active}</h2>
      <List label={t.active}>{people.filter(({ active }) => active).map(line)}</List>
      {people.length === 1 && (
        <EmptyState icon={<PeopleIcon size={26} />} title={t.alone}>
          {t.aloneMore}
        </EmptyState>
      )}
      {inactive.length > 0 && (
        <>
          <h2>{t.inactive}</h2>
          <List label={t.inactive}>{inactive.map(line)}</List>
        </>
      )}
    </>
  );
}

interface PersonLineProps {
  readonly person: SupportPerson;
  readonly isOwn: boolean;
  readonly onChange: () => void;
  readonly onLost: (() => void) | null;
}

function PersonLine({ person, isOwn, onChange, onLost }: PersonLineProps) {
  const t = useTeamWords();
  const language = useLanguage();
  const { name, email, active, createdAt, lastUsedAt } = person;
  const zone = consoleZone();
  // The host's clock wrote these times, which the demo's clock does not move: the browser's clock is nearest.
  const used = lastUsedAt === null ? t.neverUsed : t.lastUse(when(language, Date.parse(lastUsedAt), Date.now(), zone));
  return (
    <ListItem
      name={name}
      title={name}
      meta={
        <>
          {email} · {t.since(shortDate(language, dateOn(Date.parse(createdAt), zone), true))} · {used}{' '}
          {isOwn && <Tag>{t.you}</Tag>}
        </>
      }
      action={
        !isOwn && (
          <>
            {active && onLost && (
              <Button onClick={onLost}>
                {t.lostPhone}
                <VisuallyHidden> {name}</VisuallyHidden>
              </Button>
            )}
            <Button onClick={onChange}>
              {active ? t.deactivate : t.reactivate}
              <VisuallyHidden> {name}</VisuallyHidden>
            </Button>
          </>
        )
      }
    />
  );
}

interface ChangeSheetProps {
  readonly person: SupportPerson;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** Asks before a person loses the access or gets it back, and shows a refusal in the sheet. */
function ChangeSheet({ person, onClose, onChanged }: ChangeSheetProps) {
  const t = useTeamWords();
  const s = useWords();
  const form = useFormCall({ ...t, unreached: s.unreached });
  const { name, active } = person;
  const change = async () => {
    if (!(await form.send(() => setActive(person, !active)))) return;
    await refreshSupportPeople();
    showToast({ text: active ? t.deactivated(name) : t.reactivated(name) });
    onChanged();
  };
  return (
    <Sheet
      title={active ? t.deactivateTitle(name) : t.reactivateTitle(name)}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button firstFocus onClick={onClose}>
            {t.back}
          </Button>
          <Button tone="main" busy={form.busy} idle={form.mustWait} onClick={() => void change()}>
            {active ? t.deactivate : t.reactivate}
          </Button>
        </ActionRow>
      }
    >
      <p>{active ? t.deactivateLead : t.reactivateLead}</p>
      <p role="alert">{form.fault}</p>
    </Sheet>
  );
}
