/** The shape of a route in the contract. */
import { z } from 'zod';
import { Id } from '#contract/core/common.ts';
import type { Operation } from '#rules/people/access-table.ts';

export interface Route {
  /** The operations that the route carries out: a caller who may use none of them is refused. */
  readonly may: readonly Operation[];
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly params?: z.ZodType;
  readonly querystring?: z.ZodType;
  readonly headers?: z.ZodType;
  readonly body?: z.ZodType;
  /** The answers by status. Left out: the answer is a stream or text. */
  readonly response?: Readonly<Record<number, z.ZodType>>;
}

/** Routes by method and path; parameters in the path begin with a colon. */
export type Routes = Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`, Route>>;

/** The parameters of a path with one id. */
export const OfId = z.object({ id: Id });
