/** The screen *Perfil*: the customer, the purchases, the permission and preferences for contacts, and the button to write. */
import { type ReactNode, Suspense } from 'react';
import type { CustomerProfile } from '#contract/customers/customers.ts';
import { readProfile } from '#web/shell/api/customers.ts';
import { keys } from '#web/shell/api/keys.ts';
import { useRead } from '#web/shell/api/use-read.ts';
import { BackToList } from '#web/shell/back-link.tsx';
import { useContactWords } from '#web/shell/contact-words.ts';
import { lazyPart } from '#web/shell/lazy-screens.ts';
import { instantOf } from '#web/shell/quiet/silence.ts';
import type { ListName } from '#web/shell/seller-routes.ts';
import { useWords } from '#web/shell/seller-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { ButtonLink } from '#web/ui/forms/button.tsx';
import { Tag } from '#web/ui/forms/chip.tsx';
import { BagIcon, ChatIcon } from '#web/ui/icons/icons.tsx';
import { CheckIcon, NoteIcon } from '#web/ui/icons/more-icons.tsx';
import { Avatar } from '#web/ui/layout/avatar.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { keepNumbers } from '#web/ui/layout/keep-numbers.ts';
import { LazyPart } from '#web/ui/layout/lazy-part.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import type { ContactWords } from '#words/contact/contact.pt-BR.ts';
import { money, phone, shortDate } from '#words/core/format.ts';
import { CustomerHolds, PreferredHour } from './customer-holds.tsx';
import { CustomerWarnings } from './customer-warnings.tsx';
import { PermissionCard } from './edit/permission-card.tsx';
import { NumberNotes } from './number-notes.tsx';
import styles from './profile.module.css';
import { AskedCard } from './silences/asked-card.tsx';

const MergeCard = lazyPart(async () => (await import('./merge/merge-card.tsx')).MergeCard);
const PrivacyCard = lazyPart(async () => (await import('./privacy/privacy-card.tsx')).PrivacyCard);

/** `backTo`: the list that this profile was opened from. */
export function ProfileScreen({ id, backTo }: { readonly id: string; readonly backTo: ListName }) {
  const t = useWords();
  const c = useContactWords();
  // A brand manager reads and edits customers, and starts contacts nowhere.
  const { session } = useShop();
  const isOfStore = session.store != null;
  const profile = useRead(keys.profile(id), (signal) => readProfile(id, signal));
  const back = <BackToList list={backTo} />;
  const { data } = profile;
  if (data === undefined)
    return (
      <>
        <ScreenHead back={back} title={c.profile.label} />
        {profile.error ? <Unread error={profile.error} onRetry={profile.again} /> : <Skeleton label={t.app.loading} />}
      </>
    );
  return (
    <>
      <ScreenHead back={back} over={c.profile.label} title={data.name} beside={<Avatar name={data.name} />} />
      <CustomerFacts profile={data} />
      <PermissionCard profile={data} />
      <AskedCard profile={data} />
      {isOfStore && <CustomerHolds profile={data} />}
      <Note profile={data} />
      {isOfStore && <Suggestions profile={data} />}
      <Purchases profile={data} />
      <Contacts profile={data} />
      {/* A screen that waited for the code of its last cards would lose the focus of its heading. */}
      <Suspense>{(data.mayMerge || data.merges.length > 0) && <MergeCard profile={data} />}</Suspense>
      <LazyPart>{session.may.includes('export_customer') && <PrivacyCard profile={data} />}</LazyPart>
    </>
  );
}

function CustomerFacts({ profile }: { readonly profile: CustomerProfile }) {
  const c = useContactWords();
  const language = useLanguage();
  const { person, session } = useShop();
  const { permission, optedOut, reachable, customerSince, purchasesCount, purchasesTotalCents } = profile;
  const noContactReason = profile.mayContact ? reasonNotToContact(c, profile) : null;
  const sums = [
    customerSince && c.profile.since(customerSince.slice(0, 4)),
    purchasesCount > 0 && `${c.profile.bought(purchasesCount)}, ${money(language, purchasesTotalCents)}`,
  ].filter(Boolean);
  const unreachableText = profile.phoneKind === 'landline' ? c.profile.landline : c.profile.wrongNumber;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [c.profile.phone, profile.phone && `${phone(profile.phone)}${reachable ? '' : ` (${unreachableText})`}`],
    [c.profile.email, profile.email],
    [c.profile.lives, [profile.city, profile.state].filter(Boolean).join(', ')],
    [c.profile.birthday, profile.bornOn && shortDate(language, profile.bornOn)],
    [c.profile.seller, profile.sellerId === person.id ? null : profile.sellerName],
    [c.profile.store, profile.mayContact && session.store != null ? null : profile.storeName],
  ];
  return (
    <Card>
      {sums.length > 0 && <p className={styles.sums}>{sums.join(' · ')}</p>}
      <div className={styles.tags}>
        {permission.state === 'granted' && !optedOut && profile.doNotCallOn === null && (
          <Tag tone="good" icon={<CheckIcon size={16} />}>
            {c.profile.granted}
          </Tag>
        )}
        <CustomerWarnings customer={profile} />
      </div>
      <dl className={styles.facts}>
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <PreferredHour profile={profile} />
      <NumberNotes profile={profile} />
      {noContactReason !== null ? (
        <p className={styles.soft}>{noContactReason}</p>
      ) : session.store == null ? null : profile.mayContact ? (
        <ButtonLink href={`/cliente/${profile.id}/mensagem`} tone="main" wide icon={<ChatIcon />}>
          {c.profile.talk}
        </ButtonLink>
      ) : (
        <p className={styles.soft}>
          {profile.sellerName
            ? c.profile.cannot(profile.name, profile.sellerName)
            : c.profile.otherStore(profile.name, profile.storeName)}
        </p>
      )}
    </Card>
  );
}

/** Returns why no contact with the customer can start at any hour (D1, D2), and what to do; null where one can. */
function reasonNotToContact(
  { profile: words }: ContactWords,
  { name, optedOut, permission, reachable }: CustomerProfile,
): string | null {
  if (optedOut) return words.stopped(name);
  if (permission.state === 'refused') return words.refused(name);
  return reachable ? null : words.noMobile(name);
}

function Note({ profile }: { readonly profile: CustomerProfile }) {
  const c = useContactWords();
  if (!profile.note) return null;
  return (
    <Section icon={<NoteIcon />} title={c.profile.notes}>
      <p className={styles.note}>{profile.note}</p>
    </Section>
  );
}

function Suggestions({ profile }: { readonly profile: CustomerProfile }) {
  const t = useWords();
  const c = useContactWords();
  if (profile.suggestions.length === 0) return null;
  return (
    <Section title={c.profile.suggestions}>
      <ul className={styles.rows}>
        {profile.suggestions.map(({ id, campaign, reason }) => (
          <li key={id} className={styles.row}>
            <span>
              <span className={styles.reason}>{keepNumbers(reason)}</span>
              <small className={styles.soft}>{campaign}</small>
            </span>
            <ButtonLink href={`/sugestao/${id}`}>{t.today.open}</ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Purchases({ profile }: { readonly profile: CustomerProfile }) {
  const c = useContactWords();
  const say = useTimeText();
  const language = useLanguage();
  return (
    <Section icon={<BagIcon />} title={c.profile.purchases}>
      {profile.purchases.length === 0 ? (
        <p className={styles.soft}>{c.profile.noPurchases}</p>
      ) : (
        <ul className={styles.rows}>
          {profile.purchases.map(({ boughtOn, items, totalCents }) => (
            <li key={`${boughtOn} ${items} ${totalCents}`} className={styles.row}>
              <span>
                {items}
                <small className={styles.soft}>{say.day(boughtOn)}</small>
              </span>
              <span className={styles.amount}>{money(language, totalCents)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Contacts({ profile }: { readonly profile: CustomerProfile }) {
  const c = useContactWords();
  const say = useTimeText();
  return (
    <Section icon={<ChatIcon />} title={c.profile.contacts}>
      {profile.contacts.length === 0 ? (
        <p className={styles.soft}>{c.profile.noContacts}</p>
      ) : (
        <ul className={styles.rows}>
          {profile.contacts.map(({ attemptId, at, state, outcome, sellerName }) => (
            <li key={attemptId} className={styles.row}>
              <span>
                {outcome === null ? c.profile.state[state] : c.profile.outcome[outcome]}
                <small className={styles.soft}>
                  {say.when(instantOf(at))} · {c.profile.by(sellerName)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Section(props: { readonly icon?: ReactNode; readonly title: string; readonly children: ReactNode }) {
  return (
    <Card>
      <h2 className={styles.title}>
        {props.icon}
        {props.title}
      </h2>
      {props.children}
    </Card>
  );
}
