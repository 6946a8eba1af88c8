import { money, must } from '@xihuo/kernel';

const GRAMS_PER_KG = 1000n;

/** What a delivery earns at a price per kilogram, rounded to the nearest fen, half up: in the household's favour. */
export function deliveryAmount(grams: bigint, fenPerKg: bigint): money.Fen {
  must(grams > 0n && fenPerKg >= 0n, 'a delivery weighs something and is not priced below zero');
  return money.fen((grams * fenPerKg + GRAMS_PER_KG / 2n) / GRAMS_PER_KG);
}
