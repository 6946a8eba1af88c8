import { ApiProblem, type Output } from '@xihuo/ui';

type MoneyWire = Output<'GET /products/{slug}'>['offers'][number]['price'];

export interface PriceChange {
  skuId: string;
  old: MoneyWire;
  new: MoneyWire;
}

function isMoney(value: unknown): value is MoneyWire {
  return typeof (value as MoneyWire | null)?.amount === 'string';
}

function isChange(value: unknown): value is PriceChange {
  const change = value as Partial<PriceChange> | null;
  return typeof change?.skuId === 'string' && isMoney(change.old) && isMoney(change.new);
}

/** The old and new prices that a PRICE_CHANGED answer carries; null for any other failure. */
export function priceChangesOf(problem: unknown): PriceChange[] | null {
  if (!(problem instanceof ApiProblem) || problem.code !== 'PRICE_CHANGED') return null;
  const prices = problem.facts['prices'];
  return Array.isArray(prices) ? prices.filter(isChange) : [];
}

/** The whole sum as it was shown and as it is now, where that is what a PRICE_CHANGED answer is about. */
export function totalChangeOf(problem: unknown): Pick<PriceChange, 'old' | 'new'> | null {
  if (!(problem instanceof ApiProblem) || problem.code !== 'PRICE_CHANGED') return null;
  const total = problem.facts['total'] as Partial<PriceChange> | undefined;
  return isMoney(total?.old) && isMoney(total.new) ? { old: total.old, new: total.new } : null;
}

/** Which lines of the order a refusal names, by their place in it: /lines/2/quantity is the third. */
export function faultyLines(problem: unknown): number[] {
  if (!(problem instanceof ApiProblem)) return [];
  const places = problem.errors.flatMap(({ pointer }) => /^\/lines\/(\d+)/.exec(pointer)?.[1] ?? []);
  return [...new Set(places.map(Number))];
}
