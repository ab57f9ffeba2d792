/** The sentences of the team’s screens in English. */
import { count, plural } from '#words/core/format.ts';
import type { PeopleWords } from './people.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });
const customers = (n: number) => many(n, '1 customer', `${n} customers`);
const messages = (n: number) => many(n, '1 held message', `${n} held messages`);

export const words: PeopleWords = {
  title: 'Team',
  loading: 'Loading the team',
  search: 'Search by name or code',
  store: 'Store',
  allStores: 'All stores',
  stores: 'Stores',
  chooseStore: 'Choose the store',
  show: 'Show',
  states: { active: 'With access', away: 'Off now', inactive: 'Without access', all: 'Everybody' },
  order: 'Order',
  orders: { name: 'By name', store: 'By store', role: 'By role' },
  state: 'State',
  found: (n) => many(n, '1 person', `${count('en', n)} people`),
  none: 'Nobody here yet',
  noneMore: 'Add the first person, who gets a PIN to sign in.',
  noneFor: (typed) => `Nobody found for “${typed}”`,
  noneForMore: 'Check the name, the store and whether the person still has access.',
  more: 'Show more',
  open: (name) => `Open ${name}`,
  unreached: 'No answer from the server. Try again when the network is back.',
  back: 'Back',
  done: 'Done',
  undo: 'Undo',
  save: 'Save',

  roles: { seller: 'Sales', store_manager: 'Store manager', brand_manager: 'Brand manager' },
  pins: {
    none: 'No PIN in this store',
    one_time: 'One-time PIN, not used yet',
    expired: 'One-time PIN expired',
    own: 'Own PIN',
  },
  withAccount: 'Signs in with e-mail and password',
  locked: 'PIN paused',
  noAccess: 'No access',

  add: 'Add a person',
  addTitle: 'Add to the team',
  name: 'Name',
  nameHint: 'As it appears at the store’s sign-in.',
  nameMissing: 'Write the name.',
  role: 'Role',
  email: 'E-mail',
  emailHint: 'The invitation is valid once, for 24 hours. Too late? Add the person again with the same e-mail.',
  emailMissing: 'Write the e-mail.',
  storeMissing: 'Choose the store.',
  addNow: 'Add',
  invited: (name) => `Invitation sent to ${name}.`,

  pinTitle: (name) => `PIN of ${name}`,
  pinLead: (until) => `Good for one sign-in, until ${until}. At the sign-in each person chooses a PIN of their own.`,
  pinOnce: 'The PIN is shown only now. Hand it over in person, best on paper.',
  copy: 'Copy PIN',
  copied: 'PIN copied.',
  notCopied: 'Could not copy. Write the PIN down.',

  access: 'Access',
  facts: {
    role: 'Role',
    store: 'Store',
    code: 'Code',
    pin: 'Sign-in',
    portfolio: 'Portfolio',
    held: 'Held',
    away: 'Days off',
  },
  customers,
  messages,
  noMessages: 'No held message',

  awayUntil: (until: string) => `Off until ${until}`,
  awayFrom: (from: string, until: string) => (from === until ? `Off on ${from}` : `Off from ${from} to ${until}`),

  invitations: {
    open: (email: string | null) =>
      email === null ? 'Invitation not accepted yet' : `Invitation sent to ${email}, not accepted yet`,
    over: (email: string | null) =>
      email === null ? 'Invitation expired' : `The invitation sent to ${email} has expired`,
  },
  inviteAgain: 'Send the invitation again',
  inviteTitle: (name: string) => `Send the invitation to ${name} again`,
  inviteLead: 'The earlier link stops working. If the e-mail was wrong, correct it here.',
  inviteNow: 'Send invitation',

  changes: 'History',
  changeKinds: {
    created: 'Person added',
    invited: 'Invitation sent',
    changed: 'Details changed',
    activated: 'Access given back',
    deactivated: 'Access taken away',
    pin_given: 'New PIN',
    unlocked: 'PIN unlocked',
  },
  changeFields: { name: 'name', role: 'role', store: 'store' },
  changeBy: (by: string | null, when: string) => `${when}, by ${by ?? 'support'}`,

  rename: 'Change the name',
  renameTitle: (name) => `Change the name of ${name}`,
  renamed: (name) => `The name is now ${name}.`,

  move: 'Change store or role',
  moveTitle: (name) => `Change the store or role of ${name}`,
  goOn: 'Continue',
  moveNow: 'Confirm the change',
  noChange: 'Nothing has changed yet: choose another store or another role.',
  signsInAgain: 'The person must sign in again.',
  longerPin:
    'Managers use a PIN of 6 to 8 digits: at the next sign-in the person chooses one if the present PIN is shorter.',
  moveStays: (n, store) =>
    n === 0
      ? 'The portfolio is empty.'
      : `${customers(n)} of ${store} stay in this portfolio until you move the portfolio.`,
  moveEnds: (n) =>
    n === 0
      ? 'There are no held messages.'
      : many(
          n,
          '1 held message is cancelled now. To keep it, first pass it on to somebody else in Held.',
          `${n} held messages are cancelled now. To keep them, first pass them on to somebody else in Held.`,
        ),
  movePin: 'The present PIN does not work in the other store. Give a new PIN after the change.',
  moved: (name) => `Done. ${name} has changed.`,

  newPin: 'Give a new PIN',
  newPinTitle: (name) => `Give ${name} a new PIN?`,
  newPinLead: 'The present PIN stops working now, and the person is signed out on all devices.',
  newPinNow: 'Give a new PIN',

  work: 'Portfolio and days off',

  free: 'Unlock PIN',
  freed: (name) => `Done. ${name} can try again.`,

  deactivate: 'Take the access away',
  deactivateTitle: (name) => `Take the access of ${name} away?`,
  deactivateLead: 'The person is signed out on all devices now and cannot sign in again. The history stays.',
  deactivateKeeps: (n) =>
    n === 0 ? 'The portfolio is empty.' : `${customers(n)} stay in this portfolio until you move the portfolio.`,
  deactivateHeld: (n) =>
    n === 0
      ? 'There are no held messages.'
      : many(
          n,
          '1 held message waits. Pass it on to somebody else before its time, or it will be cancelled.',
          `${n} held messages wait. Pass them on to somebody else before their time, or they will be cancelled.`,
        ),
  deactivated: (name) => `${name} has no access any more.`,
  reactivate: 'Give the access back',
  reactivated: (name) => `${name} has access again.`,

  sheet: 'Sheet of PINs',
  sheetLead: 'New PINs for the people you choose, on a sheet to print and cut.',
  sheetNobody: 'Nobody of this store can get a PIN from you',
  sheetNobodyMore: 'Add people to the team, and they appear here.',
  sheetMost: (n) => `Up to ${n} people a sheet.`,
  choosePeople: 'Who gets a new PIN',
  chooseAll: 'Choose everybody',
  chooseNone: 'Clear the choice',
  makeSheet: (n) =>
    n === 0 ? 'Make the sheet' : many(n, 'Make the sheet for 1 person', `Make the sheet for ${n} people`),
  chooseSomebody: 'Choose at least one person.',
  sheetTitle: (n) => many(n, 'Give 1 person a new PIN?', `Give ${n} people new PINs?`),
  sheetConfirm:
    'Their present PINs stop working now, and they are signed out on all devices. The new ones are shown once.',
  sheetNow: 'Give new PINs',
  print: 'Print',
  printLead: 'These PINs are shown only now. Print before you leave this screen.',
  paperTitle: (store) => `Your PIN · ${store}`,
  paperSteps: (until) => [
    'On the store’s device, tap your name.',
    'Type the PIN of this sheet.',
    'Choose a PIN of your own and tell nobody.',
    `The PIN of this sheet works once, until ${until}.`,
  ],
  paperName: 'Name',
  paperPin: 'One-time PIN',
};
