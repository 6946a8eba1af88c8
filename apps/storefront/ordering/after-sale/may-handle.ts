import type { AfterSaleCase, AfterSales } from './use-after-sales';

/** Goods not sent yet are called off by whoever orders; what came is judged by whoever receives. */
export function mayHandle(kind: AfterSaleCase['kind'], may: AfterSales['may']): boolean {
  return kind === 'cancel' ? may.cancel : may.receive;
}
