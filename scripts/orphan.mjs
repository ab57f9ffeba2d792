/** Notices that whoever started this process is gone, so that `kill -9` of npm leaves nothing running. */
const LOOK_MS = 250;

/** Calls `act` once the process that started this one has ended. Does not keep the process alive. */
export function whenOrphaned(act) {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    act();
  }, LOOK_MS);
  looking.unref();
}
