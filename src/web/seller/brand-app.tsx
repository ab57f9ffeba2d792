/** What a brand's manager can do today: see which hours are in force, and where it is quiet now. */

import type { QuietHours } from '#contract/quiet-hours.ts';
import type { Person, Session } from '#contract/session.ts';
import { keys } from '#web/api/keys.ts';
import { reads } from '#web/api/use-read.ts';
import { type LiveEvent, useLive } from '#web/live.ts';
import { OfflineNotice } from '#web/offline/offline-notice.tsx';
import { StateRing } from '#web/ring/state-ring.tsx';
import { PersonMenu } from '#web/session/person-menu.tsx';
import { useLanguage } from '#web/settings/language.ts';
import { Tag } from '#web/ui/chip.tsx';
import { Card, ScreenHead } from '#web/ui/frame.tsx';
import { MoonIcon, SunIcon } from '#web/ui/icons.tsx';
import { Skeleton } from '#web/ui/states.tsx';
import { inBrand } from '#words/brand.ts';
import { timeOn } from '#words/format.ts';
import styles from './brand-app.module.css';
import { cityOfZone } from './compose/places.ts';
import { instantOf } from './quiet/silence.ts';
import { ShopProvider, serverClock, useSay, useShop } from './shop.tsx';
import { useWords } from './words.ts';

export function BrandApp({ session, person }: { readonly session: Session; readonly person: Person }) {
  useLive(true, refresh);
  return (
    <ShopProvider session={session} person={person}>
      <Hours />
    </ShopProvider>
  );
}

function Hours() {
  const t = useWords();
  const language = useLanguage();
  const { session, hours, now, zone } = useShop();
  const brand = session.brand;
  return (
    <main className={styles.page}>
      <OfflineNotice time={() => timeOn(serverClock.now() ?? 0, zone)} />
      <ScreenHead over={brand?.name} title={t.brand.title} beside={<PersonMenu session={session} place="page" />} />
      {hours === null || now === null ? (
        <Skeleton label={t.app.loading} />
      ) : (
        <>
          <Card>
            <div className={styles.hours}>
              {hours.active && <StateRing policy={hours.policy} now={now} zone={zone} size={168} />}
              <div>
                <div className={styles.sentence}>
                  {(hours.sentence ?? t.brand.inactive).split('; ').map((part) => (
                    <p key={part}>{part}</p>
                  ))}
                </div>
                <p className={styles.soft}>
                  <Standing hours={hours} />
                </p>
                <p className={styles.soft}>{hours.reason === 'no_plan' ? t.brand.noPlan : t.brand.change}</p>
              </div>
            </div>
          </Card>
          {hours.active && hours.zones.length > 0 && (
            <Card>
              <h2>{brand ? t.brand.zones(inBrand(language, brand)) : null}</h2>
              <ul className={styles.zones}>
                {hours.zones.map((each) => (
                  <Zone key={each.zone} {...each} />
                ))}
              </ul>
            </Card>
          )}
        </>
      )}
    </main>
  );
}

function Standing({ hours }: { readonly hours: QuietHours }) {
  const t = useWords();
  const say = useSay();
  const until = instantOf(hours.suspendedUntil);
  if (hours.reason === 'suspended') return t.brand.suspended(until === null ? null : say.when(until));
  return null;
}

function Zone({ zone, stores, quietNow, until, next }: QuietHours['zones'][number]) {
  const t = useWords();
  const say = useSay();
  const { now } = useShop();
  const turns = instantOf(quietNow ? until : next);
  return (
    <li className={styles.zone}>
      <span className={styles.place}>
        <b>{cityOfZone(zone)}</b>
        <small>
          {t.brand.stores(stores)} · {now !== null && say.time(now, zone)}
          {turns !== null && ' · '}
          {turns !== null && (quietNow ? t.brand.until(say.time(turns, zone)) : t.brand.next(say.time(turns, zone)))}
        </small>
      </span>
      <Tag tone={quietNow ? 'quiet' : 'plain'} icon={quietNow ? <MoonIcon size={14} /> : <SunIcon size={14} />}>
        {quietNow ? t.brand.now : t.brand.openNow}
      </Tag>
    </li>
  );
}

function refresh(event: LiveEvent): void {
  if (event === 'quiet-hours' || event === 'resync') void reads.invalidate(keys.quietHours);
}
