/** Notices that the parent process has ended, so that `kill -9` of npm leaves no process running. */
const POLL_MS = 250;

/** Calls `act` when the parent process has ended. The timer does not keep this process alive. */
export function whenParentExits(act) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, POLL_MS);
  timer.unref();
}
