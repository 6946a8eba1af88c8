import type { ResponseOf } from '@xihuo/contract';
import { dayInWords, kilograms, mu, percent, yuan, type Sentence } from './why';

export type Terms = ResponseOf<'GET /benefit/agreements/{id}'>['terms'];

export interface AgreementFacts {
  supplierName: string;
  householdName: string;
  village: string;
  productName: string | null;
  terms: Terms;
  effectiveFrom: string;
  effectiveTo: string | null;
  /** Days a household has to say that a witnessed record is wrong. */
  contestDays: number;
}

export interface Page {
  title: Sentence;
  sentences: Sentence[];
}

const TITLES: Record<Terms['kind'], Sentence> = {
  contractPurchase: { zh: '订单收购协议', en: 'Purchase agreement' },
  employment: { zh: '务工协议', en: 'Employment agreement' },
  dividend: { zh: '收益分红协议', en: 'Dividend agreement' },
};

/** The agreement as one page in plain words, in both languages. What is signed is exactly this text. */
export function agreementWords(facts: AgreementFacts): Page {
  return {
    title: TITLES[facts.terms.kind],
    sentences: [parties(facts), ...termsWords(facts), ...lasting(facts)],
  };
}

function parties({ supplierName, householdName, village }: AgreementFacts): Sentence {
  return {
    zh: `这份协议由${supplierName}（收购或用工方）与${village}${householdName}（农户）签订。`,
    en: `This agreement is between ${supplierName} (the supplier) and ${householdName} of ${village} (the household).`,
  };
}

function termsWords(facts: AgreementFacts): Sentence[] {
  const { terms } = facts;
  switch (terms.kind) {
    case 'contractPurchase':
      return purchaseWords(terms, facts.productName ?? '');
    case 'employment':
      return employmentWords(terms, facts.contestDays);
    case 'dividend':
      return dividendWords(terms);
  }
}

function purchaseWords(terms: Extract<Terms, { kind: 'contractPurchase' }>, product: string): Sentence[] {
  const total = kilograms(BigInt(terms.contractedGrams));
  const floor = yuan(BigInt(terms.floorPricePerKg.amount));
  const premium = BigInt(terms.premiumPerKg.amount);
  const words: (Sentence | null)[] = [
    {
      zh: `供应商保证收购农户的${product}，共 ${total} 千克。`,
      en: `The supplier is bound to buy ${total} kg of ${product} from the household.`,
    },
    {
      zh: `保底价每千克 ${floor} 元：市场价再低，也按这个价结算；过秤时双方确认的价更高，就按确认的价结算。`,
      en: `The floor price is ¥${floor} per kg: however low the market falls, this is what is paid; where a higher price is confirmed at the scale, that is paid.`,
    },
    premium === 0n
      ? null
      : {
          zh: `在这个价之外，每千克另加 ${yuan(premium)} 元。`,
          en: `On top of that price, ¥${yuan(premium)} per kg is added.`,
        },
    capWords(terms),
    terms.rebateBp === 0
      ? null
      : {
          zh: `货卖出后，按您的货所卖金额的 ${percent(BigInt(terms.rebateBp))}% 二次返利。`,
          en: `Once the goods are sold, ${percent(BigInt(terms.rebateBp))} % of what your goods sold for is paid as a second rebate.`,
        },
    {
      zh: '每次交售当场过秤，由农户用手机确认或由见证人见证。货卖没卖出去，供应商都欠这笔钱。',
      en: 'Each delivery is weighed on the spot and confirmed by the household or a witness. The money is owed whether or not the goods are sold.',
    },
  ];
  return words.filter((sentence) => sentence !== null);
}

function capWords({ capGramsPerYear, capGramsPerLot }: Extract<Terms, { kind: 'contractPurchase' }>): Sentence | null {
  const year = capGramsPerYear === null ? null : kilograms(BigInt(capGramsPerYear));
  const lot = capGramsPerLot === null ? null : kilograms(BigInt(capGramsPerLot));
  if (year === null && lot === null) return null;
  return {
    zh: `${[year && `每年最多 ${year} 千克`, lot && `每批最多 ${lot} 千克`].filter(Boolean).join('，')}；超出部分须另行约定。`,
    en: `At most ${[year && `${year} kg a year`, lot && `${lot} kg a lot`].filter(Boolean).join(' and ')}; more needs another agreement.`,
  };
}

function employmentWords(terms: Extract<Terms, { kind: 'employment' }>, contestDays: number): Sentence[] {
  const rate =
    terms.dailyWage === null
      ? {
          zh: `计件付酬：每${terms.pieceName ?? '件'} ${yuan(BigInt(terms.pieceRate!.amount))} 元；折算每天不低于当地最低日工资。`,
          en: `Paid by the piece: ¥${yuan(BigInt(terms.pieceRate!.amount))} for each ${terms.pieceName ?? 'piece'}, and never less than the local least day wage.`,
        }
      : {
          zh: `务工一天付 ${yuan(BigInt(terms.dailyWage.amount))} 元，不低于当地最低日工资。`,
          en: `A day of work is paid ¥${yuan(BigInt(terms.dailyWage.amount))}, never less than the local least day wage.`,
        };
  const target = terms.workDaysPerYear;
  return [
    rate,
    ...(target === null ? [] : [{ zh: `每年约 ${target} 个工作日。`, en: `About ${target} working days a year.` }]),
    {
      zh: `出工由本人输入当天的记工码确认，或凭有见证人签名的记工单；见证后 ${contestDays} 天内可以提出异议。`,
      en: `Work is confirmed by the worker with the code of the day, or by a witnessed sheet, which may be contested for ${contestDays} days.`,
    },
  ];
}

function dividendWords(terms: Extract<Terms, { kind: 'dividend' }>): Sentence[] {
  const land = terms.landMuHundredths;
  return [
    ...(terms.shares === 0
      ? []
      : [
          {
            zh: `农户持有 ${terms.shares} 股。决议分红时，按股份分配，分到每一分钱。`,
            en: `The household holds ${terms.shares} shares. When a dividend is resolved, it is shared out by shares, to the last fen.`,
          },
        ]),
    ...(land === null || terms.rentPerMu === null
      ? []
      : [
          {
            zh: `流转土地 ${mu(BigInt(land))} 亩，保底租金每亩每年 ${yuan(BigInt(terms.rentPerMu.amount))} 元，按天计算，每年年底或协议到期时应付，有没有分红都一样。`,
            en: `${mu(BigInt(land))} mu of land are let at a guaranteed ¥${yuan(BigInt(terms.rentPerMu.amount))} per mu and year: reckoned by the day, owed at the end of each year or of the agreement, with or without a dividend.`,
          },
        ]),
  ];
}

function lasting({ effectiveFrom, effectiveTo }: AgreementFacts): Sentence[] {
  const from = dayInWords(effectiveFrom);
  const to = effectiveTo === null ? null : dayInWords(effectiveTo);
  return [
    to === null
      ? {
          zh: `从${from.zh}起生效，直到一方终止。`,
          en: `It binds from ${from.en} until one side ends it.`,
        }
      : {
          zh: `从${from.zh}起生效，到${to.zh}为止（含当天）。`,
          en: `It binds from ${from.en} to ${to.en}, the last day included.`,
        },
    {
      zh: '已经交售的货、已经出的工，按当天有效的协议结算，以后改协议也不变。',
      en: 'What was delivered or worked is paid by the agreement of that day; later changes do not touch it.',
    },
    {
      zh: '任何一笔记错了，农户都可以提出异议；供应商不答复的，由县里处理。',
      en: 'The household may object to any line that is wrong; where the supplier does not answer, the county decides.',
    },
  ];
}
