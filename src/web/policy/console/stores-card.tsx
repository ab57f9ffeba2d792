/** Lists a brand's stores, each on its own clock: where it is quiet already, and where not yet. */
import type { Instant } from '#rules/time/interval.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { zoneOffset } from '#web/shell/support/zone-name.ts';
import { MoonIcon, SunIcon } from '#web/ui/icons/more-icons.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { timeOn, when } from '#words/core/format.ts';
import styles from './stores-card.module.css';

type ZoneState = Brand['quietHours']['zones'][number];

export function StoresCard({ brand, now }: { readonly brand: Brand; readonly now: Instant }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <Card>
      <h2>{t.storesTitle}</h2>
      <p className={styles.count}>{t.stores(brand.stores.length)}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.storeColumn}</th>
            <th scope="col">{t.clockColumn}</th>
            <th scope="col">{t.stateColumn}</th>
          </tr>
        </thead>
        <tbody>
          {brand.stores.map((store) => (
            <tr key={store.id}>
              <th scope="row">
                {store.name}
                <small>
                  {store.city}, {store.state}
                </small>
              </th>
              <td className={styles.clock}>
                {timeOn(now, store.zone)}
                <small>{zoneOffset(language, store.zone, now)}</small>
              </td>
              <td>
                <State
                  zone={brand.quietHours.zones.find(({ zone }) => zone === store.zone)}
                  active={brand.quietHours.active}
                  now={now}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function State({
  zone,
  active,
  now,
}: {
  readonly zone: ZoneState | undefined;
  readonly active: boolean;
  readonly now: Instant;
}) {
  const t = useWords();
  const language = useLanguage();
  if (zone === undefined || !active) return t.openAlways;
  const at = zone.quietNow ? zone.until : zone.next;
  const text = at === null ? null : when(language, Date.parse(at), now, zone.zone);
  return (
    <span className={styles.state}>
      {zone.quietNow ? <MoonIcon size={15} /> : <SunIcon size={15} />}
      {zone.quietNow
        ? text === null
          ? t.quietAlways
          : t.quietShort(text)
        : text === null
          ? t.openAlways
          : t.openShort(text)}
    </span>
  );
}
