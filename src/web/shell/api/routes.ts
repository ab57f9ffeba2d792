/**
 * The contract's table of routes as types, for calls: a path, its method, its body and its answer belong together, or
 * the call does not compile. Types alone: no parser comes to the browser, and no name of a route.
 */
import type { ROUTES, RouteName } from '#contract/routes/routes.ts';

type Table = typeof ROUTES;

/** What a schema of the contract gives. */
export type Shape<Schema> = Schema extends { readonly _zod: { readonly output: infer Body } } ? Body : never;

/** What a schema of the contract takes. */
type Taken<Schema> = Schema extends { readonly _zod: { readonly input: infer Body } } ? Unchanged<Body> : never;

type Unchanged<T> = T extends readonly (infer Each)[]
  ? readonly Unchanged<Each>[]
  : T extends object
    ? { readonly [Name in keyof T]: Unchanged<T[Name]> }
    : T;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** `/attempts/:id/cancel` as a call spells it: `/attempts/${string}/cancel`. */
type Spelt<Path extends string> = Path extends `${infer Head}:${string}/${infer Rest}`
  ? `${Head}${string}/${Spelt<Rest>}`
  : Path extends `${infer Head}:${string}`
    ? `${Head}${string}`
    : Path;

type WithoutQuery<Path extends string> = Path extends `${infer Bare}?${string}` ? Bare : Path;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The route that a path below `/api/v1` is; never where there is none. */
export type RouteOf<M extends Method, Path extends string> = Path extends unknown
  ? {
      [Name in RouteName]: Name extends `${M} /api/v1${infer Below}`
        ? Same<Spelt<Below>, WithoutQuery<Path>> extends true
          ? Name
          : never
        : never;
    }[RouteName]
  : never;

/** The address of a read, for what opens it without a call: a stream. */
export type ReadAddress = {
  [Name in RouteName]: Name extends `GET /api/v1${infer Below}` ? `/api/v1${Spelt<Below>}${'' | `?${string}`}` : never;
}[RouteName];

/** The path itself where it is a route; never else, each path of a union for itself. */
export type Known<M extends Method, Path extends string> = Path extends unknown
  ? [RouteOf<M, Path>] extends [never]
    ? never
    : Path
  : never;

/** The fields of a call by what the route takes: a body where it takes one, and none where it takes none. */
export type Asked<M extends Method, Path extends string> = BodyOf<Table[RouteOf<M, Path>]>;

type BodyOf<Entry> = Entry extends { readonly body: infer Body }
  ? undefined extends Taken<Body>
    ? { readonly body?: Taken<Body> }
    : { readonly body: Taken<Body> }
  : { readonly body?: never };

/** What the route answers when it does not refuse; undefined where that has no body. */
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

/** The parameters of a read in `URLSearchParams`: no other names than those of the route. */
export type QueryFields<Path extends string> = Readonly<Partial<Record<QueryName<Path>, string>>>;

/** A query under construction, which takes no other name than those of the route. */
export interface Query<Path extends string> extends Pick<URLSearchParams, 'toString'> {
  set(name: QueryName<Path>, value: string): void;
}
