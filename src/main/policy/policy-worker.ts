/** A worker process of the policy engine: a task at a time, values in and values out. */
import { type PolicyTaskInput, type PolicyTaskName, runPolicyTask } from '#flows/policy/policy-tasks.ts';
import { serveTasks } from '#main/core/worker-processes.ts';

interface Task {
  readonly name: PolicyTaskName;
  readonly input: PolicyTaskInput<PolicyTaskName>;
}

serveTasks(
  () =>
    ({ name, input }: Task) =>
      runPolicyTask(name, input),
);
