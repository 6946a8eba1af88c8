import type { Reason, ReasonCode } from './checks';
import type { Result } from './assess';
import type { CreditRegister } from './review/approvable';

interface Sentence {
  zh: string;
  en: string;
}

const MERCHANT: Readonly<Record<string, Sentence>> = {
  none: {
    zh: '在持牌支付机构尚未开立商户',
    en: 'No account has been opened at the licensed payment institution yet',
  },
  pending: {
    zh: '持牌支付机构正在审核商户，尚未开通',
    en: 'The licensed payment institution is still looking at the account',
  },
  rejected: {
    zh: '持牌支付机构未通过商户审核或已限制商户',
    en: 'The licensed payment institution refused or restricted the account',
  },
};

/** The credit registers, as people call them. */
export const REGISTER_WORDS: Readonly<Record<CreditRegister, Sentence>> = {
  seriousDishonesty: { zh: '严重违法失信名单', en: 'serious dishonesty' },
  judgmentDefaulter: { zh: '失信被执行人名单', en: 'judgment defaulters' },
  abnormalOperation: { zh: '经营异常名录', en: 'abnormal operation' },
  penalty: { zh: '行政处罚记录', en: 'administrative penalties' },
};
const registerWords = (register: string | undefined): Sentence => REGISTER_WORDS[register as CreditRegister];

const SENTENCES: Record<ReasonCode, (values: Readonly<Record<string, string>>) => Sentence> = {
  usccForm: ({ uscc }) => ({
    zh: `统一社会信用代码 ${uscc} 不是 18 位规定字符`,
    en: `The unified social credit code ${uscc} is not 18 characters of the permitted set`,
  }),
  usccCheckCharacter: ({ uscc }) => ({
    zh: `统一社会信用代码 ${uscc} 的校验位不符`,
    en: `A check character of the unified social credit code ${uscc} is wrong`,
  }),
  usccOfOthers: ({ uscc, others }) => ({
    zh: `另有 ${others} 家供应商申报了同一统一社会信用代码 ${uscc}`,
    en: `The unified social credit code ${uscc} is declared by ${others} other supplier(s) too`,
  }),
  licenceExpired: ({ until }) => ({
    zh: `营业执照已于 ${until} 到期`,
    en: `The business licence expired on ${until}`,
  }),
  countyNotListed: ({ county }) => ({
    zh: `注册地（${county}）不在现行县域名单内`,
    en: `The county of registration (${county}) is on no list in force`,
  }),
  mandateMissing: () => ({
    zh: '贸易企业未提交生产者的代理委托',
    en: 'A trading company without a mandate of a producer',
  }),
  mandateFromTrader: ({ producer }) => ({
    zh: `委托方 ${producer} 本身是贸易企业`,
    en: `The mandate is from ${producer}, itself a trading company`,
  }),
  mandateFromUnadmitted: ({ producer }) => ({
    zh: `委托方 ${producer} 未获准入`,
    en: `The mandate is from ${producer}, which is not admitted`,
  }),
  mandateUnconfirmed: ({ producer }) => ({
    zh: `委托方 ${producer} 尚未确认委托`,
    en: `${producer} has not confirmed the mandate yet`,
  }),
  mandateExpired: ({ producer, until }) => ({
    zh: `委托方 ${producer} 的委托已于 ${until} 到期`,
    en: `The mandate of ${producer} ended on ${until}`,
  }),
  noLinkagePaper: () => ({
    zh: '没有提交与农户签订的利益联结文件',
    en: 'No signed paper about the linkage with households was handed in',
  }),
  undertakingMissing: () => ({
    zh: '真实性、无处罚和公开三项承诺未全部作出',
    en: 'The undertakings (truth, no penalty, publication) were not all given',
  }),
  merchantNotOpen: ({ state }) => MERCHANT[state ?? 'none'] ?? MERCHANT['none']!,
  merchantOtherName: ({ account, name }) => ({
    zh: account ? `结算账户名“${account}”与执照名称“${name}”不一致` : '支付机构未告知结算账户的户名',
    en: account
      ? `The account is held in the name “${account}”, the licence says “${name}”`
      : 'The institution has not said in whose name the account is held',
  }),
  creditNotAsked: ({ register }) => ({
    zh: `尚未查询${registerWords(register).zh}`,
    en: `The register of ${registerWords(register).en} was not asked yet`,
  }),
  creditListed: ({ register }) => ({
    zh: `在${registerWords(register).zh}中有记录`,
    en: `Listed in the register of ${registerWords(register).en}`,
  }),
  noLinkedHouseholds: () => ({
    zh: '没有在履行的联农带农约定',
    en: 'No linkage agreement with farm households is in force',
  }),
  seriousDishonesty: () => ({
    zh: '列入严重违法失信名单',
    en: 'Listed for serious dishonesty',
  }),
  scNumberWrong: ({ number }) => ({
    zh: `食品生产许可证编号 ${number} 的校验位不符`,
    en: `The check digit of the food production licence ${number} is wrong`,
  }),
  scClassMissing: ({ scClass, held }) => ({
    zh: held ? `缺少 ${scClass} 类食品生产许可（现有 ${held}）` : `缺少 ${scClass} 类食品生产许可`,
    en: held
      ? `No food production licence of class ${scClass} (held: ${held})`
      : `No food production licence of class ${scClass}`,
  }),
  scExpired: ({ number, until }) => ({
    zh: `食品生产许可证 ${number} 已于 ${until} 到期`,
    en: `The food production licence ${number} expired on ${until}`,
  }),
};

const RESULTS: Record<Result, Sentence> = {
  pass: { zh: '符合', en: 'Met' },
  fail: { zh: '不符合', en: 'Not met' },
  notApplicable: { zh: '不适用', en: 'Not applicable' },
  notJudged: { zh: '须由人员核查', en: 'For people to judge' },
};

/** What a finding says to a reader, in both languages. */
export function sentenceOf(result: Result, reasons: readonly Reason[]): Sentence {
  if (reasons.length === 0) return RESULTS[result];
  const parts = reasons.map(({ code, values }) => SENTENCES[code](values));
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}
