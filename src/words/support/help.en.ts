/** The text of the help article and the sentences of its rating, in English. */
import { plural } from '#words/core/format.ts';
import type { HelpWords } from './help.pt-BR.ts';

const many = (n: number, one: string, other: string) => plural('en', n, { one, other });

export const words: HelpWords = {
  help: 'Help',
  read: 'Read the help',
  back: 'Back',
  loading: 'Loading',

  title: 'Quiet hours',
  lead: 'The part of the day in which the brand starts no WhatsApp conversations with customers.',
  yourHours: (sentence) => `At your brand: ${sentence}`,
  noHours: 'At your brand no hours are in force now.',

  howTitle: 'How it works',
  how: [
    'The brand chooses its hours, say from 20:00 to 08:00. They are the same in all stores.',
    'Each store’s own clock counts: 20:00 in Manaus is when Manaus’ clock shows 20:00.',
    'The system checks at the moment of sending. A screen opened at 19:58 and used at 20:01 meets quiet hours.',
    'When quiet hours end, everything is back by itself. There is nothing to do.',
  ],
  ringCaption: 'The ring is the whole day: midnight on top, noon below. The thick part is quiet hours.',

  changesTitle: 'What changes in the app',
  refusedTitle: 'Suggestions: put off',
  refused:
    'A contact from your list of suggestions is put off. The app says why, and from what time on you can talk. The suggestion stays in the list, and what you wrote is kept.',
  warnedTitle: 'A customer’s profile: a warning',
  warned:
    'Whoever starts from a customer’s profile is warned. Going back is the first choice. If it really must be, you can send: it goes into the history, for you and your manager to see. Some brands ask for the reason, in one tap.',
  repliesTitle: 'Replies: nothing',
  replies:
    'If a customer wrote to you, reply as you like, right in the WhatsApp conversation. Replying is not starting a contact.',
  picture: {
    refused: ['It is quiet hours now', 'From tomorrow, 08:00 you can talk to Marina.', 'Back to the list'],
    warned: ['Not a good time', 'It is 22:14. A message now may annoy.', 'Back'],
  },
  refusedCaption: 'The answer to a suggestion at 21:00: why, until when, and nothing is lost.',
  warnedCaption: 'The answer to a contact from the profile: back first, on if it must be.',

  benefitsTitle: 'Why it is worth it',
  benefits: [
    'Customers have peace in the evening. Who is annoyed by a late message tends to block the number.',
    'A number that is seldom blocked and reported goes on delivering.',
    'Sellers are not drawn into work after hours.',
    'Contacts spread over the day instead of leaving all at once, which looks like spam.',
  ],

  activationTitle: 'How to activate, change or deactivate',
  activation: [
    'Quiet hours are part of the Growth and Enterprise plans.',
    'The brand’s management asks in a ticket, with start, end and reason, on the Policy page.',
    'Oto’s support looks at the stores’ hours, shows what would change and publishes. The answer comes in the ticket.',
    'Starter brands talk to the Oto team from the same page.',
  ],

  wishesTitle: 'What the customer asked for',
  wishes: [
    'No messages on request: on the profile, note “only after 14:00”, “only on weekdays” or “until 10 Jan”. The whole brand keeps it at any hour of the day: suggestions are put off, the profile warns, and kept messages get another time.',
    'It can also be noted on the warning and on the question “Did you send it?”. The profile says who noted it and when. If the customer has changed their mind, tap “End”.',
    'Cool-down: the brand may ask for some days between one contact and the next with the same number, by any seller.',
    'No answer: after some contacts without an answer the number rests until an answer or a purchase.',
    'A text in the notes does not count as a wish. Use the fields for it.',
    'Is the same person there twice? On the profile, tap “Merge with another customer”. The wishes of both stay in force, and it can be undone for a day.',
  ],

  accountsTitle: 'Your account and signing in',
  accounts: [
    'In the store: the store’s account stays open on the device, and each person enters with their own PIN. Forgot the PIN? The manager gives another, which works once and for seven days.',
    'With an account of your own (brand managers and support): the invitation is a link that is valid for 24 hours and works once. Too late? Who invited you sends another.',
    'Forgot the password? Choose “Forgot password” at the sign-in. The link comes by e-mail; if it does not, ask support for one.',
    'Two-step verification: besides the password, a code of the authenticator app on your phone. Without the phone, sign in with a recovery code; each works once. Without both, support removes the verification.',
    'In “My account”, in your menu, you change the password and see where the account is open. You can sign one device out, or all.',
    'The week in short: managers with an account of their own get three numbers of the week and one thing to notice by mail on Monday morning. It is switched off in the mail itself or in “My account”.',
  ],

  setupTitle: 'For managers: stores, team and files',
  setup: [
    'In “Stores”, each store has its address, time zone, opening hours and dates with other hours. Before you save, the screen says how many held messages get another time. The store’s password is shown only once.',
    'In “Team”, you add people, change their name, store or role, take access away and give it back, and give a new PIN. The sheet of PINs is ready to print and cut.',
    'On each person’s page, in “Portfolio and days off”, the portfolio goes to one colleague or is shared out among those who sell in the store; you can undo it for 24 hours. On days off, suggestions and held messages can go to colleagues, and what was not used comes back at the end.',
    'In “Import”, the brand’s management brings in stores, team, customers and purchases from a CSV file. Nothing changes before you have checked it, and refused rows come with the reason. You can undo it for a day, as long as nobody has used what came in.',
    'The “Overview” counts what happened to contacts. Each number opens its list, which you can download as a spreadsheet. “Before and after” compares weeks, and tells nothing from few contacts. “After the warning” shows what went on and what followed; “Spread”, whether the day was even.',
    'The brand’s management looks after all stores. A store manager looks after their own store and those who sell there.',
    'In “Campaigns”, the brand’s managers say whom to suggest, with which text and in which order. The page estimates at once how many customers that is, and shows the text for three of them. What is held of an ended campaign goes on, unless the manager cancels it.',
    'In the list of held messages, “What tomorrow will be like” shows what becomes ready in each minute and for whom, who has the day off, and what moves to another day. The last ones can be left for later, or passed to a colleague.',
  ],

  privacyTitle: 'For managers: customers’ data',
  privacy: [
    'If a customer asks for a copy of what the brand keeps, a manager downloads it on the profile, under “Data of this customer”: a page to read, or a file.',
    'If a customer wants to leave, the brand manager uses “Erase for good” on the profile. All that says who the customer is vanishes and does not return. The wish to get no messages stays in force for the number.',
    'In “My account” the brand manager sets for how many days texts, texts that were not sent, and the record of decisions are kept. What is older is deleted every day.',
    'The do-not-call list keeps only a code of each number: nobody can read the numbers back.',
    'On the page Policy, “See copies and erasures” shows who downloaded or erased data, when and why.',
  ],

  questionsTitle: 'Questions',
  questions: [
    {
      ask: 'Can I send an urgent message in the evening?',
      answer:
        'From the customer’s profile, yes: after the warning, tap “Send anyway”. Use it with care; it goes into the history.',
    },
    {
      ask: 'Did I lose what I was writing?',
      answer: 'No. The text is kept on this device, even if it is put off, the network goes or the screen locks.',
    },
    {
      ask: 'My store is open until 22:00. Why do quiet hours start earlier?',
      answer:
        'The hours are the same for the whole brand. If they do not suit your store, talk to your manager: the brand can ask support for a change.',
    },
    {
      ask: 'And who asked not to be written to?',
      answer: 'We respect that at any hour, by day as well. Only they can take it back.',
    },
    {
      ask: 'What is the do-not-call list?',
      answer:
        'Numbers of people who want no sales contacts; the brand brings them in “Import”. Suggestions to these numbers do not go, and the profile warns. If the customer says yes, note that on the profile with the date: that lifts the number.',
    },
    { ask: 'Does my phone’s clock matter?', answer: 'No. The system’s time counts, in the store’s zone.' },
    {
      ask: 'Does it hold on weekends and holidays?',
      answer: 'On every day the brand wanted. It can have rules by weekday, and special dates.',
    },
  ],

  useful: 'Was this article helpful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Great! Thank you for your feedback.',
  sorry: 'Sorry! We could not help you.',
  missing: 'What was missing?',
  missingEmpty: 'Tell us in a few words what was missing.',
  send: 'Send',
  sent: 'Feedback sent. Thank you for your effort; we will try to put the article right.',
  change: 'Change the answer',
  unsent: 'We could not keep your answer. Try again.',

  ratings: 'Ratings of the help',
  seeArticle: 'See the article',
  version: (n) => `Text ${n}`,
  helped: (share, helpful, all) =>
    `${share} found it helpful: ${helpful} of ${many(all, '1 answer', `${all} answers`)}`,
  noRatings: 'Nobody has rated the article yet.',
  comments: 'Comments',
  noComments: 'No comments yet.',
  commentMeta: (when, language, version) => `${when} · ${language} · text ${version}`,
  languages: { 'pt-BR': 'Portuguese', en: 'English', es: 'Spanish' },
  found: 'helpful',
  notFound: 'did not help',
  more: 'Show more',
};
