/** The state of a campaign as a label. */
import { Tag } from '#web/ui/forms/chip.tsx';
import type { CampaignLine } from './campaigns-api.ts';
import { useCampaignsWords } from './campaigns-words.ts';

const TONES = { draft: 'plain', running: 'good', paused: 'warn', ended: 'quiet' } as const;

export function StateTag({ state }: Pick<CampaignLine, 'state'>) {
  const t = useCampaignsWords();
  return <Tag tone={TONES[state]}>{t.states[state]}</Tag>;
}
