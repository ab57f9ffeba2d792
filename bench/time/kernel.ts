/** Measures one kernel, alone in its process, so that types and garbage of other kernels do not matter: `node bench/time/kernel.ts NAME`. */
import process from 'node:process';
import { DEFAULT_POLICY } from '#rules/policy/policy.ts';
import { compileQuiet, type QuietAt } from '#rules/time/quiet.ts';
import { OTHER_LIBRARIES } from './other-libraries.ts';
import { findCount, medianMs } from './repeat.ts';
import { type Answer, instantsAroundChanges, ourClock, randomInstants, SPAN, ZONE } from './workload.ts';

/** The JSON that a kernel's process prints. `differs` counts the answers among `asked` that differ from ours; null: no answers. */
export interface KernelResult {
  readonly name: string;
  readonly nsPerOp: number;
  readonly agreement: { readonly asked: number; readonly differs: number; readonly throws: number } | null;
}

/** Visits the instants from `from` to `to` and returns a sum, so that the compiler cannot remove the work. */
type Kernel = (from: number, to: number) => number;

/** The instants of one call: few enough that the loop is compiled as a function, not replaced while it runs. */
const CHUNK = 4096;

const instants = randomInstants();
const [name = ''] = process.argv.slice(2);
process.stdout.write(JSON.stringify(measure(name)));

function measure(kernelName: string): KernelResult {
  const { kernel, answer } = kernelOf(kernelName);
  const count = findCount((n) => run(kernel, n));
  return {
    name: kernelName,
    nsPerOp: (medianMs(() => run(kernel, count)) * 1e6) / count,
    agreement: answer && agreementOf(answer),
  };
}

/** Runs the kernel over `count` instants, and starts again with the first instant after the last one. */
function run(kernel: Kernel, count: number): void {
  for (let done = 0; done < count; done += CHUNK) {
    const from = done % instants.length;
    kernel(from, Math.min(from + CHUNK, from + count - done));
  }
}

function kernelOf(kernelName: string): { kernel: Kernel; answer: Answer | null } {
  if (kernelName === 'bare loop') return { kernel: bareLoop, answer: null };
  const clock = ourClock();
  if (kernelName === 'from scratch') return { kernel: kernelFor(fromScratch), answer: fromScratch };
  if (kernelName === 'at') return { kernel: kernelFor((at) => clock.at(at)), answer: (at) => clock.at(at) };
  const answer = kernelName === 'binary search' ? binarySearch() : OTHER_LIBRARIES[kernelName]?.();
  if (answer === undefined) throw new Error(`There is no kernel ${kernelName}`);
  return { kernel: kernelFor(answer), answer };
}

/** Answers one question with only the zone's clock changes cached. The copy of the policy avoids any cache by object. */
function fromScratch(at: number): QuietAt {
  const { windows, exceptions } = DEFAULT_POLICY;
  const schedule = { windows: windows.map((window) => ({ ...window })), exceptions };
  return compileQuiet(schedule, ZONE, { from: at, to: at + 1 }).at(at);
}

function bareLoop(from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += instants[i] as number;
  return sum;
}

function kernelFor(answer: Answer): Kernel {
  return (from, to) => {
    let sum = 0;
    for (let i = from; i < to; i++) {
      const { quiet, changesAt } = answer(instants[i] as number);
      sum += (quiet ? 1 : 0) + (changesAt ?? 0);
    }
    return sum;
  };
}

/** Answers by a plain binary search over the same changes. */
function binarySearch(): Answer {
  const intervals = ourClock().intervals(SPAN.from, SPAN.to + 2 * 86_400_000);
  const changes = Float64Array.from(intervals.flatMap(({ start, end }) => [start, end]));
  const next = (at: number): number => {
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((changes[middle] as number) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (at) => {
    const found = next(at);
    return { quiet: (found & 1) === 1, changesAt: changes[found] as number };
  };
}

function agreementOf(answer: Answer): NonNullable<KernelResult['agreement']> {
  const ours = ourClock();
  const asked = [...instants.subarray(0, 2_000), ...instantsAroundChanges()];
  let [differs, throws] = [0, 0];
  for (const at of asked) {
    const expected = ours.at(at);
    try {
      const { quiet, changesAt } = answer(at);
      if (quiet !== expected.quiet || changesAt !== expected.changesAt) differs++;
    } catch {
      throws++;
    }
  }
  return { asked: asked.length, differs, throws };
}
