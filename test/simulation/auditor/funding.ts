/** The auditor's own arithmetic, written from the rules as they stand in words and from no line of the house. */

/** Which debts come first. */
export const RANKS = ['wage', 'floorPrice', 'premium'] as const;
export type DebtKind = (typeof RANKS)[number];

/** Money of a sold line, of one lot it was taken from, of one lot that was made into that. */
export interface Source {
  readonly name: string;
  readonly origin: string;
  readonly supplier: string;
  left: bigint;
}

export interface Debt {
  readonly id: string;
  readonly kind: DebtKind;
  readonly supplier: string;
  readonly payee: string;
  readonly lot: string | null;
  open: bigint;
}

/** Parts of a whole by weight: each rounded down, the rest a fen each to the largest remainders, of equal ones the first by name. */
export function apportion(
  whole: bigint,
  weights: readonly (readonly [name: string, weight: bigint])[],
): Map<string, bigint> {
  const all = weights.reduce((sum, [, weight]) => sum + weight, 0n);
  if (all === 0n) return new Map(weights.map(([name]) => [name, 0n]));
  const parts = weights.map(([name, weight]) => ({
    name,
    fen: (whole * weight) / all,
    rest: (whole * weight) % all,
  }));
  let over = parts.reduce((left, { fen }) => left - fen, whole);
  const first = [...parts].sort((a, b) => (a.rest === b.rest ? (a.name < b.name ? -1 : 1) : a.rest > b.rest ? -1 : 1));
  for (const part of first) {
    if (over === 0n) break;
    part.fen += 1n;
    over -= 1n;
  }
  return new Map(parts.map(({ name, fen }) => [name, fen]));
}

/**
 * Pays debts from sources, rank after rank, in each first the households behind the very lot and then the supplier's others; what is
 * left in `sources` is nobody's yet.
 *
 * @returns fen by debt
 */
export function fund(sources: readonly Source[], debts: readonly Debt[]): Map<string, bigint> {
  const paid = new Map<string, bigint>();
  for (const rank of RANKS) {
    const owed = debts.filter(({ kind }) => kind === rank);
    pay(
      paid,
      group(sources, ({ origin }) => origin),
      group(owed, ({ lot }) => lot),
    );
    pay(
      paid,
      group(sources, ({ supplier }) => supplier),
      group(owed, ({ supplier }) => supplier),
    );
  }
  return paid;
}

function group<One>(all: readonly One[], keyOf: (one: One) => string | null): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === null) continue;
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function pay(
  paid: Map<string, bigint>,
  sources: ReadonlyMap<string, Source[]>,
  debts: ReadonlyMap<string, Debt[]>,
): void {
  for (const [pool, owed] of debts) {
    const open = owed.filter((debt) => debt.open > 0n);
    const given = (sources.get(pool) ?? []).filter(({ left }) => left > 0n);
    const left = given.reduce((sum, source) => sum + source.left, 0n);
    const wanted = open.reduce((sum, debt) => sum + debt.open, 0n);
    const goes = left < wanted ? left : wanted;
    if (goes === 0n) continue;
    const gives = apportion(
      goes,
      given.map((source) => [source.name, source.left]),
    );
    const takes = apportion(
      goes,
      open.map((debt) => [debt.id, debt.open]),
    );
    for (const source of given) source.left -= gives.get(source.name)!;
    for (const debt of open) {
      debt.open -= takes.get(debt.id)!;
      paid.set(debt.id, (paid.get(debt.id) ?? 0n) + takes.get(debt.id)!);
    }
  }
}
