interface Sums {
  readonly ordered_fen: bigint;
  readonly credited_fen: bigint;
  readonly paid_fen: bigint;
  readonly open_fen: bigint;
  readonly not_due_fen: bigint;
}

/** What the parts of a settlement note come to: ordered is the four others together. */
export function sumsOf(parts: readonly Sums[]) {
  const sum = (field: keyof Sums) => parts.reduce((total, part) => total + part[field], 0n);
  return {
    ...{ ordered: sum('ordered_fen'), credited: sum('credited_fen'), paid: sum('paid_fen') },
    ...{ open: sum('open_fen'), notDue: sum('not_due_fen') },
  };
}
