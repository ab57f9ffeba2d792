/**
 * Builds the refusal of a malformed policy with the path of each fault, and the bodies of lints with their sentences
 * (T3, A4).
 */

import type { z } from 'zod';
import type { Language } from '#contract/core/common.ts';
import type { Lint as LintBody } from '#contract/policy/preview.ts';
import type { PublishAnswer } from '#flows/policy/change-policy.ts';
import { type ProblemError, problem } from '#http/core/problem.ts';
import { lintText } from '#words/policy/lints.ts';
import { policyFaultText } from '#words/policy/policy-fault.ts';

type Faults = Extract<PublishAnswer, { kind: 'malformed' }>['faults'];
type Lints = Extract<PublishAnswer, { kind: 'lints_unconfirmed' }>['lints'];

export function malformedPolicy(faults: Faults, language: Language): ProblemError {
  return problem('invalid', {
    faults: faults.map((fault) => ({
      path: fault.path === '' ? 'policy' : `policy.${fault.path}`,
      code: fault.code,
      message: policyFaultText(language, fault),
    })),
  });
}

export function lintBodies(lints: Lints, language: Language): z.infer<typeof LintBody>[] {
  return lints.map((lint) => ({ code: lint.code, places: [...lint.places], sentence: lintText(language, lint) }));
}
