/** The worker process of the policy engine: it computes one task at a time, without a database. */
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
