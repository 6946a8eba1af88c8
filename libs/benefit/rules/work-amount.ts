import { must } from '@xihuo/kernel';

export interface WorkRates {
  dailyWageFen: bigint | null;
  pieceRateFen: bigint | null;
}

export interface WorkAmount {
  rateFen: bigint;
  amountFen: bigint;
  /** The least day wage, where it made the amount. */
  minimumFen: bigint | null;
}

/** What work earns: by the day or by the piece, and never less than the county's least day wage for every day of it. */
export function workAmount(
  rates: WorkRates,
  work: { days: number; pieces: number | null },
  leastFen: bigint,
): WorkAmount {
  must(Number.isInteger(work.days) && work.days > 0, 'whole days');
  const days = BigInt(work.days);
  if (rates.pieceRateFen !== null) {
    must(work.pieces !== null && work.pieces > 0, 'work by the piece has pieces');
    const earned = BigInt(work.pieces) * rates.pieceRateFen;
    return earned < days * leastFen
      ? { rateFen: rates.pieceRateFen, amountFen: days * leastFen, minimumFen: leastFen }
      : { rateFen: rates.pieceRateFen, amountFen: earned, minimumFen: null };
  }
  must(rates.dailyWageFen !== null, 'an agreement to work has a rate');
  const below = rates.dailyWageFen < leastFen;
  const rateFen = below ? leastFen : rates.dailyWageFen;
  return { rateFen, amountFen: days * rateFen, minimumFen: below ? leastFen : null };
}

/** The least day wage of a county: the setting with the longest beginning of its code; "" stands for everywhere else. */
export function leastWageIn(settings: Readonly<Record<string, number>>, countyCode: string): bigint {
  const [found] = Object.keys(settings)
    .filter((prefix) => countyCode.startsWith(prefix))
    .sort((a, b) => b.length - a.length);
  must(found !== undefined, `no least day wage is set for ${countyCode}`);
  return BigInt(settings[found]!);
}

export type WorkFault = 'WORK_DAYS' | 'WORK_PIECES';

/** Whether days and pieces can be: no more days than there are, within one month, none to come. */
export function workFault(
  rates: WorkRates,
  work: { from: string; to: string; days: number; pieces: number | null },
  today: string,
): WorkFault | null {
  const span = (Date.parse(work.to) - Date.parse(work.from)) / 86_400_000 + 1;
  if (span < 1 || work.days > span || work.to > today || work.from.slice(0, 7) !== work.to.slice(0, 7))
    return 'WORK_DAYS';
  return (rates.pieceRateFen === null) === (work.pieces === null) ? null : 'WORK_PIECES';
}
