import type { DeliveryPapers } from './delivery-papers';

/** What papers are called on paper; what is printed goes to authorities and is Chinese. */
export const PAPER_NAMES: Readonly<Record<DeliveryPapers['papers'][number]['kind'], string>> = {
  businessLicence: '营业执照',
  foodProductionLicence: '食品生产许可证',
  foodOperationLicence: '食品经营许可证',
  mandate: '授权委托书',
  testReport: '产品检验报告',
  greenFood: '绿色食品证书',
  organic: '有机产品认证证书',
  geographicalIndication: '地理标志授权',
  lotCertificate: '承诺达标合格证',
  lotTest: '批次检验报告',
  quarantine: '动物检疫合格证明',
};
