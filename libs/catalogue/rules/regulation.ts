import type { ResponseOf } from '@xihuo/contract';

type Category = ResponseOf<'GET /categories'>['data'][number]['category'];
type Notice = ResponseOf<'GET /products/{slug}'>['notice'];

export interface Regulation {
  /** Why this may not be sold here; null where it may. */
  bannedReason: string | null;
  /** What a buyer must read first. */
  notice: Notice;
}

const NOTHING: Regulation = { bannedReason: null, notice: null };

/**
 * What follows from a product's note of law (`kind: words`):
 * - not-food: a medicinal material, never sold as ordinary food: no sale.
 * - restricted: food only under a condition nobody has shown to be met yet: no sale until somebody has.
 * - alcohol, naming: sold, and the buyer is told.
 * - food-medicine: on the national list of food that is also medicine: ordinary food; said nowhere, lest it be read as a
 *   health claim.
 * A kind nobody knows is not sold: better a missing product than an unlawful one.
 */
export function regulationOf(note: string | null): Regulation {
  if (note === null) return NOTHING;
  const [kind, words = ''] = splitOnce(note);
  switch (kind) {
    case 'food-medicine':
      return NOTHING;
    case 'alcohol':
      return { bannedReason: null, notice: { zh: `酒类商品：${words}`, en: 'Alcohol: not for sale to minors' } };
    case 'naming':
      return { bannedReason: null, notice: { zh: words, en: namingInEnglish(words) } };
    default:
      return { bannedReason: note, notice: null };
  }
}

/** 酒类, class 15 of the food production licence (食品生产许可分类目录), as SC numbers begin. */
const ALCOHOL_CLASS = '115';
/** 酒 in a drink's name, but for what says that it has none, and 酒泉, which is a place. */
const ALCOHOL_NAME = /酒(?!泉)/u;
const NO_ALCOHOL = /(?:无|無|零|0(?:\.0+)?%?vol|脱)(?:酒精|醇)/iu;
const SALMON = /三文[鱼魚]/u;

/**
 * What a buyer must read of goods of which no note of law is kept, from what they are:
 * - alcohol is not sold to minors, and who sells it says so where it is seen (未成年人保护法 art. 59);
 * - 三文鱼 out of fresh water is trout, and a name must show the true nature of the food (食品安全法 art. 67, GB 7718 4.1.2,
 *   消费者权益保护法 art. 8).
 */
export function noticeFrom(product: { nameZh: string; category: Category; scClass: string | null }): Notice {
  const { nameZh, category, scClass } = product;
  const named = category === 'beverage' && ALCOHOL_NAME.test(nameZh) && !NO_ALCOHOL.test(nameZh);
  if (scClass === ALCOHOL_CLASS || named) return regulationOf('alcohol: 不得向未成年人销售').notice;
  if (category === 'seafood-freshwater' && SALMON.test(nameZh)) {
    return {
      zh: '淡水养殖的“三文鱼”品种为虹鳟等鳟鱼，标签须标明真实种名',
      en: 'Freshwater “salmon” (三文鱼) is a trout; the label must name the true species',
    };
  }
  return null;
}

function splitOnce(note: string): [string, string?] {
  const at = note.indexOf(':');
  return at < 0 ? [note] : [note.slice(0, at), note.slice(at + 1).trim()];
}

function namingInEnglish(words: string): string {
  return words.includes('虹鳟')
    ? 'The species is rainbow trout (虹鳟); the label must name it'
    : 'The label must name the true species';
}

const FRESH: readonly Category[] = [
  'fruit',
  'vegetable',
  'meat',
  'egg',
  'dairy',
  'mushroom',
  'nut',
  'seafood-freshwater',
];
/** Cold-stored apples and potatoes keep this long and are still fresh produce. */
const FRESH_PRODUCE_DAYS = 150;
const ANYTHING_DAYS = 30;

/**
 * Fresh and perishable (鲜活易腐, 消费者权益保护法 art. 25): no return without a reason, but a claim for damage. Unprocessed fresh
 * produce that keeps up to 150 days, and whatever keeps up to 30. Frozen, dried and processed goods keep the seven days.
 */
export function isPerishable(product: {
  category: Category;
  storage: 'ambient' | 'chilled' | 'frozen';
  shelfLifeDays: number | null;
  scClass: string | null;
}): boolean {
  const { category, storage, shelfLifeDays, scClass } = product;
  if (storage === 'frozen' || shelfLifeDays === null) return false;
  const freshProduce = scClass === null && FRESH.includes(category);
  return shelfLifeDays <= (freshProduce ? FRESH_PRODUCE_DAYS : ANYTHING_DAYS);
}
