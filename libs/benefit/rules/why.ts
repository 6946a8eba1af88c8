import type { ResponseOf } from '@xihuo/contract';

type Earning = ResponseOf<'GET /me/earnings'>['data'][number];
export type Sentence = Earning['why'];

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
].concat(['November', 'December']);

/** 2026-10-26 as people say it. */
export function dayInWords(day: string): Sentence {
  const [year, month, of] = day.split('-').map(Number) as [number, number, number];
  return { zh: `${year}年${month}月${of}日`, en: `${of} ${MONTHS[month - 1]} ${year}` };
}

export interface Earned {
  kind: Earning['kind'];
  productName: string | null;
  /** Grams, days, pieces, shares, hundredths of a mu, or the fen it is reckoned from. */
  quantity: bigint;
  /** Fen per kilogram, day, piece or mu; basis points of what goods sold for. */
  rateFen: bigint;
  /** Of the agreement: a price above it was confirmed at the scale. */
  floorFenPerKg?: bigint | null;
  /** What was added after the household said that a line was wrong; quantity and rate are those of that line. */
  addedFen?: bigint | null;
  /** Of the sum: settled already with the record in whose place this one stands. */
  carriedFen?: bigint;
  /** Of the sum: no longer owed, since another record stands in its place or the one behind it was put right. */
  correctedFen?: bigint;
  work?: {
    pieces: number | null;
    pieceName: string | null;
    days: number;
    minimumFen: bigint | null;
    /** Who of the household worked, where it was not its head. */
    worker: string | null;
  } | null;
  /** Of what goods sold for: what went back to buyers, and took its rebate with it. */
  returnedFen?: bigint | null;
  /** The days of a rent, both included. */
  let?: { from: string; to: string } | null;
  /** The pool or the yearly distribution it is a part of. */
  pool?: string | null;
}

const grouped = (whole: bigint): string => String(whole).replace(/\B(?=(\d{3})+$)/g, ',');

export function yuan(fen: bigint): string {
  return `${grouped(fen / 100n)}.${String(fen % 100n).padStart(2, '0')}`;
}

/** Thousandths, or another power of ten, without zeros at the end. */
function decimal(amount: bigint, unit: bigint): string {
  const rest = amount % unit;
  const digits = String(unit).length - 1;
  const whole = grouped(amount / unit);
  return rest === 0n ? whole : `${whole}.${String(rest).padStart(digits, '0').replace(/0+$/, '')}`;
}

export const kilograms = (grams: bigint): string => decimal(grams, 1000n);
export const percent = (bp: bigint): string => decimal(bp, 100n);
export const mu = (hundredths: bigint): string => decimal(hundredths, 100n);

/**
 * Why a household earned this, in one sentence it can check by heart: quantity times rate, less what the sentence says itself.
 * What was added after an objection is a sum of its own, which quantity and rate of the line do not give.
 */
export function whyEarned(earned: Earned): Sentence {
  const { zh, en } = earned.addedFen == null ? sentenceOf(earned) : addedSentence(earned, earned.addedFen);
  const less = lessSentences(earned);
  return {
    zh: [zh, less.map((part) => part.zh).join('，')].filter(Boolean).join('；'),
    en: [en, less.map((part) => part.en).join(', ')].filter(Boolean).join('; '),
  };
}

function addedSentence(earned: Earned, addedFen: bigint): Sentence {
  const { zh, en } = sentenceOf(earned);
  return {
    zh: `更正补付 ${yuan(addedFen)} 元：针对 ${zh}`,
    en: `¥${yuan(addedFen)} added after an objection to: ${en}`,
  };
}

/** What the sum is less by, beside what went back to buyers: a rebate says that of itself. */
function lessSentences({ carriedFen = 0n, correctedFen = 0n }: Earned): Sentence[] {
  const [carried, corrected] = [yuan(carriedFen), yuan(correctedFen)];
  return [
    ...(carriedFen > 0n
      ? [{ zh: `其中 ${carried} 元已在原记录结算`, en: `¥${carried} of it settled with the earlier record` }]
      : []),
    ...(correctedFen > 0n ? [{ zh: `已更正 ${corrected} 元`, en: `¥${corrected} of it corrected away` }] : []),
  ];
}

function sentenceOf(earned: Earned): Sentence {
  const { kind, productName, quantity, rateFen, work, pool } = earned;
  const product = productName ?? '';
  const title = pool ? `${pool}：` : '';
  const titleEn = pool ? `${pool}: ` : '';
  switch (kind) {
    case 'floorPrice':
      if (earned.floorFenPerKg != null && rateFen > earned.floorFenPerKg)
        return pricedSentence(earned, earned.floorFenPerKg);
      return {
        zh: `交售${product} ${kilograms(quantity)} 千克，保底价每千克 ${yuan(rateFen)} 元`,
        en: `Delivered ${kilograms(quantity)} kg of ${product} at the floor price of ¥${yuan(rateFen)} per kg`,
      };
    case 'premium':
      return {
        zh: `交售${product} ${kilograms(quantity)} 千克，溢价每千克 ${yuan(rateFen)} 元`,
        en: `Premium of ¥${yuan(rateFen)} per kg on ${kilograms(quantity)} kg of ${product}`,
      };
    case 'wage':
      return wageSentence(quantity, rateFen, work ?? null);
    case 'rebate':
      return {
        zh: `您交售的${product}卖得 ${yuan(quantity)} 元${earned.returnedFen ? `（其中退给买家 ${yuan(earned.returnedFen)} 元）` : ''}，二次返利 ${percent(rateFen)}%`,
        en: `Your ${product} sold for ¥${yuan(quantity)}${earned.returnedFen ? ` (of which ¥${yuan(earned.returnedFen)} went back to buyers)` : ''}; second rebate of ${percent(rateFen)} %`,
      };
    case 'landRent':
      return {
        zh: `${title}流转土地 ${mu(quantity)} 亩，保底租金每亩每年 ${yuan(rateFen)} 元${earned.let ? `，${dayInWords(earned.let.from).zh}至${dayInWords(earned.let.to).zh}` : ''}`,
        en: `${titleEn}${mu(quantity)} mu of land at the guaranteed rent of ¥${yuan(rateFen)} per mu and year${earned.let ? `, ${dayInWords(earned.let.from).en} to ${dayInWords(earned.let.to).en}` : ''}`,
      };
    case 'dividend':
      return { zh: `${title}收益分红，${quantity} 股`, en: `${titleEn}dividend on ${quantity} shares` };
    case 'collectiveShare':
      return { zh: `${title}村集体收益`, en: `${titleEn}the village collective's share` };
    case 'surplusRefund':
      return {
        zh: `${pool ? `${pool} 年` : ''}盈余返还，当年交易额 ${yuan(quantity)} 元`,
        en: `Surplus refund${pool ? ` of ${pool}` : ''} on a transaction volume of ¥${yuan(quantity)} that year`,
      };
  }
}

function pricedSentence({ productName, quantity, rateFen }: Earned, floorFenPerKg: bigint): Sentence {
  return {
    zh: `交售${productName ?? ''} ${kilograms(quantity)} 千克，过秤时确认每千克 ${yuan(rateFen)} 元（保底价 ${yuan(floorFenPerKg)} 元）`,
    en: `Delivered ${kilograms(quantity)} kg of ${productName ?? ''} at ¥${yuan(rateFen)} per kg as confirmed at the scale (floor price ¥${yuan(floorFenPerKg)})`,
  };
}

/** Two of one household may work the same day: then the name tells their lines apart. */
function wageSentence(quantity: bigint, rateFen: bigint, work: Earned['work']): Sentence {
  const { zh, en } = workSentence(quantity, rateFen, work);
  return work?.worker == null ? { zh, en } : { zh: `${work.worker}：${zh}`, en: `${work.worker}: ${en}` };
}

function workSentence(quantity: bigint, rateFen: bigint, work: Earned['work']): Sentence {
  if (work?.pieces == null) {
    const raised = work?.minimumFen != null && work.minimumFen === rateFen;
    return {
      zh: `务工 ${quantity} 天，每天 ${yuan(rateFen)} 元${raised ? '（当地最低日工资）' : ''}`,
      en: `Worked ${quantity} days at ¥${yuan(rateFen)} a day${raised ? ' (the local least day wage)' : ''}`,
    };
  }
  const { pieces, days, minimumFen } = work;
  const [zhName, enName] = [work.pieceName ?? '件', work.pieceName ?? 'pieces'];
  if (minimumFen === null)
    return {
      zh: `计件务工 ${pieces} ${zhName}，每${zhName} ${yuan(rateFen)} 元`,
      en: `Paid by the piece: ${pieces} ${enName} at ¥${yuan(rateFen)} each`,
    };
  return {
    zh: `计件务工 ${pieces} ${zhName}；按当地最低日工资 ${yuan(minimumFen)} 元补足 ${days} 天`,
    en: `Paid by the piece: ${pieces} ${enName}, made up to the least day wage of ¥${yuan(minimumFen)} for ${days} days`,
  };
}
