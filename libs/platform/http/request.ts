import type { InputOf, RouteDefinition, RouteKey } from '@xihuo/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Grant, Tx } from '../database/tx';

/** Who calls: nobody known, or a signed-in person; a guest may carry the token of one order. */
export interface Caller {
  readonly actor: Actor;
  /** Present with a session. */
  readonly person: { readonly id: string; readonly sessionId: string; readonly grants: readonly Grant[] } | null;
  /** The cookie named a session that is over: a page may say so instead of "sign in first". */
  readonly sessionOver?: true;
  /** They look on as another: what they act as is another's, to read. */
  readonly viewing?: true;
  /** A grant wants a second factor that the session has not shown. */
  readonly secondFactorPending: boolean;
  /** When the second factor was last shown, for step-up. */
  readonly secondFactorAt: Date | null;
  readonly orderToken: string | null;
  /** Opens a guest's cart. */
  readonly cartToken: string | null;
}

/** Secrets that a request carries beside its session. */
export type Keys = 'orderToken' | 'cartToken';

/** What the guard leaves on the request for the handler. */
export interface RequestState {
  route: RouteDefinition;
  key: RouteKey;
  caller: Caller;
  input: InputOf<RouteKey>;
  idempotencyKey: string | null;
  /** The version the caller has read, where the route writes over something. */
  version: number | null;
}

export type XihuoRequest = FastifyRequest & { xihuo: RequestState };
export type XihuoReply = FastifyReply;

/** Finds the person behind a request's session cookie; identity, which is above, provides it. */
export interface CallerResolver {
  resolve(request: FastifyRequest, reply: FastifyReply): Promise<Omit<Caller, Keys>>;
  /** What a person may act as on the console at this moment: for work that goes on after the request it was asked by. */
  grantsNow(tx: Tx, personId: string): Promise<readonly Grant[]>;
  /** Of these sessions those that are not over, each with what it may act as at this moment: for what stays open after its request. */
  standing(sessionIds: readonly string[]): Promise<ReadonlyMap<string, readonly Grant[]>>;
  /** What somebody who works on the console is called to a colleague; null where the reader is none, or it was nobody by name. */
  nameFor(actor: string, reader: readonly Grant[]): Promise<string | null>;
}
export const CALLER_RESOLVER = Symbol('CallerResolver');

export const NOBODY: Omit<Caller, Keys> = {
  actor: { kind: 'guest' },
  person: null,
  secondFactorPending: false,
  secondFactorAt: null,
};
