export interface HeldPart {
  obligationId: string;
  amountFen: bigint;
  /** Names the line that stands in its place; null where it stands itself. */
  line: string | null;
  /** What corrected records of that line have kept beyond what it is worth, in fen. */
  overFen: bigint;
}

/**
 * A payment that comes to nothing sets its parts free. Where the record behind one was corrected downwards meanwhile, as much as
 * it kept beyond the worth of what stands is taken back, and the rest is open again.
 *
 * @returns fen to take back, by obligation; nothing where nothing is
 */
export function takenBack(parts: readonly HeldPart[]): Map<string, bigint> {
  const over = new Map<string, bigint>();
  const back = new Map<string, bigint>();
  for (const { obligationId, amountFen, line, overFen } of parts) {
    if (line === null) continue;
    const left = over.get(line) ?? overFen;
    const fen = left < amountFen ? left : amountFen;
    if (fen <= 0n) continue;
    over.set(line, left - fen);
    back.set(obligationId, fen);
  }
  return back;
}
