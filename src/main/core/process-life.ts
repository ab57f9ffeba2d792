/** Whether a process still lives, and telling it to end. */
import { readFileSync } from 'node:fs';

/** A zombie is dead: nothing but its number is left. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !signalTo(pid, 0)) return false;
  const stat = process.platform === 'linux' ? readIfThere(`/proc/${pid}/stat`) : null;
  return stat === null || !/^\d+ \(.*\) Z/s.test(stat);
}

/** Answers whether there is such a process; 0 only asks. */
export function signalTo(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A file's text, or null: files about processes come and go. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
