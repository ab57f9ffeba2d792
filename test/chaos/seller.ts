/** A simulated seller, whose random actions come from the seed: holds contacts, starts, sends, moves and cancels them, and records stops. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Customer, Person } from './brands-fixture.ts';
import { MINUTE } from './clock.ts';
import type { Asker, Reply, Wish } from './request.ts';
import type { Chance } from './seeded-random.ts';

/** What a seller may do next, each action with its weight. */
export type Habits = Readonly<Partial<Record<Action, number>>>;
export type Action =
  /** Hold a contact at the minute that the product offers. */
  | 'hold'
  /** Hold a contact at a minute that the seller chose. */
  | 'hold-at'
  /** Start a contact without a wish to hold it: the answer is refused, warned or handed over. */
  | 'start'
  /** Go on after a warning. */
  | 'acknowledge'
  /** List what is ready, and send one. */
  | 'send'
  /** Send a held contact that still waits. */
  | 'send-early'
  | 'cancel'
  | 'restore'
  /** Move a held contact that waits to another minute. */
  | 'move'
  /** Record that the customer of a sent contact asks to stop. */
  | 'stop'
  | 'rest';

/** All contacts have the same text, because an acknowledgement is valid only for the text that was warned about. */
const TEXT = 'Oi! Separei uma novidade.';

interface Warned {
  readonly attemptId: string;
  readonly customer: Customer;
  readonly token: string;
}

export class Seller {
  readonly #person: Person;
  readonly #asker: Asker;
  readonly #chance: Chance;
  readonly #someMinuteOf: () => number;
  /** The held contacts that wait, as far as this device knows, by attempt. */
  readonly #waiting = new Map<string, Customer>();
  readonly #cancelled: string[] = [];
  /** The contacts that were handed over; a stop can be recorded only on these. */
  readonly #sent = new Map<string, Customer>();
  readonly #stopped = new Set<string>();
  readonly #free: Customer[];
  #warned: Warned[] = [];

  /** `someMinute` returns a random instant that a seller could choose. */
  constructor(person: Person, asker: Asker, chance: Chance, someMinute: () => number) {
    this.#someMinuteOf = someMinute;
    this.#person = person;
    this.#asker = asker;
    this.#chance = chance;
    this.#free = [...person.customers];
  }

  /** Holds `count` contacts at the minutes that the product offers, fewer where customers run out. Returns how many wait now. */
  async hold(count: number): Promise<number> {
    for (let i = 0; i < count && this.#free.length > 0; i += 1) await this.#start('hold', true);
    return this.#waiting.size;
  }

  /** Holds one contact at each of these instants. */
  async holdAt(instants: readonly number[]): Promise<void> {
    for (const at of instants) await this.#start('hold-at', new Date(at).toISOString());
  }

  /** Does random actions by their weights until `until` returns true, with random pauses of `pauseMs` on average. */
  async work(habits: () => Habits, until: () => boolean, pauseMs: number): Promise<void> {
    while (!until()) {
      await this.#do(this.#chance.pickWeighted({ rest: 0, ...habits() } as Record<Action, number>));
      if (pauseMs > 0) await pause(this.#chance.below(2 * pauseMs));
    }
  }

  /**
   * Sends a contact to one customer for each instant, after a warning, and holds a second contact to the customer for the
   * instant. A stop can then be recorded on the first contact while the second waits. Callers call it in quiet time.
   */
  async holdAfterTalking(instants: readonly number[]): Promise<void> {
    for (const instant of instants) {
      const customer = this.#free.find(({ suggestionId }) => suggestionId === null);
      if (customer === undefined) return;
      const body = { customerId: customer.id, origin: 'profile', text: TEXT };
      this.#noteReply(await this.#post('start', body), customer);
      await this.#acknowledge();
      this.#noteReply(await this.#post('hold-at', { ...body, hold: new Date(instant).toISOString() }), customer);
    }
  }

  /** Records a stop of the customer whose contact was sent first, and returns whether the product accepted the stop. */
  async stopOne(): Promise<boolean> {
    const [attemptId, customer] = this.#sent.entries().next().value ?? [];
    if (attemptId === undefined || customer === undefined) return false;
    this.#sent.delete(attemptId);
    return (await this.#stop(attemptId, customer))?.status === 200;
  }

  async #do(deed: Action): Promise<void> {
    switch (deed) {
      case 'hold':
        await this.#start(deed, true);
        return;
      case 'hold-at':
        return this.#start(deed, new Date(this.#someMinute()).toISOString());
      case 'start':
        return this.#start(deed);
      case 'acknowledge':
        return this.#acknowledge();
      case 'send':
        return this.#sendReady();
      case 'send-early':
        return this.#sendEarly();
      case 'cancel':
        return this.#cancel();
      case 'restore':
        return this.#restore();
      case 'move':
        return this.#move();
      case 'stop':
        await this.stopOne();
        return;
      case 'rest':
        await pause(50);
    }
  }

  async #start(what: Action, hold?: true | string): Promise<void> {
    const at = this.#chance.below(Math.max(1, this.#free.length));
    const customer = this.#free[at];
    if (customer === undefined) return this.#cancel();
    const suggested = customer.suggestionId !== null && this.#chance.happens(80);
    const reply = await this.#post(what, {
      customerId: customer.id,
      text: TEXT,
      ...(suggested ? { origin: 'suggestion', suggestionId: customer.suggestionId } : { origin: 'profile' }),
      ...(hold !== undefined && { hold }),
    });
    this.#noteReply(reply, customer);
  }

  #noteReply(reply: Reply | null, customer: Customer): void {
    const attemptId: string | undefined = reply?.body?.attempt?.id;
    if (attemptId === undefined || reply === null) return;
    if (reply.status === 202) {
      this.#waiting.set(attemptId, customer);
      const i = this.#free.indexOf(customer);
      if (i >= 0) this.#free.splice(i, 1);
    } else if (reply.status === 201) {
      if (this.#waiting.delete(attemptId)) this.#free.push(customer);
      this.#sent.set(attemptId, customer);
    } else if (reply.status === 428 && typeof reply.body.acknowledgement === 'string') {
      this.#warned = [...this.#warned.slice(-4), { attemptId, customer, token: reply.body.acknowledgement }];
    }
  }

  async #acknowledge(): Promise<void> {
    const warned = this.#warned.pop();
    if (warned === undefined) return this.#start('start');
    const { attemptId, customer, token } = warned;
    const body = { customerId: customer.id, attemptId, acknowledgement: token, text: TEXT };
    this.#noteReply(await this.#post('acknowledge', body, attemptId), customer);
  }

  async #sendReady(): Promise<void> {
    const list = await this.#asker.ask({
      ...this.#makeWish('list', 'GET', '/api/v1/holds?state=ready&limit=100'),
      reads: true,
    });
    const ready: { attempt: { id: string }; customer: { id: string } }[] = list?.body?.items ?? [];
    if (ready.length === 0) return pause(30);
    const { attempt, customer } = this.#chance.pick(ready);
    const known = this.#waiting.get(attempt.id) ?? { id: customer.id, suggestionId: null };
    const body = { customerId: customer.id, attemptId: attempt.id, text: TEXT };
    this.#noteReply(await this.#post('send', body, attempt.id), known);
  }

  async #sendEarly(): Promise<void> {
    const [attemptId, customer] = this.#pickOf(this.#waiting) ?? [];
    if (attemptId === undefined || customer === undefined) return;
    const body = { customerId: customer.id, attemptId, text: TEXT };
    this.#noteReply(await this.#post('send-early', body, attemptId), customer);
  }

  async #cancel(): Promise<void> {
    const [attemptId, customer] = this.#pickOf(this.#waiting) ?? [];
    if (attemptId === undefined || customer === undefined) return pause(10);
    const reply = await this.#change('cancel', attemptId, customer, 'POST', `/api/v1/attempts/${attemptId}/cancel`);
    if (reply === null) return;
    this.#waiting.delete(attemptId);
    if (!this.#stopped.has(customer.id)) this.#free.push(customer);
    if (reply.status === 200 && !this.#stopped.has(customer.id)) this.#cancelled.push(attemptId);
  }

  async #restore(): Promise<void> {
    const attemptId = this.#cancelled.pop();
    if (attemptId === undefined) return;
    const customer = this.#person.customers[0];
    await this.#change('restore', attemptId, customer, 'POST', `/api/v1/attempts/${attemptId}/restore`);
  }

  async #move(): Promise<void> {
    const [attemptId, customer] = this.#pickOf(this.#waiting) ?? [];
    if (attemptId === undefined) return;
    const heldUntil = new Date(this.#someMinute()).toISOString();
    await this.#change('move', attemptId, customer, 'PATCH', `/api/v1/attempts/${attemptId}`, { heldUntil });
  }

  async #stop(attemptId: string, customer: Customer): Promise<Reply | null> {
    this.#stopped.add(customer.id);
    for (const [id, { id: of }] of this.#waiting) if (of === customer.id) this.#waiting.delete(id);
    const path = `/api/v1/attempts/${attemptId}/outcome`;
    return this.#change('stop', attemptId, customer, 'POST', path, { outcome: 'stop' });
  }

  #someMinute(): number {
    return Math.floor(this.#someMinuteOf() / MINUTE) * MINUTE;
  }

  #pickOf<V>(map: ReadonlyMap<string, V>): [string, V] | null {
    return map.size === 0 ? null : this.#chance.pick([...map]);
  }

  #post(what: Action, body: Record<string, unknown>, attemptId?: string): Promise<Reply | null> {
    const wish = this.#makeWish(what, 'POST', '/api/v1/attempts');
    const key = this.#chance.uuid();
    return this.#asker.ask({
      ...wish,
      body,
      key,
      customerId: String(body.customerId),
      ...(attemptId && { attemptId }),
    });
  }

  #change(
    what: Action,
    attemptId: string,
    customer: Customer | undefined,
    method: string,
    path: string,
    body?: Record<string, unknown>,
  ): Promise<Reply | null> {
    const about = customer === undefined ? {} : { customerId: customer.id };
    return this.#asker.ask({ ...this.#makeWish(what, method, path), attemptId, ...about, ...(body && { body }) });
  }

  #makeWish(what: string, method: string, path: string): Wish {
    const { email, brandId, id: personId } = this.#person;
    return { what, email, brandId, personId, method, path };
  }
}
