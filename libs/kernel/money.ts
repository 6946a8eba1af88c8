import { must } from './assert';

/**
 * Money is a whole number of fen (1/100 yuan), never a float.
 * The brand keeps a plain bigint (a count, a weight) from being added to money by mistake.
 */
export type Fen = bigint & { readonly __unit: 'fen' };

/** Money as it travels in JSON: fen as a decimal string, since JSON numbers lose digits above 2^53. */
export interface MoneyWire {
  amount: string;
  currency: 'CNY';
}

/** The largest amount one row may hold (PostgreSQL bigint); sums beyond it are a defect, not a price. */
const MAX_FEN = 9_223_372_036_854_775_807n;

/** Makes fen of a bigint, a safe integer or a decimal string; anything else throws. */
export function fen(value: bigint | number | string): Fen {
  if (typeof value === 'number') must(Number.isSafeInteger(value), 'fen must be a safe integer');
  const amount = BigInt(value);
  must(amount <= MAX_FEN && amount >= -MAX_FEN, 'fen out of the range of a database bigint');
  return amount as Fen;
}

export const ZERO = 0n as Fen;

export function sum(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return fen(total);
}

export function toWire(amount: Fen): MoneyWire {
  return { amount: amount.toString(), currency: 'CNY' };
}

/** Fen as yuan with two digits and no grouping: 1234.50, as files and messages have it. */
export function toYuan(amount: bigint): string {
  const size = amount < 0n ? -amount : amount;
  return `${amount < 0n ? '-' : ''}${size / 100n}.${(size % 100n).toString().padStart(2, '0')}`;
}

export function fromWire(wire: MoneyWire): Fen {
  return fen(wire.amount);
}

/** Basis points of an amount, rounded down to the fen: what a rate is sure to yield. */
export function basisPoints(amount: Fen, bp: bigint): Fen {
  must(amount >= 0n && bp >= 0n, 'basisPoints wants a non-negative amount and rate');
  return fen((amount * bp) / 10_000n);
}

export interface Weighted {
  id: string;
  weight: bigint;
}

/**
 * Splits a total over parts in proportion to their weights by largest remainder; ties go to the smaller id, so the order
 * of the parts does not matter. The parts always sum to the total, and no part exceeds its weight while total <= sum of
 * weights. A negative total is the exact mirror of the positive one (a refund undoes a split to the fen).
 */
export function allocate(total: Fen, parts: readonly Weighted[]): Map<string, Fen> {
  if (total < 0n) {
    const mirrored = allocate(fen(-total), parts);
    return new Map([...mirrored].map(([id, share]) => [id, fen(-share)]));
  }
  const weights = parts.reduce((all, part) => {
    must(part.weight >= 0n, 'allocate wants non-negative weights');
    return all + part.weight;
  }, 0n);
  must(weights > 0n || total === 0n, 'allocate has nothing to split by');
  must(new Set(parts.map((part) => part.id)).size === parts.length, 'allocate wants each id once');

  const quotas = parts.map((part) => {
    const scaled = weights === 0n ? 0n : total * part.weight;
    const share = weights === 0n ? 0n : scaled / weights;
    return { id: part.id, share, remainder: weights === 0n ? 0n : scaled % weights };
  });
  let left = total - quotas.reduce((all, quota) => all + quota.share, 0n);
  const byRemainder = [...quotas].sort((a, b) =>
    a.remainder === b.remainder ? (a.id < b.id ? -1 : 1) : a.remainder > b.remainder ? -1 : 1,
  );
  for (const quota of byRemainder) {
    if (left === 0n) break;
    quota.share += 1n;
    left -= 1n;
  }
  const shares = new Map(quotas.map((quota) => [quota.id, fen(quota.share)]));
  must(sum(shares.values()) === total, 'parts must sum to the whole');
  return shares;
}
