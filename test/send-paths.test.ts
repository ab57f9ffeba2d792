/** The paths to WhatsApp, listed: a new one fails here until somebody has looked whether it crosses `decide` (D16). */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(dirname(import.meta.dirname), 'src');

/** Every file of the installation with its text, but for the tests; the browser's files apart. */
const files = new Map(
  globSync('**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
);
const server = new Map([...files].filter(([file]) => !file.startsWith('web/')));

/** What each file takes from which: types leave no trace at run time, and open no path. */
const imports = new Map([...server].map(([file, text]) => [file, importsOf(file, text)]));

test('D16: only a channel knows where WhatsApp is, and the one there is wants a permit', () => {
  assert.deepEqual(naming(/wa\.me\/\$|graph\.facebook|whatsapp:\/\/|api\.whatsapp/), ['channels/whatsapp/handset.ts']);
  for (const [file, text] of server) {
    if (file.startsWith('channels/')) assert.match(text, /Permit\.is\(/, `${file} sends without asking for a permit`);
  }
});

test('D16: one flow takes a channel, and it records the decision; one flow writes receipts and hand-overs, and it asks for the permit', () => {
  assert.deepEqual(takers(/^channels\//), ['flows/contact/record-decision.ts']);
  assert.deepEqual(naming(/insertInto\('handovers'\)/), ['db/contact/handovers.ts']);
  assert.deepEqual(naming(/insertInto\('receipts'\)/), ['db/record/receipts.ts']);
  const [writer] = ['flows/core/commit-decisions.ts'];
  assert.deepEqual(serverNaming(/\binsertHandovers\b/), ['db/contact/handovers.ts', writer]);
  assert.deepEqual(serverNaming(/\binsertReceipts\b/), ['db/record/receipts.ts', writer]);
  assert.deepEqual(serverNaming(/\b(lockLedger|advanceLedger)\b/), ['db/record/ledgers.ts', writer]);
  assert.match(server.get(writer) ?? '', /Permit\.is\(/);
});

test('these write by the one writer: attempts, releases, what open screens are told, and the demo', () => {
  const writers = [
    'flows/contact/record-decision.ts',
    'flows/core/publish-live-event.ts',
    'flows/holds/carry-out-release.ts',
  ];
  assert.deepEqual(takers(/^flows\/core\/commit-decisions\.ts$/), [...writers, 'main/demo/write-history.ts']);
});

test('D16: the demo tells of hand-overs that are long over, each with the permit that decide gave, and takes no channel', () => {
  assert.deepEqual(naming(/insertRows\([^)]*'(attempts|receipts|handovers|ledgers)'/), []);
  assert.deepEqual(naming(/^import .*'\.\/write-history\.ts';$/m), ['main/demo/fill-demo.ts']);
  assert.ok(imports.get('main/demo/past/simulated-attempts.ts')?.includes('rules/contact/decide.ts'));
});

test('D16: these are the paths, from the route to the channel; each crosses decide', () => {
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

function serverNaming(what: RegExp): string[] {
  return naming(what).filter((file) => server.has(file));
}

function naming(what: RegExp): string[] {
  return [...files]
    .filter(([, text]) => what.test(text))
    .map(([file]) => file)
    .toSorted();
}

/** The files that import one of these, except each other. */
function takers(which: RegExp): string[] {
  return [...imports]
    .filter(([file, taken]) => !which.test(file) && taken.some((each) => which.test(each)))
    .map(([file]) => file)
    .toSorted();
}

/** Every way from a file that nobody imports to this one. */
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
