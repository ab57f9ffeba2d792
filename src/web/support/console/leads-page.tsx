/** Lists the leads: Starter brands that want quiet hours, whom to call, and who was called. */
import { useState } from 'react';
import { type LeadBody, settleLead } from '#web/shell/api/tickets-api.ts';
import { useLanguage } from '#web/shell/settings/language.ts';
import { consoleNow, consoleZone } from '#web/shell/support/brand-queries.ts';
import { useWords } from '#web/shell/support/support-words.ts';
import { useTicketWords } from '#web/support/tickets/ticket-words.ts';
import { Button } from '#web/ui/forms/button.tsx';
import { Choices } from '#web/ui/forms/chip.tsx';
import { PhoneIcon } from '#web/ui/icons/icons.tsx';
import { ScreenHead } from '#web/ui/layout/frame.tsx';
import { ListItem } from '#web/ui/layout/list.tsx';
import { VisuallyHidden } from '#web/ui/notices/live-region.tsx';
import { EmptyState } from '#web/ui/notices/states.tsx';
import { showToast } from '#web/ui/notices/toast.tsx';
import { when } from '#words/core/format.ts';
import { PagedList } from './paged-list.tsx';
import { refreshLeads, useLeadQueue } from './ticket-queries.ts';

type State = LeadBody['state'];
const STATES: readonly State[] = ['open', 'done'];

export function LeadsPage() {
  const t = useTicketWords();
  const [state, setState] = useState<State>('open');
  return (
    <>
      <ScreenHead over={t.leadsLead} title={t.leads} />
      <Choices
        hideLegend
        legend={t.leads}
        value={state}
        onChange={setState}
        choices={STATES.map((value) => ({ value, label: t.leadFilters[value] }))}
      />
      <Leads key={state} state={state} />
    </>
  );
}

function Leads({ state }: { readonly state: State }) {
  const t = useTicketWords();
  return (
    <PagedList
      shown={useLeadQueue(state)}
      rows={2}
      label={t.leadFilters[state]}
      empty={<EmptyState icon={<PhoneIcon size={26} />} title={t.noLeads[state]} />}
      item={(lead) => <Lead key={lead.id} lead={lead} />}
    />
  );
}

function Lead({ lead }: { readonly lead: LeadBody }) {
  const t = useTicketWords();
  const s = useWords();
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const at = (instant: string) =>
    when(language, Date.parse(instant), consoleNow() ?? Date.parse(instant), consoleZone());
  const other: State = lead.state === 'open' ? 'done' : 'open';
  const settle = async (state: State): Promise<void> => {
    setBusy(true);
    const answer = await settleLead(lead.id, state);
    setBusy(false);
    if (answer.kind !== 'done')
      return void showToast({ tone: 'warn', text: answer.kind === 'refused' ? answer.refusal.detail : s.unreached });
    await refreshLeads();
    showToast({
      text: t.leadSettled(lead.brand.name),
      action: { label: t.undo, run: () => void settleLead(lead.id, lead.state).then(refreshLeads) },
    });
  };
  return (
    <ListItem
      name={lead.brand.name}
      title={lead.brand.name}
      level={2}
      meta={`${t.leadContact(lead.contact)} · ${t.openedBy(lead.person, at(lead.createdAt))}`}
      action={
        <Button busy={busy} onClick={() => void settle(other)}>
          {other === 'done' ? t.leadDone : t.leadReopen}
          <VisuallyHidden> {lead.brand.name}</VisuallyHidden>
        </Button>
      }
    >
      <p>{lead.wish}</p>
      {lead.doneAt !== null && <p>{t.leadDoneBy(lead.doneBy ?? '', at(lead.doneAt))}</p>}
    </ListItem>
  );
}
