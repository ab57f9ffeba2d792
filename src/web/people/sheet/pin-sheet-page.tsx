/** The sheet of PINs: a store's people are chosen, get new one-time PINs in one go, and the sheet is printed. */
import { useState } from 'react';
import styles from '#web/people/people.module.css';
import { givePins, type PersonEntry, type PinSheet, usePeople, useStoreChoices } from '#web/people/people-api.ts';
import { TEAM_PATH } from '#web/people/people-paths.ts';
import { usePeopleWords } from '#web/people/people-words.ts';
import { StoreField } from '#web/people/store-field.tsx';
import { sentenceOf } from '#web/shell/api/call.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon, PeopleIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { ActionRow, Sheet } from '#web/ui/layout/sheet.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import { PinPaper } from './pin-paper.tsx';

/** The server gives PINs to as many people at once. */
const MOST = 40;

export function PinSheetPage() {
  const t = usePeopleWords();
  const { session, person } = useShop();
  const isBrand = person.role === 'brand_manager';
  const [storeId, setStoreId] = useState(session.store?.id ?? '');
  const [sheet, setSheet] = useState<PinSheet | null>(null);
  const { data: stores = [] } = useStoreChoices(isBrand);
  const storeName = session.store?.name ?? stores.find(({ id }) => id === storeId)?.name ?? '';
  return (
    <>
      <ScreenHead
        back={
          <ButtonLink href={TEAM_PATH} icon={<BackIcon />}>
            {t.title}
          </ButtonLink>
        }
        title={t.sheet}
      />
      {sheet ? (
        <PinPaper sheet={sheet} store={storeName} />
      ) : (
        <>
          <p>{t.sheetLead}</p>
          {isBrand && <StoreField value={storeId} onChange={setStoreId} />}
          {storeId !== '' && <Choice key={storeId} storeId={storeId} isBrand={isBrand} onGiven={setSheet} />}
        </>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly storeId: string;
  readonly isBrand: boolean;
  readonly onGiven: (sheet: PinSheet) => void;
}

function Choice({ storeId, isBrand, onGiven }: ChoiceProps) {
  const t = usePeopleWords();
  const { data, error, again } = usePeople(
    { query: '', storeId, state: 'active', sort: 'name', order: 'asc' },
    { limit: 100 },
  );
  if (data === undefined)
    return error ? <Unread error={error} onRetry={again} /> : <Skeleton label={t.loading} rows={5} />;
  // A store manager gives PINs to sellers alone.
  const people = data.items.filter(({ role }) => isBrand || role === 'seller');
  if (people.length === 0)
    return (
      <EmptyState icon={<PeopleIcon size={26} />} title={t.sheetNobody}>
        {t.sheetNobodyMore}
      </EmptyState>
    );
  return <ChoiceOfPeople people={people} onGiven={onGiven} />;
}

/** At first those are chosen who never signed in with a PIN of their own: their sheet ends nobody's work. */
function ChoiceOfPeople(props: { readonly people: readonly PersonEntry[]; readonly onGiven: ChoiceProps['onGiven'] }) {
  const { people, onGiven } = props;
  const t = usePeopleWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => firstOf(people.filter(({ pin }) => pin !== 'own')));
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const choose = (next: ReadonlySet<string>) => {
    setFault(next.size > MOST ? t.sheetMost(MOST) : null);
    if (next.size <= MOST) setChosen(next);
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <Card>
      <fieldset className={styles.fields}>
        <legend>{t.choosePeople}</legend>
        <div className={styles.buttons}>
          <Button onClick={() => choose(firstOf(people))}>{t.chooseAll}</Button>
          <Button onClick={() => choose(new Set())}>{t.chooseNone}</Button>
        </div>
        <div className={styles.choices}>
          {people.map(({ id, name, role, pin }) => (
            <label key={id} className={styles.choice}>
              <input type="checkbox" checked={chosen.has(id)} onChange={() => toggle(id)} />
              <span>
                {name}
                <small>
                  {t.roles[role]} · {t.pins[pin]}
                </small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
      <Button tone="main" wide onClick={() => (chosen.size === 0 ? setFault(t.chooseSomebody) : setAsking(true))}>
        {t.makeSheet(chosen.size)}
      </Button>
      {asking && <ConfirmSheet chosen={[...chosen]} onClose={() => setAsking(false)} onGiven={onGiven} />}
    </Card>
  );
}

function firstOf(people: readonly PersonEntry[]): ReadonlySet<string> {
  return new Set(people.slice(0, MOST).map(({ id }) => id));
}

interface ConfirmSheetProps {
  readonly chosen: string[];
  readonly onClose: () => void;
  readonly onGiven: ChoiceProps['onGiven'];
}

function ConfirmSheet({ chosen, onClose, onGiven }: ConfirmSheetProps) {
  const t = usePeopleWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const give = async () => {
    setBusy(true);
    setFault(null);
    const answer = await givePins(chosen);
    setBusy(false);
    if (answer.kind === 'done') return onGiven(answer.body);
    setFault(answer.kind === 'refused' ? sentenceOf(answer.refusal) : t.unreached);
  };
  return (
    <Sheet
      title={t.sheetTitle(chosen.length)}
      onBack={onClose}
      actions={
        <ActionRow>
          <Button tone="main" busy={busy} onClick={() => void give()}>
            {t.sheetNow}
          </Button>
          <Button firstFocus onClick={onClose}>
            {t.back}
          </Button>
        </ActionRow>
      }
    >
      <p>{t.sheetConfirm}</p>
      <p role="alert" className={styles.fault}>
        {fault}
      </p>
    </Sheet>
  );
}
