import type { PlacedOrder } from '@xihuo/testing';
import type { Auditor } from './auditor/auditor';
import type { Chance } from './chance';
import type { Seller } from './seller';
import type { Village } from './village';

export interface SoldLine {
  readonly id: string;
  readonly packs: number;
  readonly fen: bigint;
  /** Packs that were cancelled before they left. */
  gone: number;
}

/** A supplier's part of an order, as its buyer and its supplier follow it. */
export interface Part {
  readonly id: string;
  readonly order: PlacedOrder;
  readonly seller: Seller;
  readonly lines: SoldLine[];
  state: 'toShip' | 'shipped' | 'received' | 'released' | 'cancelled';
  /** Days since it came into its state. */
  age: number;
  /** Its buyer complains once at the most. */
  complained: boolean;
}

/** A claim or a dispute that is not over. */
export interface Complaint {
  readonly part: Part;
  readonly line: SoldLine;
  readonly packs: number;
  readonly id: string;
  readonly heldFen: bigint;
  stage: 'requested' | 'refused' | 'awaitingReturn' | 'returning' | 'disputed';
  age: number;
}

/** A line of a payout list of which the bank has not said everything. */
export interface AtBank {
  readonly id: string;
  readonly batchId: string;
  readonly payee: string;
  readonly fen: bigint;
  readonly fate: 'pay' | 'fail' | 'bounce';
  told: 'nothing' | 'pay';
}

/** Everything that goes on in a village, and who looks at it. */
export interface Season {
  readonly village: Village;
  readonly auditor: Auditor;
  readonly chance: Chance;
  /** Of what comes after settlement: a stream of its own, so that what came before it is told as it was. */
  readonly later: Chance;
  day: number;
  /** What is being done, for whoever reads that it failed. */
  step: string;
  parts: Part[];
  complaints: Complaint[];
  /** Lines that were let go, in the order of that. */
  readonly past: { readonly lineId: string; readonly supplierId: string }[];
  atBank: AtBank[];
  /** How many cards each payee has had. */
  readonly cards: Map<string, number>;
  /** What buyers have had back so far. */
  refundedFen: bigint;
  /** How often each thing happened: what never happens proves nothing. */
  readonly tally: Map<string, number>;
}

export function count({ tally }: Season, what: string, times = 1): void {
  tally.set(what, (tally.get(what) ?? 0) + times);
}

export const accessOf = ({ order }: Part) => ({ personId: null, token: order.token });
