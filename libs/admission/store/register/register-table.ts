import type { ResponseOf } from '@xihuo/contract';
import type { exporting } from '@xihuo/platform';

type Entry = ResponseOf<'GET /register/suppliers'>['data'][number];

const STANDINGS: Readonly<Record<Entry['standing'], string>> = {
  applicant: '申请中',
  certified: '已准入',
  warned: '警示',
  rectifying: '限期整改',
  suspended: '暂停交易',
  exited: '已退出',
};
const KINDS: Readonly<Record<Entry['kind'], string>> = {
  cooperative: '农民专业合作社',
  company: '企业',
  familyFarm: '家庭农场',
  ruralCollective: '农村集体经济组织',
  trader: '受托贸易企业',
};

/** The register as a sheet. */
export function registerTable(entries: readonly Entry[]): exporting.ExportTable {
  return {
    name: '准入供应商',
    columns: [
      { title: '名称', width: 40 },
      { title: '英文名称', width: 40 },
      { title: '主体类型', width: 18 },
      { title: '统一社会信用代码', width: 22 },
      { title: '省份', width: 16 },
      { title: '县（市、区）', width: 16 },
      { title: '县代码', width: 10 },
      { title: '当前状态', width: 12 },
      { title: '准入日期', width: 12 },
      { title: '有效期至', width: 12 },
      { title: '当前可销售', width: 12 },
      { title: '编号', width: 38 },
    ],
    rows: entries.map((entry) => [
      entry.name.zh,
      entry.name.en,
      KINDS[entry.kind],
      entry.uscc,
      entry.county.provinceName,
      entry.county.name,
      entry.county.code,
      STANDINGS[entry.standing],
      entry.certifiedOn,
      entry.validUntil,
      entry.maySell ? '是' : '否',
      entry.supplierId,
    ]),
  };
}
