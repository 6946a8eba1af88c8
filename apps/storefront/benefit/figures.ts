import { formatNumber, type Locale, type Output } from '@xihuo/ui';

type MoneyWire = Output<'GET /me/earnings'>['totals']['due'];

export function jinAndKilograms(grams: number, locale: Locale): { jin: string; kilograms: string } {
  return { jin: formatNumber(grams / 500, locale), kilograms: formatNumber(grams / 1000, locale, 3) };
}

/** In the unit of the market first: 1,025 斤（512.5 千克）. */
export function formatJin(grams: number, locale: Locale): string {
  const { jin, kilograms } = jinAndKilograms(grams, locale);
  return locale === 'en' ? `${kilograms} kg (${jin} jin)` : `${jin} 斤（${kilograms} 千克）`;
}

/** The price of a jin (500 g) in yuan: half of what a kilogram costs, so it may have half a fen. */
export function yuanPerJin(perKg: MoneyWire, locale: Locale): string {
  return `¥${formatNumber(Number(perKg.amount) / 200, locale, 3)}`;
}

/** What so many grams come to at a price of a kilogram, to the nearest fen. */
export function worth(grams: number, perKg: MoneyWire): MoneyWire {
  return { amount: ((BigInt(grams) * BigInt(perKg.amount) + 500n) / 1000n).toString(), currency: 'CNY' };
}

export function sumOf(...amounts: MoneyWire[]): MoneyWire {
  return { amount: amounts.reduce((all, { amount }) => all + BigInt(amount), 0n).toString(), currency: 'CNY' };
}

export const isNothing = ({ amount }: MoneyWire): boolean => amount === '0';

/** `settled` only where the household has the money itself: what settlement put aside is not paid out by that. */
export function standingOf({
  open,
  waiting,
  funded,
}: Record<'open' | 'waiting' | 'funded', MoneyWire>): 'waiting' | 'putAside' | 'settled' {
  if (!isNothing(sumOf(open, waiting))) return 'waiting';
  return isNothing(funded) ? 'settled' : 'putAside';
}

/** Whole days from one Beijing date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
