import { money, must } from '@xihuo/kernel';

const GRAMS_PER_KG = 1000n;

/** What a delivery earns at a price per kilogram, rounded to the nearest fen, half up: in the household's favour. */
export function deliveryAmount(grams: bigint, fenPerKg: bigint): money.Fen {
  must(grams > 0n && fenPerKg >= 0n, 'a delivery weighs something and is not priced below zero');
  return money.fen((grams * fenPerKg + GRAMS_PER_KG / 2n) / GRAMS_PER_KG);
}

/**
 * What a kilogram is paid: the price that both sides confirmed at the scale, and never less than the floor. The premium of the
 * agreement comes on top of either.
 */
export function pricedAt(confirmedFenPerKg: bigint | null, floorFenPerKg: bigint): bigint {
  return confirmedFenPerKg !== null && confirmedFenPerKg > floorFenPerKg ? confirmedFenPerKg : floorFenPerKg;
}

/**
 * Amounts of parts of deliveries: parts of one delivery at one rate come to what the whole would, to the fen, as it was shown when it
 * was confirmed.
 */
export function sharedAmounts<Line extends { deliveryId: string; kind: string; rate: bigint; grams: bigint }>(
  lines: readonly Line[],
): (Line & { amountFen: bigint })[] {
  const before = new Map<string, bigint>();
  return lines.map((line) => {
    const key = `${line.deliveryId} ${line.kind} ${line.rate}`;
    const grams = before.get(key) ?? 0n;
    before.set(key, grams + line.grams);
    const had = grams === 0n ? 0n : deliveryAmount(grams, line.rate);
    return { ...line, amountFen: deliveryAmount(grams + line.grams, line.rate) - had };
  });
}
