/** The servers of a run: as many as it wants, begun anew where one was killed, each noted by the witness. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Server, type Setting } from './product/server.ts';
import type { Chance } from './seeded-random.ts';
import type { Witness } from './witness.ts';

export type FleetSetting = Omit<Setting, 'dir'> & { readonly dir: string; readonly count: number };

/** No fault of ours: the product's. */
export const ENDED_BY_ITSELF = 'a server ended by itself';

/** A request of a client that got no answer, or one of a failure. */
export const REQUEST_FAILED = 'a request failed';

export class Fleet {
  readonly #setting: FleetSetting;
  readonly #witness: Witness;
  readonly #servers: (Server | null)[];
  /** Those whose end is no wonder. */
  readonly #expected = new WeakSet<Server>();
  #isClosing = false;

  private constructor(setting: FleetSetting, witness: Witness) {
    this.#setting = setting;
    this.#witness = witness;
    this.#servers = Array.from({ length: setting.count }, () => null);
  }

  static async start(setting: FleetSetting, witness: Witness): Promise<Fleet> {
    const fleet = new Fleet(setting, witness);
    for (let i = 0; i < setting.count; i += 1) await fleet.begin(i);
    return fleet;
  }

  /** A path that no other of this run has. */
  path(name: string): string {
    return join(this.#setting.dir, name);
  }

  get count(): number {
    return this.#setting.count;
  }

  at(index: number): Server | null {
    return this.#servers[index] ?? null;
  }

  /** One that answers, or null where all are down or asleep. */
  any(chance: Chance): Server | null {
    const awake = this.#servers.filter((server) => server?.isAlive && !server.isStopped);
    return awake.length === 0 ? null : (chance.pick(awake) as Server);
  }

  /** Until it stands: a start that meets a dead Postgres is tried once more. `before`: orders for its first moments. */
  async begin(index: number): Promise<Server> {
    const { dir, ...setting } = this.#setting;
    for (let tries = 1; ; tries += 1) {
      try {
        const server = await Server.start({ ...setting, dir: join(dir, `server-${index}`) });
        this.#servers[index] = server;
        server.ended.then(() => this.#ended(index, server));
        this.#witness.tell({ saw: 'server', server: String(index), is: 'up' });
        return server;
      } catch (error) {
        if (tries === 5 || this.#isClosing) throw error;
        await pause(300);
      }
    }
  }

  /** Told to stop as an operator would; answers once another stands in its place. */
  async restart(index: number): Promise<Server> {
    const server = this.#servers[index];
    if (server) {
      this.#expected.add(server);
      await server.stop();
      this.#witness.tell({ saw: 'server', server: String(index), is: 'down' });
    }
    return this.begin(index);
  }

  /** Notes that it has ended. */
  async bury(index: number): Promise<void> {
    const server = this.#servers[index];
    if (!server) return;
    this.#expected.add(server);
    this.#servers[index] = null;
    server.kill();
    await server.ended;
    this.#witness.tell({ saw: 'server', server: String(index), is: 'down' });
  }

  async stop(): Promise<void> {
    this.#isClosing = true;
    await Promise.all(this.#servers.map((server) => (server?.isAlive ? server.stop() : undefined)));
  }

  /** This one was killed, or is about to be. */
  expectEnd(server: Server): void {
    this.#expected.add(server);
  }

  #ended(index: number, server: Server): void {
    if (this.#isClosing || this.#expected.has(server)) return;
    this.#witness.tell({ saw: 'server', server: String(index), is: 'down' });
    this.#witness.tell({ saw: 'fault', fault: ENDED_BY_ITSELF, detail: server.said.slice(-500) });
  }

  /** What the servers printed, for whoever looks for the reason of a failure. */
  get said(): string {
    return this.#servers.map((server) => server?.said.slice(-1500) ?? '').join('\n');
  }
}
