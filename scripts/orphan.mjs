/** Notices that whoever started this process is gone, so that `kill -9` of npm leaves nothing running. */
import { readFileSync } from 'node:fs';

const LOOK_MS = 250;

/**
 * Calls `act` once the process that started this one has ended. npm starts a command through a shell that waits for
 * it: where npm began it, the shell's own parent counts as well, as far as the system shows it (`/proc`).
 * Does not keep the process alive.
 */
export function whenOrphaned(act) {
  const line = ancestors();
  const looking = setInterval(() => {
    if (ancestors() === line) return;
    clearInterval(looking);
    act();
  }, LOOK_MS);
  looking.unref();
}

function ancestors() {
  const parent = process.ppid;
  return process.env.npm_lifecycle_event ? `${parent} ${parentOf(parent)}` : String(parent);
}

function parentOf(pid) {
  try {
    return /\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}
