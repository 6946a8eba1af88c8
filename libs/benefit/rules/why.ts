import type { ResponseOf } from '@xihuo/contract';

type Sentence = ResponseOf<'GET /me/earnings'>['data'][number]['why'];

export interface Earned {
  kind: 'wage' | 'floorPrice' | 'premium' | 'rebate' | 'dividend';
  productName: string | null;
  /** Grams of a delivery, days of work. */
  quantity: bigint;
  /** Fen per kilogram or per day. */
  rateFen: bigint;
}

function yuan(fen: bigint): string {
  return `${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`;
}

function kilograms(grams: bigint): string {
  const rest = grams % 1000n;
  return rest === 0n ? `${grams / 1000n}` : `${grams / 1000n}.${String(rest).padStart(3, '0').replace(/0+$/, '')}`;
}

/** Why a household earned this, in one sentence it can check by heart: quantity times rate. */
export function whyEarned({ kind, productName, quantity, rateFen }: Earned): Sentence {
  const product = productName ?? '';
  switch (kind) {
    case 'floorPrice':
      return {
        zh: `交售${product} ${kilograms(quantity)} 千克，保底价每千克 ${yuan(rateFen)} 元`,
        en: `Delivered ${kilograms(quantity)} kg of ${product} at the floor price of ¥${yuan(rateFen)} per kg`,
      };
    case 'premium':
      return {
        zh: `交售${product} ${kilograms(quantity)} 千克，加价每千克 ${yuan(rateFen)} 元`,
        en: `Premium of ¥${yuan(rateFen)} per kg on ${kilograms(quantity)} kg of ${product}`,
      };
    case 'wage':
      return {
        zh: `务工 ${quantity} 天，每天 ${yuan(rateFen)} 元`,
        en: `Worked ${quantity} days at ¥${yuan(rateFen)} a day`,
      };
    case 'rebate':
      return { zh: `${product}二次返利`, en: `Second rebate on ${product}` };
    case 'dividend':
      return { zh: '收益分红', en: 'Dividend' };
  }
}
