/** The sentences of the screens about campaigns, in English. */
import { plural } from '#words/core/format.ts';
import type { CampaignsWords } from './campaigns.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });
const customers = (n: number) => many(n, '1 customer', `${n} customers`);
const days = (n: number) => many(n, '1 day', `${n} days`);

export const words: CampaignsWords = {
  campaigns: 'Campaigns',
  campaign: 'Campaign',
  loading: 'Opening the campaigns…',
  unread: 'We could not open the campaigns.',
  unreached: 'No answer from the server. Try again when the internet is back.',
  again: 'Try again',
  code: (code) => `Code for support: ${code}`,
  more: 'Show more',

  lead: 'A campaign chooses customers and suggests every morning whom the team could write to, and with which text.',
  newCampaign: 'New campaign',
  none: 'There are no campaigns yet',
  noneMore: 'Start from a ready-made one, such as birthday or 60 days without a purchase, and adjust the text.',
  noneShown: 'No campaign here',
  noneShownMore: 'Look at the other campaigns with the filter above.',
  found: (n) => many(n, '1 campaign', `${n} campaigns`),
  open: (name) => `Open the campaign ${name}`,
  show: 'Which campaigns',
  shown: { current: 'Current', ended: 'Ended' },
  columns: {
    name: 'Name',
    state: 'State',
    priority: 'Order',
    period: 'Period',
    suggested: 'Suggested',
    sent: 'Sent',
    putOff: 'Put off',
    answered: 'Answered',
  },
  states: { draft: 'draft', running: 'running', paused: 'paused', ended: 'ended' },
  period: (from, to) => {
    if (from === null) return to === null ? 'without an end date' : `until ${to}`;
    return to === null ? `since ${from}` : `${from} to ${to}`;
  },
  figures: 'What happened',
  figuresLead:
    'Put off are the contacts that Quiet Hours held back. Answered are the customers with whom the seller talked, or to whom the seller sold.',
  inShort: (n) => `${n.suggested} suggested, ${n.sent} sent, ${n.putOff} put off, ${n.answered} answered`,

  back: 'Campaigns',
  edit: 'Edit',
  copy: 'Use as a starting point',
  start: 'Start',
  resume: 'Resume',
  pause: 'Pause',
  end: 'End',
  discard: 'Discard the draft',
  started: 'The campaign is running. The team gets the suggestions in a moment.',
  paused: 'The campaign is paused. The open suggestions have left the lists.',
  ended: (cancelled) =>
    cancelled === 0
      ? 'The campaign has ended.'
      : `The campaign has ended, and ${many(cancelled, '1 held message was cancelled', `${cancelled} held messages were cancelled`)}.`,
  notDone: 'Nothing changed',
  startHint: 'Before it starts, the text and the period are checked.',
  runningHint: 'What you edit counts from the next morning on. Suggestions that are open keep their text.',
  pausedHint: 'Nobody gets suggestions of this campaign until it is resumed.',
  endedHint: 'An ended campaign does not return. To repeat it, use this one as a starting point.',

  partialTitle: 'Too many people for the period',
  partialStart: 'Start anyway',
  partialEdit: 'Adjust the campaign',
  pauseTitle: (name) => `Pause “${name}”?`,
  pauseText: (open) =>
    open === 0
      ? 'No suggestion is open. What is held for later goes on, and the campaign can be resumed.'
      : `${many(open, '1 open suggestion leaves', `${open} open suggestions leave`)} the lists. What is held for later goes on, and the campaign can be resumed.`,
  endTitle: (name) => `End “${name}” for good?`,
  endText: (open) =>
    open === 0
      ? 'The campaign will not suggest anybody again.'
      : `${many(open, '1 open suggestion leaves', `${open} open suggestions leave`)} the lists, and the campaign does not return.`,
  endHeld: (held) =>
    `${many(held, '1 message of this campaign is', `${held} messages of this campaign are`)} held for later. What should happen?`,
  heldKeep: 'Keep: each one goes at its minute',
  heldCancel: 'Cancel all: those who held them are told',
  goBack: 'Go back',

  summary: 'How it is set',
  audience: 'For whom',
  everybody: 'All customers of the brand',
  message: 'Text',
  noText: 'No text yet.',
  priorityOf: (n) => `Order ${n}`,
  coolDownOf: (n) => (n === 0 ? 'no cool-down of its own' : `cool-down of ${days(n)}`),
  perSellerOf: (n) => `up to ${n} per person and day`,
  basisOf: { consent: 'Legal basis: consent', legitimate_interest: 'Legal basis: legitimate interest' },
  filterText: {
    lastPurchase: (min, max) =>
      max === null ? `No purchase for ${days(min)} or more` : `Last purchase ${min} to ${days(max)} ago`,
    birthday: (n) => (n === 0 ? 'Birthday today' : `Birthday within ${days(n)}`),
    spent: (money, sinceDays) => `Spent ${money} or more in ${days(sinceDays)}`,
    item: (item) => `Bought “${item}”`,
    stores: (names) => `Stores: ${names}`,
    sellers: (names) => `Portfolios of ${names}`,
    tags: (names) => `Tags: ${names}`,
    cities: (names) => `Cities: ${names}`,
    permission: { granted: 'Allowed contact', unknown: 'Has not said yet' },
    neverContacted: 'Never contacted',
  },

  days: 'Day by day',
  noDays: 'The figures appear here after the first morning of the campaign.',
  dayColumns: { date: 'Day', matched: 'Matched', suggested: 'Suggested', left: 'Left out' },
  withoutSeller: (n) => `${customers(n)} without a portfolio: the person left, and the portfolio was not passed on yet`,
  leftOut: (why, n) => `${why}: ${n}`,
  leftOutWhy: {
    opted_out: 'Asked to receive no messages',
    no_permission: 'Has not allowed contact yet',
    do_not_call_list: 'Is on the do-not-call list',
    customer_asked_silence: 'Asked for no messages during all of the store’s hours',
    contacted_recently: 'Is in the cool-down',
    unanswered: 'Did not answer the last contacts',
    customer_unavailable: 'Has no number with WhatsApp',
    variable_empty: 'Lacks what the text mentions',
    already_served: 'Got the suggestion of this campaign before',
    other_suggestion: 'Is in an open suggestion already',
    seller_away: 'The seller of the portfolio has a day off',
    quota: 'Is more than the team serves on the day',
    without_seller: 'Waits for a portfolio',
    other: 'For another reason',
  },
  leftOutTitle: 'Left out',
  nobodyLeftOut: 'nobody',
  versions: 'Versions',
  version: (n, by, when) => `Version ${n}: ${by}, ${when}`,

  unnamed: 'Unnamed',
  toMend: (n) => many(n, '1 thing to mend before starting', `${n} things to mend before starting`),
  fieldNames: {
    ...{ name: 'Name', to: 'Last day', priority: 'Order', perSellerDay: 'For each person and day' },
    ...{ coolDownDays: 'Cool-down', text: 'Text', legalReason: 'Legitimate interest' },
    ...{ 'audience.birthdayWithinDays': 'Birthday', 'audience.spent': 'Amount spent', 'audience.tags': 'Tags' },
  },

  newTitle: 'New campaign',
  editTitle: 'Edit campaign',
  readyMade: 'Start from a ready-made one',
  readyMadeLead: 'Or fill it in your own way. Everything can be changed later.',
  facts: 'The campaign',
  name: 'Name',
  nameHint: 'The team sees this name on the suggestion.',
  priority: 'Order',
  priorityHint: 'From 1 to 99. If a customer fits two campaigns, the lower number comes first.',
  from: 'First day',
  fromHint: 'Empty: it begins when it is started.',
  to: 'Last day',
  toHint: 'Empty: until you end it.',
  perSeller: 'Per person and day, at most',
  perSellerHint: 'Over all campaigns the brand’s limit counts too, in My account.',
  coolDown: 'Cool-down in days',
  coolDownHint: 'After a contact the number rests. The longer counts: this one or the brand’s. 0: the brand’s alone.',

  audienceLead: 'Only customers who meet everything that you fill in. What stays empty does not filter.',
  lastPurchase: 'Days since the last purchase',
  atLeast: 'At least',
  atMost: 'At most',
  birthday: 'Birthday within how many days',
  birthdayHint: '0: on the day alone. From 0 to 60.',
  spent: 'How much was spent',
  spentMin: 'From R$',
  spentDays: 'In the last days',
  item: 'Bought the item',
  itemHint: 'A part of the name is enough, such as “vestido”.',
  stores: 'Stores',
  storesHint: 'None chosen: all.',
  sellers: 'Whose portfolios',
  sellersHint: 'None chosen: all.',
  tags: 'Tags',
  tagsHint: 'Separate with commas. One of them is enough.',
  cities: 'Cities',
  citiesHint: 'Separate with commas. One of them is enough.',
  permission: 'Permission',
  permissions: { '': 'Do not filter', granted: 'Allowed contact', unknown: 'Has not said yet' },
  permissionHint: 'Who has not allowed contact gets no suggestions, with or without this filter.',
  neverContacted: 'Only customers who were never contacted',

  searchIn: (what) => `Search in ${what}`,
  searchByName: 'Search by name',
  noneFound: 'Nothing with this name.',
  chosen: (n) => `${n} ticked`,
  moreFound: (n) => `${n} more: search by name`,

  text: 'Text of the message',
  textHint: 'The seller can change the text before sending.',
  variables: 'Insert into the text',
  variableNames: {
    primeiro_nome: 'first name',
    nome: 'full name',
    vendedor: 'seller',
    loja: 'store',
    marca: 'brand',
    ultimo_item: 'last item',
    dias_sem_comprar: 'days without a purchase',
  },
  fallbackHint: 'Customers without a value are left out, unless the text gives another word: {ultimo_item|sua compra}.',
  faultAt: (place, message) => `At position ${place}: ${message}`,

  legal: 'Legal basis (LGPD)',
  legalLead: 'It is recorded. It does not permit contact with anybody who has not allowed it.',
  bases: { consent: 'Consent', legitimate_interest: 'Legitimate interest' },
  legalReason: 'Why it is legitimate',
  legalReasonHint: 'A sentence that you would show to whoever asks.',

  estimate: 'Who gets it',
  estimated: 'estimate',
  exact: 'exact count',
  counting: 'Counting…',
  notCounted: 'We cannot count right now. Saving is still possible.',
  correctText: 'Correct the text to see the count and the examples.',
  matched: (n) => `${customers(n)} ${n === 1 ? 'meets' : 'meet'} what you asked for`,
  reachable: (n) => `${customers(n)} could get the suggestion today`,
  examples: 'What three customers would read',
  noExamples: 'Nobody to show with these filters for now.',
  exampleOf: (name) => `For ${name}`,

  save: 'Save draft',
  saveChange: 'Save',
  saved: (reachable, isDraft) =>
    `${isDraft ? 'Draft saved' : 'Changes saved'}. Today ${customers(reachable)} would get the suggestion.`,
  savedOnly: 'Saved.',
  notSaved: 'Not saved yet',
  keptDraft: 'We brought back what you had begun to write.',
  dropDraft: 'Start anew',
  keptChange: 'We brought back the changes that you had not saved.',
  dropChange: 'Return to what is saved',
  leaveHint: 'If you leave, what you wrote stays on this device.',

  ready: {
    birthday: {
      title: 'Birthday',
      text: 'Hi, {primeiro_nome}! This is {vendedor} from {marca} {loja}. I have a little birthday treat for you. May I tell you what it is?',
    },
    days30: {
      title: '30 days without a purchase',
      text: 'Hi, {primeiro_nome}! This is {vendedor} from {marca} {loja}. How is {ultimo_item|your last purchase}? Some matching pieces have arrived. May I show you?',
    },
    days60: {
      title: '60 days without a purchase',
      text: 'Hi, {primeiro_nome}! This is {vendedor} from {marca} {loja}. It has been a while. Shall I set the new pieces aside for you?',
    },
    days90: {
      title: '90 days without a purchase',
      text: 'Hi, {primeiro_nome}! This is {vendedor} from {marca} {loja}. I have missed you here. May I set something aside in your style?',
    },
    afterPurchase: {
      title: 'After a purchase',
      text: 'Hi, {primeiro_nome}! This is {vendedor} from {marca} {loja}. Do you like {ultimo_item|your purchase}? If it needs an adjustment, just tell me.',
    },
    collection: {
      title: 'New collection',
      text: 'Hi, {primeiro_nome}! This is {vendedor} from {marca} {loja}. The new collection is here, and I thought of you. May I send some pictures?',
    },
    list: {
      title: 'List by tag',
      text: 'Hi, {primeiro_nome}! This is {vendedor} from {marca} {loja}. I have an invitation for you. May I tell you more?',
    },
  },
  readyTag: 'vip',
};
