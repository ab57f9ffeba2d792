/** What is said once over a list of messages. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HoldBody } from '#web/shell/api/wire.ts';
import { sharedSentence } from './shared-sentence.ts';

const saying = (...sentences: string[]) => sentences.map((sentence) => ({ sentence }) as HoldBody);

describe('the sentence that messages of a list share', () => {
  it('is the one that all of them say', () => {
    assert.equal(sharedSentence(saying('Até 20:00.', 'Até 20:00.', 'Até 20:00.')), 'Até 20:00.');
  });

  it('is none where one message says another', () => {
    assert.equal(sharedSentence(saying('Até 20:00.', 'Até 21:00.')), null);
  });

  it('is none for a single message, which says it itself', () => {
    assert.equal(sharedSentence(saying('Até 20:00.')), null);
    assert.equal(sharedSentence([]), null);
  });
});
