import { apportion, type Source } from './funding';
import { mustAgree, type Books } from './books';

/** One line of an order, as the buyer sees it. */
interface Line {
  readonly id: string;
  readonly supplier: string;
  readonly priceFen: bigint;
  readonly fen: bigint;
  /** Grams taken from each lot for it. */
  readonly lots: Map<string, bigint>;
  /** Given back for packs. */
  backFen: bigint;
  /** In dispute: what is held, and what of that went back once it is over. */
  readonly quarrels: Map<string, { heldFen: bigint; backFen: bigint | null }>;
  settledFen: bigint;
  /** What may still go back of what was settled. */
  leftFen: bigint;
}

export interface PlacedLine {
  readonly id: string;
  readonly supplier: string;
  readonly packs: number;
  readonly priceFen: bigint;
  /** What the order says that it costs. */
  readonly toldFen: bigint;
}

/** What a settlement takes out of the lines it finds: the fee, and what is left to be shared out. */
export interface Proceeds {
  readonly supplier: string;
  readonly feeFen: bigint;
  readonly sources: Source[];
}

/** Orders from placing to settling. */
export class Sales {
  readonly #lines = new Map<string, Line>();
  readonly #orders = new Map<string, string[]>();
  /** Lines of which something may still be settled. */
  readonly #released = new Set<Line>();
  readonly #mixed = new Map<string, { grams: bigint; of: readonly (readonly [lot: string, grams: bigint])[] }>();
  /** Promised to buyers and not on its way yet. */
  promisedFen = 0n;

  constructor(
    private readonly books: Books,
    private readonly feeBp: bigint,
  ) {}

  placed(orderId: string, lines: readonly PlacedLine[]): void {
    for (const { id, supplier, packs, priceFen, toldFen } of lines) {
      const fen = BigInt(packs) * priceFen;
      mustAgree(fen === toldFen, () => `line ${id} costs ${fen} fen and is said to cost ${toldFen}`);
      const fresh = { lots: new Map(), backFen: 0n, quarrels: new Map() };
      const nothing = { settledFen: 0n, leftFen: 0n };
      this.#lines.set(id, { id, supplier, priceFen, fen, ...fresh, ...nothing });
    }
    this.#orders.set(
      orderId,
      lines.map(({ id }) => id),
    );
  }

  paid(orderId: string): void {
    const fen = this.#orders.get(orderId)!.reduce((sum, id) => sum + this.#lines.get(id)!.fen, 0n);
    this.books.add('institution', null, fen);
    this.books.add('orderClearing', null, fen);
  }

  shipped(lineId: string, lot: string, grams: bigint): void {
    const { lots } = this.#lines.get(lineId)!;
    lots.set(lot, (lots.get(lot) ?? 0n) + grams);
  }

  /** Lots of one supplier became another of its lots. */
  made(lot: string, of: readonly (readonly [lot: string, grams: bigint])[]): void {
    this.#mixed.set(lot, { grams: of.reduce((sum, [, grams]) => sum + grams, 0n), of });
  }

  /** So many packs are to be paid back. */
  promised(lineId: string, packs: number): void {
    const line = this.#lines.get(lineId)!;
    const fen = BigInt(packs) * line.priceFen;
    line.backFen += fen;
    this.promisedFen += fen;
    mustAgree(line.backFen <= line.fen, () => `of line ${lineId} more is promised back than was paid`);
  }

  /** A buyer has money back. */
  arrived(fen: bigint): void {
    this.promisedFen -= fen;
    mustAgree(this.promisedFen >= 0n, () => `buyers got ${-this.promisedFen} fen more than they were promised`);
    this.books.add('institution', null, -fen);
    this.books.add('orderClearing', null, -fen);
  }

  leftOf(lineId: string): bigint {
    return this.#lines.get(lineId)!.leftFen;
  }

  /** Of what was settled something is to be paid back after all. */
  refundedLate(lineId: string, fen: bigint): void {
    this.#lines.get(lineId)!.leftFen -= fen;
    this.promisedFen += fen;
    this.books.add('orderClearing', null, fen);
  }

  disputed(caseId: string, lineId: string, heldFen: bigint): void {
    this.#lines.get(lineId)!.quarrels.set(caseId, { heldFen, backFen: null });
    this.books.add('orderClearing', null, -heldFen);
    this.books.add('disputeHold', caseId, heldFen);
  }

  decided(caseId: string, lineId: string, backFen: bigint): void {
    const quarrel = this.#lines.get(lineId)!.quarrels.get(caseId)!;
    quarrel.backFen = backFen;
    this.promisedFen += backFen;
    this.books.add('orderClearing', null, quarrel.heldFen);
    this.books.add('disputeHold', caseId, -quarrel.heldFen);
  }

  released(lineIds: readonly string[]): void {
    for (const id of lineIds) this.#released.add(this.#lines.get(id)!);
  }

  /** Everything that is released and open is taken, once; a part that was in dispute comes later. */
  settle(): Proceeds[] {
    return [...this.#released].flatMap((line) => {
      const proceeds = this.#settleLine(line);
      // Who complains does so before the line is let go: once nothing is in dispute, nothing comes any more.
      if ([...line.quarrels.values()].every(({ backFen }) => backFen !== null)) this.#released.delete(line);
      return proceeds;
    });
  }

  #settleLine(line: Line): Proceeds[] {
    const kept = [...line.quarrels.values()].reduce((sum, { heldFen, backFen }) => sum + (backFen ?? heldFen), 0n);
    const back = line.settledFen === 0n ? line.backFen : 0n;
    const open = line.fen - kept - line.settledFen - back;
    if (open <= 0n) return [];
    line.settledFen += open + back;
    line.leftFen += open;
    const feeFen = (open * this.feeBp) / 10_000n;
    this.books.add('orderClearing', null, -open);
    this.books.add('platformFee', null, feeFen);
    return [{ supplier: line.supplier, feeFen, sources: this.#sourcesOf(line, open - feeFen) }];
  }

  /** By the weight of what was sent from each lot, and back to what each was made of. */
  #sourcesOf(line: Line, netFen: bigint): Source[] {
    return [...apportion(netFen, [...line.lots])].flatMap(([lot, fen]) => {
      const made = this.#mixed.get(lot);
      const source = (origin: string, left: bigint): Source => ({
        ...{ name: line.id + lot + origin, origin, supplier: line.supplier, left },
      });
      const parts = (made?.of ?? []).map(([origin, grams]) => source(origin, (fen * grams) / made!.grams));
      return [
        ...parts,
        source(
          lot,
          parts.reduce((rest, { left }) => rest - left, fen),
        ),
      ];
    });
  }
}
