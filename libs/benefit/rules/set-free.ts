export interface HeldPart {
  amountFen: bigint;
  /** Names the line that stands in its place; null where it stands itself. */
  line: string | null;
  /** What corrected records of that line have kept beyond what it is worth, in fen. */
  overFen: bigint;
}

/**
 * Payments that come to nothing set their parts free. Where the record behind one was corrected downwards meanwhile, as much as
 * it kept beyond the worth of what stands is taken back, and the rest is open again.
 *
 * @returns fen to take back of each part, in their order
 */
export function takenBack(parts: readonly HeldPart[]): bigint[] {
  const over = new Map<string, bigint>();
  return parts.map(({ amountFen, line, overFen }) => {
    if (line === null) return 0n;
    const left = over.get(line) ?? overFen;
    const fen = left < amountFen ? left : amountFen;
    if (fen <= 0n) return 0n;
    over.set(line, left - fen);
    return fen;
  });
}
