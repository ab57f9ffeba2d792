/**
 * Words and forms that code, comments and docs do not use, each with what to write instead.
 * `test/plain-words.test.ts` and `test/database-comments.test.ts` read this list. A new entry starts only after its last hit has been rewritten.
 */

/** A word or form that no line of a tracked text may contain. */
export interface ForbiddenText {
  /** A regular expression. `word` makes one that also finds the word inside camelCase and snake_case names. */
  readonly pattern: RegExp;
  /** A sentence that says what to write instead. */
  readonly instead: string;
  /** Files in which the text is right, as paths from the root. */
  readonly allowedIn?: RegExp;
}

/** Files whose text is not ours to change, or that users read. `test/plain-words.test.ts` skips these files. */
export const SKIPPED_FILES: readonly { readonly files: RegExp; readonly why: string }[] = [
  { files: /^test\/plain-words-list\.ts$/, why: 'This list names every forbidden word.' },
  {
    files: /^src\/db\/migrations\/00(?:[0-2]\d|3[0-4])_/,
    why: 'An applied migration never changes. Migration 0035 replaced the comments of these on tables and columns.',
  },
  { files: /^src\/words\/(.*\.|core\/catalogue\/)(pt-BR|en|es)\.ts$/, why: 'Users read these sentences.' },
  { files: /^test\/(vectors|import\/data)\//, why: 'Recorded documents and imported files keep their text.' },
];

/** Words that mean something else than they say. */
export const FORBIDDEN_WORDS: readonly ForbiddenText[] = [
  { pattern: word('houses?'), instead: 'Write "installation", or "brand" where the tenant is meant.' },
  {
    pattern: word('doors?'),
    instead: 'Name the route, the sign-in or the check; of a shop say that the store is open or closed.',
  },
  {
    pattern: word('rooms?'),
    instead: 'Write "space" on a screen, "capacity" of a queue or pool, "interval" of time, "channel" of live updates.',
  },
  {
    pattern: new RegExp(`(?<!Math\\.)(?:${word('floors?').source})(?!\\()`),
    instead: 'Write "lower limit", "minimum" or "layer".',
  },
  { pattern: word('roads?'), instead: 'Write "path", "route" or "order of steps".' },
  { pattern: word('foundations?'), instead: 'Name the layer, the schema or the base that is meant.' },
  { pattern: word('ears?'), instead: 'Write "listener", "subscriber" or "live stream".' },
  { pattern: word('doz(?:e|es|ed|ing)'), instead: 'Write "idle" or "paused".' },
  { pattern: word('dawns?'), instead: 'Write "the end of the quiet hours" or name the time.' },
  {
    pattern: word('whoever'),
    instead: 'Name the person, caller, process or transaction that is meant.',
    // Users read the English sentence.
    allowedIn: /^src\/words\/holds\/holds\.ts$/,
  },
  { pattern: word('halves'), instead: 'Name the two parts: list and detail, request and answer.' },
  { pattern: word('standing'), instead: 'Write "current", "open" or "valid", or name the state.' },
  {
    // The verb is allowed, and so is the route `support-looks`, which integrators call.
    pattern:
      /\b(?:an?|one|each|every|another|first|same|this|that|the|support|whose|no) looks?\b(?!-| (?:at|for|up|into|like|through|after|back|as)\b)|\blooks? (?:of|by) support\b|\bsupport_looks\b|\b(?:no|support)Looks\b/i,
    instead: 'Write "access" or "entry of the access log"; for a program that reads again write "check" or "read".',
  },
  {
    pattern: /\b(?:[a-z]+)?(?:context|attempt|ledger|customer|store|seller|person|people|policy|row)Held\b/,
    instead: 'A transaction locks a row: `lockContext`, `lockLedger`. "Held" means a contact kept for later.',
  },
  {
    pattern:
      /\b(?:held|holds?|holding) (?:an?|the|its|their|both|this|that|every|each|all) (?:\w+ )?(?:locks?|leases?)\b/i,
    instead: 'Write "has the lock", "takes the lock" or "has the lease". "Held" means a contact kept for later.',
  },
];

/** Beginnings of comments that leave the reader to guess the subject. The number of a rule (`D13.`) may come before. */
export const FORBIDDEN_COMMENT_STARTS: readonly ForbiddenText[] = [
  {
    pattern: start('It(?! is \\d)|They|He|She|Its|Their'),
    instead: 'Begin with the noun: "The lease ends …", not "It ends …".',
  },
  {
    pattern: start('Whatever|Whichever|Wherever|However \\w+|Somebody who|Those who|Something that|Everything that'),
    instead: 'Begin with the noun: "A caller who …", "The rows that …".',
  },
  {
    pattern: start(
      'What (?:is|was|are|were|has|had|waits?|waited|stands?|becomes?|became|comes?|came|remains?|lies|keeps?|makes?)',
    ),
    instead: 'Begin with the noun: "The rows that are left", not "What is left".',
  },
  {
    pattern: start(
      '(?:Read|Taken|Kept|Asked|Told|Held|Left|Made|Handed|Counted|Written|Sent|Parsed|Named|Loaded|Refused|Quoted|' +
        'Claimed|Decided|Opened|Recorded|Fulfilled|Given|Found|Seen|Known|Gone|Done|Heard|Put|Passed|Built|Used|Shown|Drawn|' +
        'Tried|Ended|Stored|Measured|Started|Stopped|Served|Chosen|Added|Moved|Answered|Judged|Checked|Undone)' +
        '(?: once| again| only| back| over| out| in| on| up)*[,:]? ' +
        '(?:after|before|by|when|where|while|from|to|with|without|for|as|at|until|under|within|between|because|so|since|of|in|on|it|that|no)',
    ),
    instead: 'Say who does it, to what: "Callers read this after they have claimed the key."',
  },
];

/** Words that stand for no named person or thing. Summaries of routes and comments of the database do without these. */
export const FORBIDDEN_IN_DESCRIPTIONS: readonly ForbiddenText[] = [
  ...FORBIDDEN_COMMENT_STARTS,
  {
    pattern: /\b(?:whoever|whatever|whichever|somebody|someone|anybody|anyone|something|anything)\b/i,
    instead: 'Name the caller, the person, the row or the value that is meant.',
  },
  {
    pattern: /^(?:I|We|Me|My|Who|Whom|Whose|When|Why|Where|How|As|Not|One|There|Set when|Up to)\b/,
    instead: 'Begin a summary with a verb and a comment with the noun that the row or column contains.',
  },
];

/** First words of a prepared statement's name and of its constant: a statement does something. */
export const STATEMENT_VERBS: ReadonlySet<string> = new Set(
  (
    'add advance allow append begin change claim clear commit complete copy count delete discard end extend find insert ' +
    'keep list lock mark move postpone read record refuse release remember reopen reset return save search set spend stop take touch try ' +
    'update upsert wake withdraw write group'
  ).split(' '),
);

/** First words that no exported function of `src/db` begins with: a participle says what was, not what the function does. */
export const PARTICIPLES: ReadonlySet<string> = new Set(
  'applied asked bound broken claimed ended found given gone held kept left locked made missing passed refused running taken told written'.split(
    ' ',
  ),
);

/** Returns a sentence for each entry that `text` breaks: file, line, the text found, and what to write instead. */
export function findForbidden(entries: readonly ForbiddenText[], file: string, line: number, text: string): string[] {
  return entries
    .filter(({ allowedIn }) => !allowedIn?.test(file))
    .flatMap(({ pattern, instead }) => {
      const [found] = pattern.exec(text) ?? [];
      return found === undefined ? [] : [`${file}:${line}: "${found}" in "${text.trim().slice(0, 100)}": ${instead}`];
    });
}

/** The word as whole word, in text and as a part of a camelCase or snake_case name. `stem` begins with a small letter. */
function word(stem: string): RegExp {
  const capital = stem.charAt(0).toUpperCase() + stem.slice(1);
  return new RegExp(`(?<![A-Za-z])${stem}(?![a-z])|${capital}(?![a-z])`);
}

function start(words: string): RegExp {
  return new RegExp(`^(?:[A-Z]\\d+(?:[–,] ?[A-Z]?\\d+)*[.:] )?(?:${words})\\b`);
}
