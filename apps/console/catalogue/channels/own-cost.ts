import type { Output } from '@xihuo/ui';
import { yuanOf } from '../yuan';

type Discount = Output<'GET /suppliers/{supplierId}/campaigns'>['data'][number]['discounts'][number];

export type OwnCost = { kind: 'nothing' } | { kind: 'percent' | 'reduction'; own: string; whole: string };

/**
 * What a supplier bears of a discount, for people: of 100 yuan of goods, or each time the threshold is reached; in yuan, a part of
 * a fen counted as a whole one, so that nobody pays more than was said here.
 */
export function ownCost({ kind, percentBp, reduction, funders }: Discount): OwnCost {
  const share = BigInt(funders.filter((one) => one.kind === 'supplier').reduce((sum, { shareBp }) => sum + shareBp, 0));
  const whole = kind === 'percentOff' ? BigInt(percentBp ?? 0) : BigInt(reduction?.amount ?? '0');
  if (share === 0n || whole === 0n) return { kind: 'nothing' };
  const own = (whole * share + 9_999n) / 10_000n;
  return {
    kind: kind === 'percentOff' ? 'percent' : 'reduction',
    own: yuanOf(String(own)),
    whole: yuanOf(String(whole)),
  };
}
