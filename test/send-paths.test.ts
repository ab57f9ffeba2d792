/** Lists the paths from a route to WhatsApp: a new path fails here until a person has checked that it goes through `decide` (D16). */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(dirname(import.meta.dirname), 'src');

/** Every file of `src` except tests, with its text. `server` leaves out the files of the browser. */
const files = new Map(
  globSync('**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);
const server = new Map([...files].filter(([file]) => !file.startsWith('web/')));

/** The files that each file imports, without imports of types, which do not exist at run time. */
const imports = new Map([...server].map(([file, text]) => [file, importsOf(file, text)]));

test('D16: only the handset channel has an address of WhatsApp, and each channel checks for a permit', () => {
  assert.deepEqual(filesMatching(/wa\.me\/\$|graph\.facebook|whatsapp:\/\/|api\.whatsapp/), [
    'channels/whatsapp/handset.ts',
  ]);
  for (const [file, text] of server) {
    if (file.startsWith('channels/')) assert.match(text, /Permit\.is\(/, `${file} sends without a check of the permit`);
  }
});

test('D16: one flow uses a channel and records the decision, and one flow writes receipts and hand-overs and checks the permit', () => {
  assert.deepEqual(importersOf(/^channels\//), ['flows/contact/record-decision.ts']);
  assert.deepEqual(filesMatching(/insertInto\('handovers'\)/), ['db/contact/handovers.ts']);
  assert.deepEqual(filesMatching(/insertInto\('receipts'\)/), ['db/record/receipts.ts']);
  const [writer] = ['flows/core/commit-decisions.ts'];
  assert.deepEqual(serverFilesMatching(/\binsertHandovers\b/), ['db/contact/handovers.ts', writer]);
  assert.deepEqual(serverFilesMatching(/\binsertReceipts\b/), ['db/record/receipts.ts', writer]);
  assert.deepEqual(serverFilesMatching(/\b(lockLedger|advanceLedger)\b/), ['db/record/ledgers.ts', writer]);
  assert.match(server.get(writer) ?? '', /Permit\.is\(/);
});

test('only attempts, releases, live events and the demo use the flow that writes receipts', () => {
  const writers = [
    'flows/contact/record-decision.ts',
    'flows/core/publish-live-event.ts',
    'flows/holds/carry-out-release.ts',
  ];
  assert.deepEqual(importersOf(/^flows\/core\/commit-decisions\.ts$/), [...writers, 'main/demo/write-history.ts']);
});

test('D16: the demo writes past hand-overs with the permits of decide, and uses no channel', () => {
  assert.deepEqual(filesMatching(/insertRows\([^)]*'(attempts|receipts|handovers|ledgers)'/), []);
  assert.deepEqual(filesMatching(/^import .*'\.\/write-history\.ts';$/m), ['main/demo/fill-demo.ts']);
  assert.ok(imports.get('main/demo/past/simulated-attempts.ts')?.includes('rules/contact/decide.ts'));
});

test('D16: every path from a route to the channel is listed here and goes through decide', () => {
  const sendPaths = sendPathsTo('flows/contact/record-decision.ts');
  assert.deepEqual(sendPaths, [
    'main/server/routes.ts → http/contact/attempts.ts → flows/contact/attempt-contact.ts → flows/contact/record-decision.ts',
  ]);
  for (const sendPath of sendPaths) {
    const steps = sendPath.split(' → ');
    assert.ok(
      steps.some((step) => imports.get(step)?.includes('rules/contact/decide.ts')),
      `${sendPath} never decides`,
    );
  }
});

function serverFilesMatching(what: RegExp): string[] {
  return filesMatching(what).filter((file) => server.has(file));
}

function filesMatching(what: RegExp): string[] {
  return [...files]
    .filter(([, text]) => what.test(text))
    .map(([file]) => file)
    .toSorted();
}

/** Returns the files outside of `which` that import one of its files. */
function importersOf(which: RegExp): string[] {
  return [...imports]
    .filter(([file, taken]) => !which.test(file) && taken.some((each) => which.test(each)))
    .map(([file]) => file)
    .toSorted();
}

/** Returns every path of imports to this file from a file of `main` or a file that no other file imports. */
function sendPathsTo(file: string, beyond: readonly string[] = []): string[] {
  const before = [...imports].filter(([each, taken]) => taken.includes(file) && !beyond.includes(each));
  const sendPath = [file, ...beyond];
  const outermost = before.length === 0 || file.startsWith('main/');
  return outermost ? [sendPath.join(' → ')] : before.flatMap(([each]) => sendPathsTo(each, sendPath)).toSorted();
}

function importsOf(file: string, text: string): string[] {
  const found = [...text.matchAll(/^(?:import|export)\s(?!type\b)([^;]*?)from '([#.][^']+)';/gms)];
  const taken = found
    .filter(([, names = '']) => !/^\{(?:\s*type\s[^,}]+,?)+\s*\}\s*$/.test(names))
    .map(([, , from = '']) => from);
  const later = [...text.matchAll(/\bimport\('([#.][^']+)'\)/g)].map(([, from = '']) => from);
  return [...taken, ...later].map((from) =>
    from.startsWith('#') ? from.slice(1) : relative(root, join(root, dirname(file), from)),
  );
}
