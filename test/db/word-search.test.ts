/** Tests that both statements that find customers by several words return the same customers. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { urlOf } from '#db/core/installation/roles.ts';
import { openDatabase } from '#db/core/open-database.ts';
import { findCustomersWithFrequentWords, findCustomersWithWords } from '#db/customers/word-search.ts';
import { aBrand } from '#kit/brand-fixture.ts';
import { withDatabase } from '#kit/database.ts';

const { owner, logins } = await withDatabase();
const { brandId, ana, customer } = await aBrand(owner);

async function customerWith(...words: readonly string[]): Promise<string> {
  const id = await customer(ana);
  for (const word of words)
    await owner.query('insert into customer_words (brand_id, word, customer_id) values ($1, $2, $3)', [
      brandId,
      word,
      id,
    ]);
  return id;
}

test('both statements find the customers whose words begin with each search word', async () => {
  const both = await customerWith('maria', 'silva');
  const three = await customerWith('maria', 'marcos', 'silvana');
  await customerWith('maria', 'marcos');
  await customerWith('silva', 'silvestre');
  const db = openDatabase({
    url: urlOf('oto_runtime', logins),
    onError: (error) => {
      throw error;
    },
  });
  try {
    const words = ['mar', 'silva'];
    const grouped = { brandId, words, wordEnds: ['mar{', 'silva{'], most: 100 };
    const probed = { brandId, word: 'mar', wordEnd: 'mar{', words: ['silva'], wordEnds: ['silva{'], most: 100 };
    const found = await db.read(brandId, (reads) =>
      Promise.all([reads.run(findCustomersWithFrequentWords, grouped), reads.run(findCustomersWithWords, probed)]),
    );
    const ids = found.map((rows) => [...new Set(rows.map(({ customerId }) => customerId))].sort());
    assert.deepEqual(ids, [[both, three].sort(), [both, three].sort()]);
  } finally {
    await db.close();
  }
});
