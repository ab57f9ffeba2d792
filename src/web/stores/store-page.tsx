/** The page of one store: its data, opening hours and dates, its sign-in, its history, and closing it for good. */
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop } from '#web/shell/shop-context.tsx';
import { UnreadState } from '#web/shell/unread-state.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { BackIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { Band } from '#web/ui/notices/band.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { when } from '#words/core/format.ts';
import { ClosingCard } from './closing-card.tsx';
import { EditStore } from './edit-store.tsx';
import { SignInCard } from './sign-in-card.tsx';
import styles from './stores.module.css';
import { type Store, useStore } from './stores-api.ts';
import { useStoresWords } from './stores-words.ts';

export interface StorePageProps {
  readonly id: string;
  /** The screen before, and whether the reader may close the store: only the brand's manager may. */
  readonly back: { readonly href: string; readonly label: string };
  readonly mayClose: boolean;
}

export function StorePage({ id, back, mayClose }: StorePageProps) {
  const t = useStoresWords();
  const { data: store, error, again } = useStore(id);
  return (
    <div className={styles.page}>
      <ScreenHead
        back={
          <ButtonLink href={back.href} icon={<BackIcon />}>
            {back.label}
          </ButtonLink>
        }
        over={store?.code}
        title={store?.name ?? t.store}
      />
      {store === undefined ? (
        error === null ? (
          <Skeleton label={t.loading} rows={6} />
        ) : (
          <UnreadState error={error} words={t} onAgain={() => void again()} />
        )
      ) : (
        <>
          {store.closedAt === null ? (
            <>
              <EditStore key={store.id} store={store} />
              <SignInCard store={store} />
              {mayClose && <ClosingCard store={store} />}
            </>
          ) : (
            <ClosedBand closedAt={store.closedAt} />
          )}
          <ChangesCard changes={store.changes} />
        </>
      )}
    </div>
  );
}

function ClosedBand({ closedAt }: { readonly closedAt: string }) {
  const t = useStoresWords();
  const language = useLanguage();
  const { zone } = useShop();
  return <Band title={t.closedOn(when(language, Date.parse(closedAt), Date.now(), zone))}>{t.closingLead}</Band>;
}

function ChangesCard({ changes }: Pick<Store, 'changes'>) {
  const t = useStoresWords();
  const language = useLanguage();
  const { zone } = useShop();
  if (changes.length === 0) return null;
  return (
    <Card>
      <h2>{t.changes}</h2>
      <ul className={styles.lines}>
        {changes.map(({ at, by, kind, fields }) => (
          <li key={`${at} ${kind}`} className={styles.line}>
            <span>
              {t.kinds[kind]}
              {fields.length > 0 && `: ${fields.map((field) => fieldName(t.fields, field)).join(', ')}`}
              <small>{t.by(by, when(language, Date.parse(at), Date.now(), zone))}</small>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Returns the field's name in the reader's language; a field that is newer than this screen keeps its own name. */
function fieldName(names: Readonly<Record<string, string>>, field: string): string {
  return names[field] ?? field;
}
