import { money, must } from '@xihuo/kernel';

export interface ClaimedLine {
  readonly lineId: string;
  readonly claimedFen: money.Fen;
}

/**
 * What goes back of each line of an award: in proportion to what was claimed of it, to the fen, and of no line more than was
 * claimed. The parts sum to the award.
 */
export function splitAward(refundFen: money.Fen, lines: readonly ClaimedLine[]): { lineId: string; fen: money.Fen }[] {
  const held = money.sum(lines.map((line) => line.claimedFen));
  must(refundFen >= 0n && refundFen <= held, 'an award is no more than what is held');
  const parts = money.allocate(
    refundFen,
    lines.map(({ lineId, claimedFen }) => ({ id: lineId, weight: claimedFen })),
  );
  return lines.map(({ lineId }) => ({ lineId, fen: parts.get(lineId)! }));
}
