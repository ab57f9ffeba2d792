/** Notices that whoever started this process is gone, so that `kill -9` of npm leaves nothing running. */
const POLL_MS = 250;

/** Calls `act` once the process that started this one has ended. Does not keep the process alive. */
export function whenParentExits(act) {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    act();
  }, POLL_MS);
  looking.unref();
}
