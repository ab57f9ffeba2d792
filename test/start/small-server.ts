/** A minimal server that writes and reads rows of the installation over HTTP, for tests of how servers start and end. */
import { createServer } from 'node:http';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import { instant } from '#db/core/sql-values.ts';
import type { Installation } from '#main/core/installation/installation.ts';
import { type RunningServer, runServer } from '#main/server/lifecycle.ts';

await runServer(wire);

/** Starts the server: `POST /<slug>` adds a brand and answers 201 once it is committed; `GET /` lists brands and obstacles. */
async function wire({ config, database, clock, obstacles }: Installation): Promise<RunningServer> {
  const add = async (slug: string) => {
    const id = uuidv7();
    await database.inBrand(id, ({ q }) =>
      q
        .insertInto('brands')
        .values({ brandId: id, slug, name: slug, plan: 'starter', zone: 'UTC', createdAt: instant(clock.now()) })
        .execute(),
    );
  };
  const slugs = async () => {
    const ids = await database.readOutside(({ q }) => sql<{ id: string }>`select brand_ids() as id`.execute(q));
    const named = ids.rows.map(({ id }) =>
      database.read(id, ({ q }) => q.selectFrom('brands').select('slug').executeTakeFirstOrThrow()),
    );
    return (await Promise.all(named)).map(({ slug }) => slug);
  };
  const server = createServer(async ({ method, url = '/' }, answer) => {
    try {
      if (method === 'POST') await add(url.slice(1));
      const body = method === 'POST' ? {} : { slugs: await slugs(), obstacles: await obstacles() };
      answer.writeHead(method === 'POST' ? 201 : 200).end(JSON.stringify(body));
    } catch (error) {
      answer.writeHead(503).end(String(error));
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(config.port, config.host, resolve);
  });
  const { port } = server.address() as { port: number };
  return {
    greeting: `ready at http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
