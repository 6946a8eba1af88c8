import { ApiProblem, type Output } from '@xihuo/ui';

type MoneyWire = Output<'GET /products/{slug}'>['offers'][number]['price'];

export interface PriceChange {
  skuId: string;
  oldPrice: MoneyWire;
  newPrice: MoneyWire;
}

function isMoney(value: unknown): value is MoneyWire {
  return typeof (value as MoneyWire | null)?.amount === 'string';
}

function isChange(value: unknown): value is PriceChange {
  const change = value as Partial<PriceChange> | null;
  return typeof change?.skuId === 'string' && isMoney(change.oldPrice) && isMoney(change.newPrice);
}

/** The old and new prices that a PRICE_CHANGED answer carries; null for any other failure. */
export function priceChangesOf(problem: unknown): PriceChange[] | null {
  if (!(problem instanceof ApiProblem) || problem.code !== 'PRICE_CHANGED') return null;
  const changes = problem.facts['changes'];
  return Array.isArray(changes) ? changes.filter(isChange) : [];
}
