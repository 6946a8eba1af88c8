import { money, must } from '@xihuo/kernel';

export interface Source {
  /** A sold line's portion of one lot. */
  id: string;
  leftFen: money.Fen;
}

export interface Debt {
  /** An open obligation. */
  id: string;
  openFen: money.Fen;
}

export interface Share {
  sourceId: string;
  debtId: string;
  amountFen: money.Fen;
}

/**
 * Shares the money of some sold lines over some open debts of the same rank:
 * what goes out is the smaller of the two sums; every debt gets its part in proportion to what is open, every line gives
 * in proportion to what it has left (both by largest remainder), and each line's part goes to each debt in proportion,
 * rounded down; the fen left over are laid along both orders of ids. Rows and columns sum exactly, nothing is negative, and
 * the same sets give the same shares in any order. fund-pool.sql.ts is its twin over whole runs.
 */
export function fundPool(sources: readonly Source[], debts: readonly Debt[]): Share[] {
  const left = money.sum(sources.map((source) => source.leftFen));
  const open = money.sum(debts.map((debt) => debt.openFen));
  const fund = left < open ? left : open;
  if (fund === 0n) return [];
  const given = money.allocate(
    fund,
    sources.map((source) => ({ id: source.id, weight: source.leftFen })),
  );
  const taken = money.allocate(
    fund,
    debts.map((debt) => ({ id: debt.id, weight: debt.openFen })),
  );

  const cells = new Map<string, bigint>();
  const restOf = { given: new Map<string, bigint>(given), taken: new Map<string, bigint>(taken) };
  const add = (sourceId: string, debtId: string, amount: bigint): void => {
    const key = `${sourceId} ${debtId}`;
    cells.set(key, (cells.get(key) ?? 0n) + amount);
    restOf.given.set(sourceId, restOf.given.get(sourceId)! - amount);
    restOf.taken.set(debtId, restOf.taken.get(debtId)! - amount);
  };
  for (const [sourceId, row] of given)
    for (const [debtId, column] of taken) add(sourceId, debtId, (row * column) / fund);
  for (const [sourceId, debtId, amount] of overlaps(inOrder(restOf.given), inOrder(restOf.taken)))
    add(sourceId, debtId, amount);

  must(
    [...restOf.given.values(), ...restOf.taken.values()].every((rest) => rest === 0n),
    'every fen of a pool finds its place',
  );
  return [...cells]
    .filter(([, amount]) => amount > 0n)
    .map(([key, amount]) => {
      const [sourceId, debtId] = key.split(' ') as [string, string];
      return { sourceId, debtId, amountFen: money.fen(amount) };
    });
}

function inOrder(rests: ReadonlyMap<string, bigint>): [string, bigint][] {
  return [...rests].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Both lists laid along one line of the same length: where two pieces overlap, that much goes from one to the other. */
function overlaps(rows: [string, bigint][], columns: [string, bigint][]): [string, string, bigint][] {
  const found: [string, string, bigint][] = [];
  let column = 0;
  let columnLeft = columns[0]?.[1] ?? 0n;
  for (const [rowId, amount] of rows) {
    let rowLeft = amount;
    while (rowLeft > 0n && column < columns.length) {
      const step = rowLeft < columnLeft ? rowLeft : columnLeft;
      if (step > 0n) found.push([rowId, columns[column]![0], step]);
      rowLeft -= step;
      columnLeft -= step;
      if (columnLeft === 0n) {
        column += 1;
        columnLeft = columns[column]?.[1] ?? 0n;
      }
    }
  }
  return found;
}
