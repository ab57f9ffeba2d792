/** Tells whether a process is alive, and sends signals to processes. */
import { readFileSync } from 'node:fs';

/** Tells whether the process runs. A zombie counts as ended: only its pid is left. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !signalTo(pid, 0)) return false;
  const stat = process.platform === 'linux' ? readIfThere(`/proc/${pid}/stat`) : null;
  return stat === null || !/^\d+ \(.*\) Z/s.test(stat);
}

/** Sends a signal, and returns whether the process exists; signal 0 only asks. */
export function signalTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Returns a file's text, or null if the file cannot be read: files about processes appear and disappear at any time. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
