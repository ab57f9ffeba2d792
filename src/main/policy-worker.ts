/** One thread of the policy engine: a task at a time, values in and values out. */
import { parentPort } from 'node:worker_threads';
import { type PolicyTaskInput, type PolicyTaskName, runPolicyTask } from '#flows/policy-tasks.ts';

interface Message {
  readonly name: PolicyTaskName;
  readonly input: PolicyTaskInput<PolicyTaskName>;
}

if (parentPort === null) throw new Error('this is a thread, not a program');
const port = parentPort;

port.on('message', ({ name, input }: Message) => {
  try {
    port.postMessage({ result: runPolicyTask(name, input) });
  } catch (error) {
    port.postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
