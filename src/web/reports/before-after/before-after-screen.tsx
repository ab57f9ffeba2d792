/** The weeks before and after a change of the quiet hours: one card for each measure, with its picture and its table. */
import { Suspense, use } from 'react';
import panoramaStyles from '#web/reports/panorama/panorama.module.css';
import { USUAL } from '#web/reports/panorama/panorama-filter.ts';
import { panoramaWords } from '#web/reports/panorama/panorama-words.ts';
import { PeoplePicker } from '#web/reports/panorama/period-form.tsx';
import { ReportNav } from '#web/reports/panorama/report-nav.tsx';
import { useAddressFilter } from '#web/shell/address-filter/address-filter.ts';
import { useShop, useTimeText } from '#web/shell/shop-context.tsx';
import { Unread } from '#web/shell/unread.tsx';
import { SelectField } from '#web/ui/forms/select-field.tsx';
import { BarsIcon } from '#web/ui/icons/icons.tsx';
import { Card, ScreenHead } from '#web/ui/layout/frame.tsx';
import { EmptyState, Skeleton } from '#web/ui/notices/states.tsx';
import styles from './before-after.module.css';
import { beforeAfterWords, useBeforeAfterWords } from './before-after-words.ts';
import { MeasureCard } from './measure-card.tsx';
import { type BeforeAfterFilter, USUAL_CUT, useBeforeAfter } from './use-before-after.ts';

const wordsReady = Promise.all([panoramaWords.ready(), beforeAfterWords.ready()]);
export const BEFORE_AFTER_PATH = '/panorama/antes-e-depois';

export function BeforeAfterScreen() {
  return (
    <Suspense fallback={<Skeleton label="" rows={4} />}>
      <Screen />
    </Suspense>
  );
}

function Screen() {
  use(wordsReady);
  const t = useBeforeAfterWords();
  const { session } = useShop();
  const [filter, change] = useAddressFilter<BeforeAfterFilter>(BEFORE_AFTER_PATH, USUAL_CUT, {});
  const { data, error, again } = useBeforeAfter(filter);
  return (
    <>
      <ScreenHead over={session.store?.name ?? session.brand?.name} title={t.title} />
      <ReportNav at="antes-e-depois" filter={filter} />
      <search className={panoramaStyles.filters}>
        <div className={panoramaStyles.fields}>
          {data !== undefined && data.versions.length > 0 && (
            <VersionField data={data} onChange={(versao) => change({ versao })} />
          )}
          <PeoplePicker filter={{ ...USUAL, dias: '90', ...filter }} onChange={change} />
        </div>
      </search>
      {data === undefined ? (
        error ? (
          <Unread error={error} onRetry={again} />
        ) : (
          <Skeleton label={t.loading} rows={6} />
        )
      ) : data.state === 'compared' ? (
        <Measures data={data} filter={filter} />
      ) : (
        <EmptyState icon={<BarsIcon size={26} />} title={t.noBase}>
          {{ no_version: t.noVersion, no_before: t.noBefore, no_after: t.noAfter }[data.state]}{' '}
          {data.versions.length > 1 && t.other}
        </EmptyState>
      )}
    </>
  );
}

type Data = NonNullable<ReturnType<typeof useBeforeAfter>['data']>;

function VersionField({ data, onChange }: { readonly data: Data; readonly onChange: (version: string) => void }) {
  const t = useBeforeAfterWords();
  const say = useTimeText();
  const first = data.versions.at(-1)?.version;
  const options = data.versions.map(({ version, startsAt }) => {
    const when = say.when(Date.parse(startsAt));
    return { value: String(version), label: version === first ? t.activation(when) : t.version(version, when) };
  });
  const chosen = data.versions.find(({ version }) => version === data.cut?.version);
  return (
    <SelectField
      label={t.cut}
      hint={chosen?.sentence}
      value={String(data.cut?.version ?? '')}
      groups={[{ label: t.versions, options }]}
      onChange={onChange}
    />
  );
}

function Measures({ data, filter }: { readonly data: Data; readonly filter: BeforeAfterFilter }) {
  const t = useBeforeAfterWords();
  const [first] = data.measures;
  const weeks = (isAfter: boolean) => first?.weeks.filter((week) => week.isAfter === isAfter).length ?? 0;
  return (
    <>
      <Card>
        <p>{t.sides(weeks(false), weeks(true))}</p>
        <details className={panoramaStyles.details}>
          <summary>{t.how}</summary>
          <p>{t.howMore}</p>
        </details>
      </Card>
      <div className={styles.cards}>
        {data.measures.map((each) => (
          <MeasureCard key={each.measure} measured={each} version={data.cut?.version ?? 1} filter={filter} />
        ))}
      </div>
    </>
  );
}
