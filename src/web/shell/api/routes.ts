/**
 * The contract's table of routes as types: a call whose path, method, body and answer do not belong together does not
 * compile. This file has types only, so that no parser and no key of `ROUTES` is in the browser's bundle.
 */
import type { ROUTES, RouteName } from '#contract/routes/routes.ts';

type Table = typeof ROUTES;

/** The output type of a schema of the contract. */
export type Shape<Schema> = Schema extends { readonly _zod: { readonly output: infer Body } } ? Body : never;

/** The input type of a schema of the contract. */
type Taken<Schema> = Schema extends { readonly _zod: { readonly input: infer Body } } ? DeepReadonly<Body> : never;

type DeepReadonly<T> = T extends readonly (infer Each)[]
  ? readonly DeepReadonly<Each>[]
  : T extends object
    ? { readonly [Name in keyof T]: DeepReadonly<T[Name]> }
    : T;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Turns `/attempts/:id/cancel` into the type of a called path: `/attempts/${string}/cancel`. */
type Spelt<Path extends string> = Path extends `${infer Head}:${string}/${infer Rest}`
  ? `${Head}${string}/${Spelt<Rest>}`
  : Path extends `${infer Head}:${string}`
    ? `${Head}${string}`
    : Path;

type WithoutQuery<Path extends string> = Path extends `${infer Bare}?${string}` ? Bare : Path;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/**
 * The route of a path below `/api/v1`; `never` where there is none. `Path extends unknown` takes a union apart, so that
 * each path of the union finds its own route.
 */
export type RouteOf<M extends Method, Path extends string> = Path extends unknown
  ? {
      [Name in RouteName]: Name extends `${M} /api/v1${infer Below}`
        ? Same<Spelt<Below>, WithoutQuery<Path>> extends true
          ? Name
          : never
        : never;
    }[RouteName]
  : never;

/** The address of a read, for code that opens it without `call`: a stream. */
export type ReadAddress = {
  [Name in RouteName]: Name extends `GET /api/v1${infer Below}` ? `/api/v1${Spelt<Below>}${'' | `?${string}`}` : never;
}[RouteName];

/** The path itself where a route has it, else `never`; each path of a union is checked on its own. */
export type Known<M extends Method, Path extends string> = Path extends unknown
  ? [RouteOf<M, Path>] extends [never]
    ? never
    : Path
  : never;

/** The fields of a call: with a body where the route takes one, and without one where it takes none. */
export type Asked<M extends Method, Path extends string> = BodyOf<Table[RouteOf<M, Path>]>;

type BodyOf<Entry> = Entry extends { readonly body: infer Body }
  ? undefined extends Taken<Body>
    ? { readonly body?: Taken<Body> }
    : { readonly body: Taken<Body> }
  : { readonly body?: never };

/** The body of a successful answer; undefined where the answer has none. */
export type Answered<M extends Method, Path extends string> = GoodOf<Table[RouteOf<M, Path>]>;

type GoodOf<Entry> = Entry extends { readonly response: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends 200 | 201 | 202
        ? Shape<Responses[Status]>
        : Status extends 204
          ? undefined
          : never;
    }[keyof Responses]
  : unknown;

type Queried<Path extends string> = Table[RouteOf<'GET', Path>] extends { readonly querystring: infer Query }
  ? Taken<Query>
  : never;

export type QueryName<Path extends string> = Extract<keyof Queried<Path>, string>;

/** The parameters of a read for `URLSearchParams`: only the names of that route. */
export type QueryFields<Path extends string> = Readonly<Partial<Record<QueryName<Path>, string>>>;

/** A query under construction that takes only the names of its route. */
export interface Query<Path extends string> extends Pick<URLSearchParams, 'toString'> {
  set(name: QueryName<Path>, value: string): void;
}
