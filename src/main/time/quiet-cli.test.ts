/** Tests of `npm run quiet`, with single questions and with streams of them. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { answerLine, answerQuestion, Mistake } from './quiet-cli.ts';

const cli = join(import.meta.dirname, 'quiet-cli.ts');
const folder = mkdtempSync(join(tmpdir(), 'quiet-'));
after(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function run(
  args: readonly string[],
  input = '',
  cwd = folder,
): { status: number | null; stdout: string; stderr: string } {
  const { INIT_CWD: _, ...env } = process.env;
  return spawnSync(process.execPath, [cli, ...args], { input, cwd, env, encoding: 'utf8', maxBuffer: 2 ** 24 });
}

const nightly = fileOf(
  'nightly.json',
  '\uFEFF{ "windows": [{ "days": ["fri", "sat"], "start": "20:00", "end": "08:00" }] }\n',
);
const ask = (at: string, policy = nightly, zone = 'America/Sao_Paulo'): string[] => [
  '--zone',
  zone,
  '--policy',
  policy,
  '--at',
  at,
];

test('T1, T8: one question gets quiet, changesAt and nextOpen, in UTC with milliseconds', () => {
  const quiet = run(ask('2026-11-27T20:00:00.000-03:00'));
  assert.equal(
    quiet.stdout,
    '{"quiet":true,"changesAt":"2026-11-28T11:00:00.000Z","nextOpen":"2026-11-28T11:00:00.000Z"}\n',
  );
  assert.deepEqual([quiet.status, quiet.stderr], [0, '']);
  const open = run(ask('2026-11-27T22:59:59.999Z'));
  assert.equal(
    open.stdout,
    '{"quiet":false,"changesAt":"2026-11-27T23:00:00.000Z","nextOpen":"2026-11-27T22:59:59.999Z"}\n',
  );
});

test('T9: changesAt and nextOpen are null where quiet never ends', () => {
  const always = fileOf(
    'always.json',
    JSON.stringify({
      windows: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '00:00', end: '24:00' }],
    }),
  );
  assert.equal(run(ask('2026-11-27T20:00:00Z', always)).stdout, '{"quiet":true,"changesAt":null,"nextOpen":null}\n');
});

test('the epoch, 0 milliseconds, is a valid instant', () => {
  assert.match(run(ask('1970-01-01T00:00:00Z')).stdout, /"nextOpen":"1970-01-01T00:00:00.000Z"/);
});

test('a relative path is resolved from the folder in which npm was called', () => {
  const env = { ...process.env, INIT_CWD: folder };
  const { status } = spawnSync(process.execPath, [cli, ...ask('2026-11-27T20:00:00Z', 'nightly.json')], {
    cwd: '/',
    env,
  });
  assert.equal(status, 0);
});

test('a mistake prints one line and the usage on stderr and nothing on stdout, and ends with 2', () => {
  const broken = fileOf('broken.json', '{');
  const equal = fileOf('equal.json', '{ "windows": [{ "days": ["fri"], "start": "20:00", "end": "20:00" }], "x": 1 }');
  const at = '2026-11-27T20:00:00Z';
  for (const [args, said] of [
    [[], 'missing: --zone, --policy, --at'],
    [['--zone', 'UTC'], 'missing: --policy, --at'],
    [['--jsonl', '--zone', 'UTC'], '--jsonl takes no other option'],
    [['--wrong'], "Unknown option '--wrong'"],
    [['UTC'], "Unexpected argument 'UTC'"],
    [['--zone'], "Option '--zone <value>' argument missing"],
    [ask(at, nightly, ''), 'zone_missing'],
    [ask(at, nightly, 'america/sao_paulo'), 'zone_invalid: america/sao_paulo'],
    [ask(at, nightly, '-03:00'), 'zone_invalid: -03:00'],
    [ask('2026-11-27'), 'at: not an instant in RFC 3339: 2026-11-27'],
    [ask('2026-11-27T20:00:00'), 'at: not an instant in RFC 3339: 2026-11-27T20:00:00'],
    [ask('+010000-01-01T00:00:00Z'), 'at: outside the years 1 to 9999'],
    [ask(at, join(folder, 'absent.json')), `policy: cannot read ${join(folder, 'absent.json')} (ENOENT)`],
    [ask(at, broken), `policy: ${broken} is not JSON`],
    [ask(at, equal), 'policy.x: unknown_field; policy.windows[0].end: equal_times'],
  ] as const) {
    assert.throws(() => answerQuestion(args), new Mistake(said), said);
  }
  const { status, stdout, stderr } = run(['--wrong']);
  assert.deepEqual([status, stdout], [2, '']);
  assert.match(stderr, /^Unknown option '--wrong'\nusage: npm run quiet/);
});

const question = { id: 7, zone: 'UTC', policy: {}, at: 0 };
const answered = '{"id":7,"quiet":true,"changesAt":28800000}';

test('the answer to a line contains its id and none of its extra fields', () => {
  assert.equal(answerLine(JSON.stringify(question)), answered);
  assert.equal(answerLine(JSON.stringify({ ...question, kind: 'random', quiet: false, changesAt: 1 })), answered);
  for (const id of ['seven', null, [7], { seven: 7 }, 0, false, '']) {
    assert.deepEqual(JSON.parse(answerLine(JSON.stringify({ ...question, id })) as string).id, id);
  }
});

test('the answer to a faulty line contains the error, and the id if the line has one', () => {
  const broken = (change: object): unknown =>
    JSON.parse(answerLine(JSON.stringify({ ...question, ...change })) as string);
  assert.deepEqual(broken({ zone: 'UTC-3' }), { id: 7, error: 'zone_invalid: UTC-3' });
  assert.deepEqual(broken({ zone: null }), { id: 7, error: 'zone_missing' });
  assert.deepEqual(broken({ zone: 3 }), { id: 7, error: 'zone: not a string' });
  assert.deepEqual(broken({ policy: undefined }), { id: 7, error: 'policy: missing' });
  assert.deepEqual(broken({ policy: null }), { id: 7, error: 'policy: not_an_object' });
  assert.deepEqual(broken({ policy: { clocks: 1 } }), { id: 7, error: 'policy.clocks: not_a_choice' });
  for (const at of [1.5, '0', null, undefined]) {
    assert.deepEqual(broken({ at }), { id: 7, error: 'at: not a whole number of milliseconds' });
  }
  for (const at of [-62_135_596_800_001, 253_402_300_800_000, 8.64e15, Number.MAX_SAFE_INTEGER]) {
    assert.deepEqual(broken({ at }), { id: 7, error: 'at: outside the years 1 to 9999' });
  }
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  assert.ok(answerLine(`{"id":${deep}}`) === `{"id":${deep},"error":"at: not a whole number of milliseconds"}`);
  assert.equal(answerLine(`{"id":7,"zone":"UTC","at":0,"policy":${deep}}`), '{"id":7,"error":"policy: not_an_object"}');
  assert.equal(answerLine('{'), '{"id":null,"error":"not JSON"}');
  for (const line of ['[]', '7', 'null', '"x"']) assert.equal(answerLine(line), '{"id":null,"error":"not an object"}');
});

test('the first instant of year 1 and the last of year 9999 are answered in zones at both ends of the day', () => {
  for (const zone of ['Pacific/Kiritimati', 'Etc/GMT+12', 'America/Sao_Paulo']) {
    for (const at of [-62_135_596_800_000, 253_402_300_799_999]) {
      assert.match(
        answerLine(JSON.stringify({ ...question, zone, at })) as string,
        /"quiet":(true|false),"changesAt":-?\d+/,
      );
    }
  }
});

test('a stream is answered in order despite CRLF, empty lines, a byte order mark, bad lines and a missing last newline', () => {
  const { status, stdout, stderr } = run(
    ['--jsonl'],
    `\uFEFF${JSON.stringify(question)}\r\n\r\n\n  \nnonsense\r\n${JSON.stringify({ ...question, id: 'ção', at: 28_800_000 })}`,
  );
  assert.equal(
    stdout,
    `${answered}\n{"id":null,"error":"not JSON"}\n{"id":"ção","quiet":false,"changesAt":72000000}\n`,
  );
  assert.deepEqual([status, stderr], [0, '']);
});

test('an empty stream has an empty answer', () => {
  assert.deepEqual([run(['--jsonl']).stdout, run(['--jsonl']).status], ['', 0]);
});

test('a line is answered before the next one arrives, even if a chunk ends inside a character', async () => {
  const child = spawn(process.execPath, [cli, '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const line = Buffer.from(`${JSON.stringify({ ...question, id: 'ção' })}\n`);
  const cut = line.indexOf('ç') + 1;
  for (let i = 0; i < 2; i++) {
    child.stdin.write(line.subarray(0, cut));
    child.stdin.write(line.subarray(cut));
    const [answer] = await once(child.stdout, 'data');
    assert.equal(String(answer), '{"id":"ção","quiet":true,"changesAt":28800000}\n');
  }
  child.stdin.end();
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('a reader that closes the pipe ends the command with 0 and no message', async () => {
  const child = spawn(process.execPath, [cli, '--jsonl'], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin.on('error', () => {});
  const lines = `${JSON.stringify(question)}\n`.repeat(20_000);
  child.stdin.write(lines);
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stdin.end(lines);
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  assert.equal(Buffer.concat(said).toString(), '');
});

test('10,000 lines, hardly two with the same policy, take less than 12 s: 50,000 a minute', () => {
  const zones = ['America/Sao_Paulo', 'America/New_York', 'Europe/Lisbon', 'Asia/Tokyo'];
  const lines = Array.from({ length: 10_000 }, (_, id) => {
    const windows = [{ days: ['mon', 'sat'], start: `2${id % 4}:${10 + (id % 50)}`, end: '08:00' }];
    return JSON.stringify({ id, zone: zones[id % 4], policy: { windows }, at: 1_700_000_000_000 + id * 7_777_777 });
  });
  const began = performance.now();
  const answers = run(['--jsonl'], `${lines.join('\n')}\n`).stdout.split('\n');
  assert.ok(performance.now() - began < 12_000);
  assert.equal(answers.length, 10_001);
  assert.equal(JSON.parse(answers[9_999] as string).id, 9_999);
});
