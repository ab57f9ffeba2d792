/** Tests the sentence that a list of messages shows once. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HoldBody } from '#web/shell/api/api-types.ts';
import { sharedSentence } from './shared-sentence.ts';

const saying = (...sentences: string[]) => sentences.map((sentence) => ({ sentence }) as HoldBody);

describe('the sentence that messages of a list share', () => {
  it('is the sentence of all messages', () => {
    assert.equal(sharedSentence(saying('Até 20:00.', 'Até 20:00.', 'Até 20:00.')), 'Até 20:00.');
  });

  it('is null where one message has another sentence', () => {
    assert.equal(sharedSentence(saying('Até 20:00.', 'Até 21:00.')), null);
  });

  it('is null for a single message, which shows its own sentence', () => {
    assert.equal(sharedSentence(saying('Até 20:00.')), null);
    assert.equal(sharedSentence([]), null);
  });
});
