/** Shows the impact on the contacts of the last 90 days: in figures, by hour, by store, with examples to open (A6). */
import { useState } from 'react';
import type { Instant } from '#rules/time/interval.ts';
import { useConfigureWords } from '#web/policy/configure-words.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import type { Brand } from '#web/shell/support/brands-api.ts';
import { Unread } from '#web/shell/support/unread.tsx';
import { HourBars } from '#web/ui/charts/hour-bars.tsx';
import { Button, ButtonLink } from '#web/ui/forms/button.tsx';
import { Card } from '#web/ui/layout/frame.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { count, when } from '#words/core/format.ts';
import type { Policy } from '#words/policy/policy-change.ts';
import tables from './conflicts-table.module.css';
import styles from './impact-card.module.css';
import type { ImpactBody } from './preview-api.ts';
import { useImpact } from './preview-queries.ts';
import { quietShare } from './quiet-share.ts';

const SHOWN_STORES = 6;

export interface ImpactCardProps {
  readonly brand: Brand;
  /** Null while a field has a fault: the last impact stays on the screen. */
  readonly policy: Policy | null;
  readonly now: Instant;
}

export function ImpactCard({ brand, policy, now }: ImpactCardProps) {
  const t = useConfigureWords();
  const { data, stale, error, again } = useImpact(brand.id, policy);
  return (
    <Card>
      <h3>{t.impact}</h3>
      {data === null ? (
        error ? (
          <Unread error={error} onAgain={again} />
        ) : (
          <Skeleton label={t.impactBusy} rows={3} />
        )
      ) : data.attempts === 0 ? (
        <p className={tables.soft}>{t.impactNone}</p>
      ) : (
        <div className={styles.body} aria-busy={stale}>
          <Impact brand={brand} impact={data} policy={policy} now={now} stale={stale} />
        </div>
      )}
    </Card>
  );
}

interface ImpactProps extends ImpactCardProps {
  readonly impact: ImpactBody;
  /** The shown impact belongs to the policy before. */
  readonly stale: boolean;
}

function Impact({ brand, impact, policy, now, stale }: ImpactProps) {
  const t = useConfigureWords();
  const language = useLanguage();
  const [table, setTable] = useState(false);
  const number = (value: number) => count(language, value);
  const { attempts, would, did, stops, hours, different } = impact;
  const open = hours.filter((_, hour) => policy === null || quietShare(policy, hour) < 0.5).length;
  return (
    <>
      <p className={tables.soft}>{stale ? t.impactBusy : t.impactLead(number(attempts))}</p>
      <dl className={styles.figures}>
        <Figure value={number(would.suggestion)}>{t.waited(percent(language, would.suggestion / attempts))}</Figure>
        <Figure value={number(would.profile)}>{t.warned}</Figure>
        {stops.all > 0 ? (
          <Figure value={percent(language, stops.inQuiet / stops.all)}>
            {t.stops(number(stops.inQuiet), number(stops.all))}
          </Figure>
        ) : (
          <Figure value="0">{t.noStops}</Figure>
        )}
      </dl>
      <p>
        {different === 0
          ? t.same
          : `${t.different(number(different))} ${t.really(number(did.suggestion), number(did.profile))}`}
      </p>
      <figure className={styles.bars}>
        <figcaption className={tables.soft}>{t.hourBars}</figcaption>
        <HourBars
          language={language}
          hours={hours.map(({ attempts: all, suggestion, profile }, hour) => ({
            all,
            marked: suggestion + profile,
            shaded: policy === null ? 0 : quietShare(policy, hour),
          }))}
          even={open === 0 ? null : attempts / open}
        />
        <ul className={styles.legend}>
          <li data-kind="all">{t.legendAll}</li>
          <li data-kind="marked">{t.legendQuiet}</li>
          <li data-kind="even">{t.legendEven}</li>
        </ul>
      </figure>
      <Button aria-expanded={table} onClick={() => setTable(!table)}>
        {table ? t.hourTableHide : t.hourTable}
      </Button>
      {table && <HourTable hours={hours} />}
      <StoreTable stores={impact.stores} />
      <Examples brand={brand} examples={impact.examples} now={now} />
    </>
  );
}

function Figure({ value, children }: { readonly value: string; readonly children: string }) {
  return (
    <div className={styles.figure}>
      <dt>{children}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function HourTable({ hours }: { readonly hours: ImpactBody['hours'] }) {
  const t = useConfigureWords();
  const language = useLanguage();
  return (
    <table className={tables.table}>
      <thead>
        <tr>
          <th scope="col">{t.hour}</th>
          <th scope="col" className={tables.number}>
            {t.contacts}
          </th>
          <th scope="col" className={tables.number}>
            {t.wouldWait}
          </th>
          <th scope="col" className={tables.number}>
            {t.wouldWarn}
          </th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, attempts, suggestion, profile }) => (
          <tr key={hour}>
            <th scope="row">{`${String(hour).padStart(2, '0')}:00`}</th>
            <td className={tables.number}>{count(language, attempts)}</td>
            <td className={tables.number}>{count(language, suggestion)}</td>
            <td className={tables.number}>{count(language, profile)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StoreTable({ stores }: Pick<ImpactBody, 'stores'>) {
  const t = useConfigureWords();
  const language = useLanguage();
  if (stores.length === 0) return null;
  return (
    <section>
      <h4>{t.byStore}</h4>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t.store}</th>
            <th scope="col" className={tables.number}>
              {t.wouldWait}
            </th>
            <th scope="col" className={tables.number}>
              {t.wouldWarn}
            </th>
          </tr>
        </thead>
        <tbody>
          {stores.slice(0, SHOWN_STORES).map(({ storeId, storeName, suggestion, profile }) => (
            <tr key={storeId}>
              <th scope="row">{storeName}</th>
              <td className={tables.number}>{count(language, suggestion)}</td>
              <td className={tables.number}>{count(language, profile)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {stores.length > SHOWN_STORES && <p className={tables.soft}>{t.more(stores.length - SHOWN_STORES)}</p>}
    </section>
  );
}

function Examples({ brand, examples, now }: Pick<ImpactBody, 'examples'> & Omit<ImpactCardProps, 'policy'>) {
  const t = useConfigureWords();
  const language = useLanguage();
  if (examples.length === 0) return null;
  return (
    <section>
      <h4>{t.examples}</h4>
      <ul className={styles.examples}>
        {examples.map(({ attemptId, at, zone, storeName, origin, did, would }) => (
          <li key={attemptId}>
            <span>
              <b>{when(language, Date.parse(at), now, zone)}</b> · {storeName} · {t.origins[origin] ?? origin}
              <small>{t.outcome(t.did[did], t.would[would])}</small>
            </span>
            <ButtonLink href={`/suporte/${brand.slug}/tentativas/${attemptId}`}>{t.exampleOpen}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function percent(language: string, share: number): string {
  return share.toLocaleString(language, { style: 'percent', maximumFractionDigits: share < 0.1 ? 1 : 0 });
}
