import { Books, mustAgree } from './books';
import { fund, type Debt, type DebtKind } from './funding';
import { Payments } from './payments';
import { Sales } from './sales';

/** What a household brought or did, as it was agreed. */
export type Earned =
  | { source: string; supplier: string; household: string; lot: string; grams: bigint; floor: bigint; premium: bigint }
  | { source: string; supplier: string; household: string; days: number; wage: bigint };

/**
 * Keeps simple books of its own beside the house's. It sees what was asked and what was answered, no table and no code; it knows the
 * rules as they are written for people.
 */
export class Auditor {
  readonly #books = new Books();
  readonly sales: Sales;
  readonly payments = new Payments(this.#books);
  readonly #expected = new Map<string, Omit<Debt, 'id'>>();
  /** What is open of debts, in the order in which they came. */
  #debts: Debt[] = [];
  #corrections: { supplier: string; fen: bigint }[] = [];

  constructor(feeBp: bigint) {
    this.sales = new Sales(this.#books, feeBp);
  }

  /** Owed from now on, whether or not anything is ever sold. */
  earned(what: Earned): void {
    const { source, supplier, household: payee } = what;
    const expect = (kind: DebtKind, lot: string | null, open: bigint) => {
      if (open > 0n) this.#expected.set(`${kind} for ${source}`, { kind, supplier, payee, lot, open });
    };
    if ('days' in what) return expect('wage', null, BigInt(what.days) * what.wage);
    // To the nearest fen, a half upwards.
    const priced = (fenPerKg: bigint) => (what.grams * fenPerKg * 2n + 1_000n) / 2_000n;
    expect('floorPrice', what.lot, priced(what.floor));
    expect('premium', what.lot, priced(what.premium));
  }

  /** What the households' pages say that came to be owed. */
  owed(told: readonly { id: string; source: string; kind: string; payee: string; fen: bigint }[]): void {
    for (const { id, source, kind, payee, fen } of told) {
      const key = `${kind} for ${source}`;
      const debt = this.#expected.get(key);
      mustAgree(
        debt?.payee === payee && debt.open === fen,
        () => `${key}: ${payee} is said to be owed ${fen} fen, the auditor has ${debt?.open ?? 'nothing'}`,
      );
      this.#expected.delete(key);
      this.#debts.push({ ...debt!, id });
      this.#owe(debt!.supplier, fen);
    }
    mustAgree(
      this.#expected.size === 0,
      () => `nobody is said to be owed the ${[...this.#expected.keys()].join(', ')}`,
    );
  }

  /** A buyer is paid back for a line that was settled: its supplier owes all of it from now on. */
  refundedLate(lineId: string, supplier: string, fen: bigint): void {
    this.sales.refundedLate(lineId, fen);
    this.#books.add('supplierReceivable', supplier, fen);
  }

  /** Put right with a supplier: on its next statement. */
  corrected(supplier: string, fen: bigint): void {
    this.#corrections.push({ supplier, fen });
  }

  /** A day is settled: fee, households by rank, the rest to the supplier; what it is to give back comes off what it has. */
  settle(): void {
    const proceeds = this.sales.settle();
    const sources = proceeds.flatMap((one) => one.sources);
    const suppliers = new Set(proceeds.map(({ supplier }) => supplier));
    const paid = fund(
      sources,
      this.#debts.filter(({ supplier }) => suppliers.has(supplier)),
    );
    for (const { id, kind, supplier, payee } of this.#debts) {
      const fen = paid.get(id);
      if (fen === undefined) continue;
      this.payments.settled({ supplier, payee, purpose: kind === 'wage' ? 'wage' : 'share', fen });
      this.#owe(supplier, -fen);
    }
    this.#debts = this.#debts.filter(({ open }) => open > 0n);
    for (const { supplier, left: fen } of sources)
      this.payments.settled({ supplier, payee: supplier, purpose: 'payable', fen });
    for (const { supplier, fen } of this.#corrections) {
      this.#books.add('platformAdjustment', null, fen);
      if (fen > 0n) this.payments.settled({ supplier, payee: supplier, purpose: 'payable', fen });
      else this.#books.add('supplierReceivable', supplier, -fen);
    }
    this.#corrections = [];
    this.payments.net();
  }

  #owe(supplier: string, fen: bigint): void {
    this.#books.add('supplierDebt', supplier, fen);
    this.#books.add('obligationControl', null, fen);
  }

  /** Every balance of the house that is not the auditor's, in words. */
  differences(told: readonly { code: string; owner: string | null; fen: bigint }[]): string[] {
    return this.#books.differences(told);
  }
}
