/**
 * Loaded before every command: ends it, as a SIGTERM would, when the process that started it is gone, so that
 * `kill -9` of npm leaves nothing running.
 */
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
}, 250).unref();
