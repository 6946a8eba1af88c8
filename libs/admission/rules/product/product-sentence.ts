import type { Result } from '../assess';
import { sentenceOf } from '../sentence';

interface Sentence {
  zh: string;
  en: string;
}
type Values = Readonly<Record<string, string>>;

const SENTENCES = {
  licenceMissing: ({ scClass }: Values) => ({
    zh: `未填写 ${scClass} 类食品生产许可证`,
    en: `No food production licence of class ${scClass} is named`,
  }),
  licenceNumberWrong: ({ number }: Values) => ({
    zh: `食品生产许可证编号 ${number} 的校验位不符`,
    en: `The check digit of the food production licence ${number} is wrong`,
  }),
  licenceOtherClass: ({ held, scClass }: Values) => ({
    zh: `许可证类别 ${held} 不含该产品所需的 ${scClass}`,
    en: `The licence is of class ${held}; this product needs ${scClass}`,
  }),
  licenceOver: ({ number, until }: Values) => ({
    zh: `食品生产许可证 ${number} 已于 ${until} 到期`,
    en: `The food production licence ${number} expired on ${until}`,
  }),
  operationLicenceMissing: () => ({
    zh: '销售他人预包装食品，未填写食品经营许可证或备案编号',
    en: 'Sells what others packed, without a food operation licence or filing',
  }),
  testReportMissing: () => ({ zh: '未提交检测报告', en: 'No test report' }),
  testReportAhead: ({ day }: Values) => ({
    zh: `检测日期 ${day} 晚于今天`,
    en: `The test is dated ${day}, which is to come`,
  }),
  testReportFailed: ({ number }: Values) => ({
    zh: `检测报告 ${number} 结论为不合格`,
    en: `The test report ${number} says not qualified`,
  }),
  laboratoryNotAccredited: ({ laboratory }: Values) => ({
    zh: `检测机构 ${laboratory} 无资质认定（CMA）标志`,
    en: `The laboratory ${laboratory} carries no CMA mark`,
  }),
  testReportOld: ({ day, months }: Values) => ({
    zh: `检测报告日期 ${day} 已超过 ${months} 个月`,
    en: `The test report of ${day} is older than ${months} months`,
  }),
  originMissing: () => ({
    zh: '未填写生产县或原料县',
    en: 'Neither the county of production nor of raw material is named',
  }),
  originNotListed: ({ counties }: Values) => ({
    zh: `生产地、原料地（${counties}）均不在现行县域名单内`,
    en: `Neither place of origin (${counties}) is on a list in force`,
  }),
  originUnproven: () => ({ zh: '未提交产地证据', en: 'No evidence of origin' }),
  priceMissing: () => ({ zh: '尚未设置规格和价格', en: 'No pack with a price' }),
  priceAbovePeers: ({ pack, price, median, offers }: Values) => ({
    zh: `${pack} 折合每500克 ${price} 元，高于其他 ${offers} 个同款报价的中位数 ${median} 元`,
    en: `${pack} is ¥${price} per 500 g, above ¥${median}, the median of ${offers} other offers of it`,
  }),
  annualValueMissing: () => ({ zh: '未填写年商品价值量', en: 'The yearly value of goods is not stated' }),
  annualValueLow: ({ value, least }: Values) => ({
    zh: `年商品价值量 ${value} 元，低于 ${least} 元`,
    en: `A yearly value of ¥${value}, below ¥${least}`,
  }),
  markOver: ({ number, until }: Values) => ({
    zh: `认证证书 ${number} 已于 ${until} 到期`,
    en: `The certificate ${number} expired on ${until}`,
  }),
  indicationUnproven: () => ({
    zh: '页面标注地理标志，未提交用标证书',
    en: 'The page names a geographical indication; no certificate to use it',
  }),
  indicationOther: ({ number }: Values) => ({
    zh: `用标证书 ${number} 未写明本商品名称所含的地理标志`,
    en: `The certificate ${number} names no indication that the product is called by`,
  }),
  packagingMissing: () => ({ zh: '未说明是否预包装', en: 'Not said whether it is prepackaged' }),
  labelMissing: () => ({ zh: '预包装产品未填写标签内容', en: 'Prepackaged, and nothing is said of its label' }),
  nutritionMissing: () => ({ zh: '标签缺少营养成分表', en: 'The label has no nutrition table' }),
  lotCodeMissing: () => ({ zh: '尚未分配批次编码', en: 'No lot code is assigned' }),
  afterSaleMissing: () => ({ zh: '未填写售后联系方式和退货地址', en: 'No after-sales contact and return address' }),
  trademarkMissing: ({ brand }: Values) => ({
    zh: `使用品牌“${brand}”，未填写商标注册号或授权`,
    en: `Sold as "${brand}", without a trademark number or authorisation`,
  }),
} as const satisfies Record<string, (values: Values) => Sentence>;

export type ProductReasonCode = keyof typeof SENTENCES;

/** Why a check came out as it did. */
export interface ProductReason {
  readonly code: ProductReasonCode;
  readonly values: Values;
}

/** What a finding about a product says to a reader, in both languages. */
export function productSentence(result: Result, reasons: readonly ProductReason[]): Sentence {
  if (reasons.length === 0) return sentenceOf(result, []);
  const parts = reasons.map(({ code, values }) => SENTENCES[code](values));
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}
