/** Starts, restarts and kills the servers of a fault run, and tells the witness of each start and end. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Server, type Setting } from './product/server.ts';
import type { Chance } from './seeded-random.ts';
import type { Witness } from './witness.ts';

export type FleetSetting = Omit<Setting, 'dir'> & { readonly dir: string; readonly count: number };

/** The fault that the witness notes when a server ended though the harness had not killed it: a fault of the product. */
export const ENDED_BY_ITSELF = 'a server ended by itself';

/** The fault that the witness notes when a client's request got no answer, or an answer of 500 or more. */
export const REQUEST_FAILED = 'a request failed';

export class Fleet {
  readonly #setting: FleetSetting;
  readonly #witness: Witness;
  readonly #servers: (Server | null)[];
  /** The servers that the harness stops or kills, whose end is therefore no fault. */
  readonly #expected = new WeakSet<Server>();
  #isClosing = false;

  private constructor(setting: FleetSetting, witness: Witness) {
    this.#setting = setting;
    this.#witness = witness;
    this.#servers = Array.from({ length: setting.count }, () => null);
  }

  static async start(setting: FleetSetting, witness: Witness): Promise<Fleet> {
    const fleet = new Fleet(setting, witness);
    for (let i = 0; i < setting.count; i += 1) await fleet.startServer(i);
    return fleet;
  }

  /** Returns the path of a file in the run's folder. */
  path(name: string): string {
    return join(this.#setting.dir, name);
  }

  get count(): number {
    return this.#setting.count;
  }

  at(index: number): Server | null {
    return this.#servers[index] ?? null;
  }

  /** Returns a random server that is running, or null where all are down or suspended. */
  pickRunning(chance: Chance): Server | null {
    const awake = this.#servers.filter((server) => server?.isAlive && !server.isStopped);
    return awake.length === 0 ? null : (chance.pick(awake) as Server);
  }

  /** Starts a server and waits until it listens. A start can fail because Postgres is down, so the start is tried up to five times. */
  async startServer(index: number): Promise<Server> {
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

  /** Stops a server with SIGTERM, as an operator would, and starts another; resolves when the new server listens. */
  async restart(index: number): Promise<Server> {
    const server = this.#servers[index];
    if (server) {
      this.#expected.add(server);
      await server.stop();
      this.#witness.tell({ saw: 'server', server: String(index), is: 'down' });
    }
    return this.startServer(index);
  }

  /** Kills a server if it still runs, waits for its end and notes the end. */
  async kill(index: number): Promise<void> {
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

  /** Says that the harness kills this server, so that its end is no fault. */
  expectEnd(server: Server): void {
    this.#expected.add(server);
  }

  #ended(index: number, server: Server): void {
    if (this.#isClosing || this.#expected.has(server)) return;
    this.#witness.tell({ saw: 'server', server: String(index), is: 'down' });
    this.#witness.tell({ saw: 'fault', fault: ENDED_BY_ITSELF, detail: server.output.slice(-500) });
  }

  /** The last output of all servers, for a person who looks for the reason of a failure. */
  get output(): string {
    return this.#servers.map((server) => server?.output.slice(-1500) ?? '').join('\n');
  }
}
