import { money } from '@xihuo/kernel';

/** The parts are the whole, to the fen: the page adds them up itself before anybody confirms. */
export function partsAgree(whole: money.MoneyWire, parts: readonly { amount: money.MoneyWire }[]): boolean {
  return money.sum(parts.map(({ amount }) => money.fromWire(amount))) === money.fromWire(whole);
}
