import type { watching } from '@xihuo/contract';
import { REGISTER_WORDS } from '../sentence';

/** What a machine may do by itself: warn, hold a product, suspend. Nobody is sent out by a machine. */
export type MachineMeasure = 'warning' | 'productDelisting' | 'suspension';

/** Something found about a supplier, by a round of watching or a laboratory. */
export interface Finding {
  readonly supplierId: string;
  readonly productId: string | null;
  readonly ground: watching.Ground;
  /** The natural key of what was found: told again, it is the same case. */
  readonly sourceKey: string;
  readonly code: FindingCode;
  readonly values: Readonly<Record<string, string>>;
  /** Null: people look at it. */
  readonly measure: MachineMeasure | null;
}

export type FindingCode =
  | 'certificateExpired'
  | 'certificateRevoked'
  | 'mandateEnded'
  | 'recheckMissed'
  | 'recheckFailed'
  | 'rate'
  | 'days'
  | 'sum'
  | 'max'
  | 'sampleFailed'
  | 'rectificationOverdue'
  | 'exitAsked'
  | 'creditListed';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export const CERTIFICATE_WORDS: Readonly<Record<string, Words>> = {
  businessLicence: { zh: '营业执照', en: 'business licence' },
  foodProductionLicence: { zh: '食品生产许可证', en: 'food production licence' },
  foodOperationLicence: { zh: '食品经营许可证', en: 'food operation licence' },
  mandate: { zh: '代理委托', en: 'mandate' },
  testReport: { zh: '检测报告', en: 'test report' },
  greenFood: { zh: '绿色食品证书', en: 'green-food certificate' },
  organic: { zh: '有机产品认证证书', en: 'organic certificate' },
  geographicalIndication: { zh: '地理标志用标许可', en: 'permission to use the geographical indication' },
  identity: { zh: '主体身份核验', en: 'identity re-check' },
  annual: { zh: '年度复核', en: 'annual re-check' },
};

const SIGNALS: Readonly<Record<string, Words>> = {
  order: { zh: '订单', en: 'orders' },
  complaint: { zh: '投诉', en: 'complaints' },
  return: { zh: '退货', en: 'returns' },
  lateShipment: { zh: '逾期发货', en: 'late shipments' },
  unpaidDues: { zh: '农户应得逾期未付', en: 'dues of farm households overdue' },
  priceAbovePeers: { zh: '价格高于同类', en: 'prices above those of peers' },
  massBalance: { zh: '发货量超出批次来源', en: 'grams shipped beyond what stands behind the lots' },
  awardIgnored: { zh: '未履行争议裁决', en: 'decisions on disputes not honoured' },
  selfDealing: { zh: '供应商人员自买自卖', en: 'orders by people of the supplier itself' },
  sharedTracking: { zh: '不同收货人共用一个运单号', en: 'one tracking number on parcels to different people' },
};

const SENTENCES: Readonly<Record<FindingCode, (values: Readonly<Record<string, string>>) => Words>> = {
  certificateExpired: ({ kind = '', number, until }) => ({
    zh: `${named(CERTIFICATE_WORDS, kind).zh} ${number} 已于 ${until} 到期，未见有效的新证`,
    en: `The ${named(CERTIFICATE_WORDS, kind).en} ${number} ended on ${until}, and no valid one follows it`,
  }),
  certificateRevoked: ({ kind = '', number, reason }) => ({
    zh: `${named(CERTIFICATE_WORDS, kind).zh} ${number} 被吊销或撤回：${reason}`,
    en: `The ${named(CERTIFICATE_WORDS, kind).en} ${number} was revoked: ${reason}`,
  }),
  mandateEnded: ({ producer }) => ({
    zh: `${producer}的代理委托已提前终止`,
    en: `The mandate of ${producer} was ended before its day`,
  }),
  recheckMissed: ({ kind = '', due }) => ({
    zh: `${named(CERTIFICATE_WORDS, kind).zh}应于 ${due} 前完成，未提交`,
    en: `The ${named(CERTIFICATE_WORDS, kind).en} was due on ${due} and was not answered`,
  }),
  recheckFailed: ({ kind = '', reason }) => ({
    zh: `${named(CERTIFICATE_WORDS, kind).zh}未通过：${reason}`,
    en: `The ${named(CERTIFICATE_WORDS, kind).en} was failed: ${reason}`,
  }),
  rate: ({ signal = '', per = '', window, value, count, of }) => ({
    zh: `近 ${window} 天${named(SIGNALS, signal).zh} ${count} 件，占${named(SIGNALS, per).zh} ${of} 件的 ${percent(value)}`,
    en: `${count} ${named(SIGNALS, signal).en} to ${of} ${named(SIGNALS, per).en} within ${window} days: ${percent(value)}`,
  }),
  days: ({ signal = '', window, value }) => ({
    zh: `近 ${window} 天内有 ${value} 天${named(SIGNALS, signal).zh}`,
    en: `On ${value} of the last ${window} days: ${named(SIGNALS, signal).en}`,
  }),
  sum: ({ signal = '', window, value }) => ({
    zh: `近 ${window} 天${named(SIGNALS, signal).zh}，合计 ${value}`,
    en: `${named(SIGNALS, signal).en} within ${window} days: ${value} in all`,
  }),
  max: ({ signal = '', window, value }) => ({
    zh: `近 ${window} 天${named(SIGNALS, signal).zh}，最高 ${value}`,
    en: `${named(SIGNALS, signal).en} within ${window} days: ${value} at most`,
  }),
  sampleFailed: ({ report, lot, items, safety = '' }) => ({
    zh: `抽检不合格：批次 ${lot}，报告 ${report}，不合格项目 ${items}${safety === '' ? '' : `；其中食品安全项目 ${safety}`}`,
    en: `A spot check was failed: lot ${lot}, report ${report}, items ${items}${safety === '' ? '' : `; of food safety: ${safety}`}`,
  }),
  rectificationOverdue: ({ due }) => ({
    zh: `限期整改应于 ${due} 前完成，逾期未报`,
    en: `What was to be put right by ${due} was not reported as done`,
  }),
  creditListed: ({ register = '', reason, day }) => ({
    zh: `${day} 查询${named(REGISTER_WORDS, register).zh}，该主体在列：${reason}`,
    en: `Asked on ${day}, the register of ${named(REGISTER_WORDS, register).en} lists the supplier: ${reason}`,
  }),
  exitAsked: ({ reason }) => ({
    zh: `供应商申请主动退出：${reason}`,
    en: `The supplier asks to leave: ${reason}`,
  }),
};

/** The ground on which the end of a licence or certificate is taken up, by its kind. */
export function groundOf(kind: string): 'EXT-08' | 'EXT-20' {
  return kind === 'mandate' ? 'EXT-20' : 'EXT-08';
}

/** What was found, in the words of those who read it. */
export function findingWords({ code, values }: Pick<Finding, 'code' | 'values'>): Words {
  return SENTENCES[code](values);
}

export function named(names: Readonly<Record<string, Words>>, code: string): Words {
  return names[code] ?? { zh: code, en: code };
}

/** Basis points, as people read them. */
function percent(bp = '0'): string {
  return `${(Number(bp) / 100).toFixed(2)}%`;
}
