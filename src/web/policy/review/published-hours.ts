/** Describes what is published for a brand: the version in force, the coming one, and the newest, with which the form starts. */
import type { Instant } from '#rules/time/interval.ts';
import { isSamePolicy, policyOf } from '#web/policy/form/draft-policy.ts';
import type { Brand, HistoryItem } from '#web/shell/support/brands-api.ts';
import type { Policy } from '#words/policy/policy-change.ts';

export interface PublishedHours {
  /** In force or suspended; null where no version has begun. */
  readonly current: Policy | null;
  /** The next version that takes effect. */
  readonly coming: Brand['quietHours']['coming'];
  /** The version published last: in force, coming or suspended; null before the first publication. */
  readonly newest: Policy | null;
  /** When the newest version takes effect; null where it already has. */
  readonly newestFrom: Instant | null;
  readonly suspended: boolean;
}

export function publishedHours(
  { quietHours }: Pick<Brand, 'quietHours'>,
  history: readonly HistoryItem[],
  now: Instant,
): PublishedHours {
  const versions = history.filter(({ kind }) => kind === 'publish');
  const startOf = ({ effectiveAt, at }: HistoryItem) => Date.parse(effectiveAt ?? at);
  const [newest] = versions;
  return {
    current: policyOf(versions.find((version) => startOf(version) <= now)?.policy),
    coming: quietHours.coming,
    newest: policyOf(newest?.policy),
    newestFrom: newest !== undefined && startOf(newest) > now ? startOf(newest) : null,
    suspended: quietHours.reason === 'suspended' || quietHours.coming?.paused === true,
  };
}

/** What a publication would change: the policy; only the start, where the same policy is published and has not begun; or nothing. */
export type PublicationChange = 'policy' | 'start' | 'nothing';

export function publicationChange(
  policy: Policy | null,
  { newest, newestFrom }: Pick<PublishedHours, 'newest' | 'newestFrom'>,
): PublicationChange {
  if (!isSamePolicy(policy, newest)) return 'policy';
  return newestFrom === null ? 'nothing' : 'start';
}
