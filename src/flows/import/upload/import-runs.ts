/**
 * Starts the work on uploaded imports: one import of a brand at a time. The server has the brand's import lock while a
 * process beside it works. A server that dies loses the lock at once, and another server then finds the import.
 */
import type { ImportField } from '#contract/import/import-report.ts';
import type { Database } from '#db/core/db.ts';
import { beginUndo, beginUpload, findStarted } from '#db/import/uploads.ts';
import { ImportBusy, type TurnSettings, takeImportTurn } from '#flows/import/import-turn.ts';
import type { Instant } from '#rules/time/interval.ts';
import type { ImportEngine, UploadTask } from './upload-task.ts';

export interface RunDeps {
  readonly db: Database;
  /** The app's clock. */
  readonly now: () => Instant;
  readonly engine: ImportEngine;
  /** Deletes the accounts of stores that an undo deleted: accounts are under another login, and so not in the undo's transaction. */
  readonly deleteLeftAccounts: (brandId: string) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** `running`: another import of the brand is running. `gone`: the import is not in the state that the work begins with. */
export type Started = 'started' | 'running' | 'gone';

interface Wish {
  readonly brandId: string;
  readonly id: string;
}

export class ImportRuns {
  readonly #deps: RunDeps;
  readonly #running = new Set<Promise<void>>();
  /** The brands of which this server tries an import or a recovery. */
  readonly #brands = new Map<string, Promise<void>>();

  constructor(deps: RunDeps) {
    this.#deps = deps;
  }

  /** Begins to apply a staged import. Resolves when the work has begun; the work goes on afterwards. */
  apply(wish: Wish & Pick<UploadTask, 'skipBadRows'> & { readonly columns: readonly (ImportField | null)[] | null }) {
    const { db, now, engine } = this.#deps;
    const { brandId, id, columns, skipBadRows } = wish;
    return this.#start(brandId, async () => {
      const [begun] = await db.inBrand(brandId, (tx) => tx.run(beginUpload, { brandId, id, at: now() }));
      if (begun === undefined) return null;
      const task = { brandId, id, fence: begun.fence, columns, skipBadRows };
      return () => engine.apply(task);
    });
  }

  /** Begins to undo an applied import. */
  undo({ brandId, id }: Wish) {
    const { db, now, engine, deleteLeftAccounts } = this.#deps;
    return this.#start(brandId, async () => {
      const [begun] = await db.inBrand(brandId, (tx) => tx.run(beginUndo, { brandId, id, at: now() }));
      if (begun === undefined) return null;
      const task = { brandId, id, fence: begun.fence, columns: null, skipBadRows: false };
      return async () => {
        await engine.undo(task);
        await deleteLeftAccounts(brandId);
      };
    });
  }

  /**
   * Finishes or undoes what a server that died left unfinished in the brand. Does nothing while some server works on an
   * import of the brand. Resolves when the work is done.
   */
  recover(brandId: string): Promise<void> {
    const { engine, onError } = this.#deps;
    const underWay = this.#brands.get(brandId);
    if (underWay !== undefined) return underWay;
    const recovery = async () => {
      if (await this.isRunning(brandId))
        await this.#withTurn(brandId, { longestWaitMs: 0 }, () => engine.recover(brandId));
    };
    const run = recovery().catch((error) => {
      // Another server works on an import of the brand.
      if (!(error instanceof ImportBusy)) onError(error);
    });
    this.#track(brandId, run);
    return run;
  }

  /** Does the chore of a brand: recovers its imports, and deletes the accounts that an undo left when its server died. */
  async tidy(brandId: string): Promise<void> {
    await this.recover(brandId);
    await this.#deps.deleteLeftAccounts(brandId);
  }

  /** Whether some import of the brand is running, or was running when its server died. */
  async isRunning(brandId: string): Promise<boolean> {
    const started = await this.#deps.db.read(brandId, (reads) => reads.run(findStarted, { brandId }));
    return started.length > 0;
  }

  /** Resolves when the work that this server has begun is over. Call it after the engine was closed. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** `begin` returns the work, or null where the import is not in the right state. */
  #start(brandId: string, begin: () => Promise<(() => Promise<void>) | null>): Promise<Started> {
    const started = Promise.withResolvers<Started>();
    const { db, engine, onError } = this.#deps;
    // An import is said to have ended a moment before its lock is free: the next one waits for that moment.
    const isWorthWaiting = async () => !(await this.isRunning(brandId));
    const run = this.#withTurn(brandId, { longestWaitMs: LOCK_FREE_MS, isWorthWaiting }, async () => {
      const open = await db.read(brandId, (reads) => reads.run(findStarted, { brandId }));
      // An import whose server died comes first. The person tries again when it is over.
      if (open.length > 0) {
        started.resolve('running');
        return engine.recover(brandId);
      }
      const work = await begin();
      started.resolve(work === null ? 'gone' : 'started');
      if (work === null) return;
      try {
        await work();
      } catch (error) {
        onError(error);
        await engine.recover(brandId);
      }
    });
    const watched = run.catch((error) => {
      if (!(error instanceof ImportBusy)) onError(error);
      // After the work has begun, this changes nothing: its person reads the state of the import.
      if (error instanceof ImportBusy) started.resolve('running');
      else started.reject(error);
    });
    this.#track(brandId, watched);
    return started.promise;
  }

  #track(brandId: string, run: Promise<void>): void {
    const tracked = run.finally(() => {
      this.#running.delete(tracked);
      if (this.#brands.get(brandId) === tracked) this.#brands.delete(brandId);
    });
    this.#running.add(tracked);
    this.#brands.set(brandId, tracked);
  }

  #withTurn(brandId: string, settings: Omit<TurnSettings, 'onWaiting'>, work: () => Promise<void>): Promise<void> {
    return takeImportTurn(this.#deps.db, brandId, { ...settings, onWaiting: () => undefined }, async (keepTurn) => {
      const keeping = setInterval(keepTurn, KEEP_TURN_MS);
      try {
        await work();
      } finally {
        clearInterval(keeping);
      }
    });
  }
}

/** How long a request waits for the lock of an import that has ended. An import by the command has the lock for longer. */
const LOCK_FREE_MS = 5_000;
/** The database ends an idle transaction after ten minutes. */
const KEEP_TURN_MS = 60_000;
