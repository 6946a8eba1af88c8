import { mustAgree, type Books } from './books';

export type Purpose = 'wage' | 'share' | 'payable';

/** What one supplier's money owes one payee for one purpose. */
export interface Owed {
  readonly supplier: string;
  readonly payee: string;
  readonly purpose: Purpose;
  readonly fen: bigint;
}

/** From what was settled to what the bank did. */
export class Payments {
  readonly #due = new Map<string, bigint>();
  readonly #listed = new Map<string, Owed>();

  constructor(private readonly books: Books) {}

  settled({ supplier, payee, purpose, fen }: Owed): void {
    if (fen === 0n) return;
    this.books.add(purpose === 'payable' ? 'supplierPayable' : 'householdPayable', payee, fen);
    this.#owe({ supplier, payee, purpose, fen });
  }

  /** What suppliers are to give back comes off what they are due and is on no list. */
  net(): void {
    for (const [key, due] of this.#due) {
      const supplier = /^payable of (\S+) from/.exec(key)?.[1];
      if (supplier === undefined) continue;
      const owes = this.books.of('supplierReceivable', supplier);
      const fen = owes < due ? owes : due;
      this.#due.set(key, due - fen);
      this.books.add('supplierPayable', supplier, -fen);
      this.books.add('supplierReceivable', supplier, -fen);
    }
  }

  /** A list says of everybody who is due that they are on it, or why not. */
  drawn(items: readonly (Owed & { id: string })[], held: readonly (Owed & { reason: string })[]): void {
    for (const one of [...items, ...held]) {
      const due = this.#due.get(keyOf(one)) ?? 0n;
      mustAgree(due === one.fen, () => `${keyOf(one)} is due ${due} fen, and the list says ${one.fen}`);
      if (one.purpose === 'payable') this.#mustWait(one, 'reason' in one ? one.reason : null);
    }
    mustAgree(
      items.length + held.length === [...this.#due.values()].filter((fen) => fen > 0n).length,
      () => `of those who are due ${items.length} are on the list and ${held.length} beside it, which are not all`,
    );
    for (const item of items) {
      this.#listed.set(item.id, item);
      this.#due.set(keyOf(item), 0n);
    }
  }

  /** Households first, then what it is to give back. */
  #mustWait({ supplier }: Owed, reason: string | null): void {
    const owes = (code: string) => this.books.of(code, supplier) > 0n;
    const why = owes('supplierDebt') ? 'owesHouseholds' : owes('supplierReceivable') ? 'owesBack' : null;
    const said = reason === 'owesHouseholds' || reason === 'owesBack' ? reason : null;
    mustAgree(
      why === said,
      () => `supplier ${supplier} waits for ${why ?? 'nothing'}, and the list says ${reason ?? 'pay'}`,
    );
  }

  /** The bank's word on a line. */
  told(itemId: string, outcome: 'pay' | 'fail' | 'bounce'): void {
    const item = this.#listed.get(itemId)!;
    const sign = { pay: -1n, fail: 0n, bounce: 1n }[outcome];
    this.books.add(item.purpose === 'payable' ? 'supplierPayable' : 'householdPayable', item.payee, sign * item.fen);
    this.books.add('institution', null, sign * item.fen);
    if (outcome !== 'pay') this.#owe(item);
  }

  #owe(one: Owed): void {
    this.#due.set(keyOf(one), (this.#due.get(keyOf(one)) ?? 0n) + one.fen);
  }
}

const keyOf = ({ supplier, payee, purpose }: Owed) => `${purpose} of ${payee} from ${supplier}`;
