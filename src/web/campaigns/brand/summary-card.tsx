/** Says in words how a campaign is set: for whom, when, how often, and the text. */
import type { Language } from '#contract/core/common.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { Card } from '#web/ui/layout/frame.tsx';
import { joinList, money } from '#words/core/format.ts';
import styles from './campaigns.module.css';
import { type AudienceBody, type Campaign, type Choice, useSellerChoices, useStoreChoices } from './campaigns-api.ts';
import { periodText } from './campaigns-table.tsx';
import { useCampaignsWords } from './campaigns-words.ts';

export function SummaryCard({ campaign }: { readonly campaign: Campaign }) {
  const t = useCampaignsWords();
  const language = useLanguage();
  const { data: stores = [] } = useStoreChoices();
  const { data: sellers = [] } = useSellerChoices();
  const filters = filterSentences(t, language, campaign.audience, { stores, sellers });
  const { priority, perSellerDay, coolDownDays, legalBasis, legalReason, text } = campaign;
  const limits = [t.priorityOf(priority), t.perSellerOf(perSellerDay), t.coolDownOf(coolDownDays)];
  return (
    <Card>
      <h2>{t.summary}</h2>
      <p>{periodText(t, language, campaign)}</p>
      <p>{limits.join(' · ')}</p>
      <div className={styles.group}>
        <h3>{t.audience}</h3>
        <ul className={styles.lines}>
          {filters.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <div className={styles.group}>
        <h3>{t.message}</h3>
        {text === '' ? (
          <p className={styles.soft}>{t.noText}</p>
        ) : (
          <blockquote className={styles.message}>{text}</blockquote>
        )}
      </div>
      <p className={styles.soft}>
        {t.basisOf[legalBasis]}
        {legalReason !== null && `: ${legalReason}`}
      </p>
    </Card>
  );
}

function filterSentences(
  t: ReturnType<typeof useCampaignsWords>,
  language: Language,
  audience: AudienceBody,
  { stores, sellers }: { readonly stores: readonly Choice[]; readonly sellers: readonly Choice[] },
): readonly string[] {
  const { filterText } = t;
  const { lastPurchaseDays: last, birthdayWithinDays, spent, item, storeIds, sellerIds, tags, cities } = audience;
  const named = (ids: readonly string[], choices: readonly Choice[]) =>
    joinList(language, [...new Set(ids.map((id) => choices.find((each) => each.id === id)?.name ?? '…'))]);
  const sentences = [
    ...(last === undefined ? [] : [filterText.lastPurchase(last.min, last.max)]),
    ...(birthdayWithinDays === undefined ? [] : [filterText.birthday(birthdayWithinDays)]),
    ...(spent === undefined ? [] : [filterText.spent(money(language, Math.round(spent.min * 100)), spent.sinceDays)]),
    ...(item === undefined ? [] : [filterText.item(item)]),
    ...(storeIds === undefined ? [] : [filterText.stores(named(storeIds, stores))]),
    ...(sellerIds === undefined ? [] : [filterText.sellers(named(sellerIds, sellers))]),
    ...(tags === undefined ? [] : [filterText.tags(joinList(language, tags))]),
    ...(cities === undefined ? [] : [filterText.cities(joinList(language, cities))]),
    ...(audience.permission === undefined ? [] : [filterText.permission[audience.permission]]),
    ...(audience.neverContacted ? [filterText.neverContacted] : []),
  ];
  return sentences.length === 0 ? [t.everybody] : sentences;
}
