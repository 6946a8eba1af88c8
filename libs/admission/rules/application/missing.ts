import type { ResponseOf } from '@xihuo/contract';
import type { SupplierKind } from '../evidence';
import type { ApplicationForm } from './application-form';
import type { Attached } from './declared-of';

export type Missing = ResponseOf<'GET /admission/applications/{id}/file'>['missing'][number];
type Step = Missing['step'];

/**
 * What an application still lacks, in the order of its steps. What is `required` is needed for anybody to be able to judge it, and
 * keeps it from being handed in; the rest is what judges will ask for. Whether what is filled in is right, findings say.
 */
export function missingOf(
  form: ApplicationForm,
  attached: Attached & { readonly mandate: boolean },
  kind: SupplierKind,
): Missing[] {
  return [
    ...missingSubject(form),
    ...missingLicences(form),
    ...missingProducts(form),
    ...missingLinkage(form, attached),
    ...missingCapacity(form),
    ...missingUndertakings(form),
    ...missingPapers(form, attached, kind),
    ...(kind === 'trader' && !attached.mandate
      ? [wished('mandate', '/mandate', '生产者的代理委托', "the producer's mandate")]
      : []),
  ];
}

function lacks(required: boolean) {
  return (step: Step, pointer: string, zh: string, en: string): Missing => ({
    step,
    pointer,
    required,
    sentence: { zh: `缺少${zh}`, en: `Missing: ${en}` },
  });
}
const needed = lacks(true);
const wished = lacks(false);

function missingSubject({ subject }: ApplicationForm): Missing[] {
  const texts = [
    ['nameZh', '主体名称', 'the name'],
    ['uscc', '统一社会信用代码', 'the unified social credit code'],
    ['address', '住所', 'the registered address'],
    ['legalRepresentative', '法定代表人（负责人）', 'the legal representative'],
  ] as const;
  return [
    ...texts.flatMap(([field, zh, en]) =>
      (subject?.[field] ?? '') === '' ? [needed('subject', `/subject/${field}`, zh, en)] : [],
    ),
    ...(subject?.establishedOn
      ? []
      : [needed('subject', '/subject/establishedOn', '成立日期', 'the day of establishment')]),
    ...(subject?.licenceValidUntil || subject?.licenceWithoutTerm
      ? []
      : [
          needed(
            'subject',
            '/subject/licenceValidUntil',
            '营业执照期限（或注明无固定期限）',
            'the term of the business licence',
          ),
        ]),
  ];
}

function missingLicences({ licences }: ApplicationForm): Missing[] {
  return (licences?.foodLicences ?? []).flatMap(({ number, validUntil }, at) => [
    ...(number === ''
      ? [
          needed(
            'licences',
            `/licences/foodLicences/${at}/number`,
            '食品生产许可证编号',
            'the number of a food production licence',
          ),
        ]
      : []),
    ...(validUntil === null
      ? [
          needed(
            'licences',
            `/licences/foodLicences/${at}/validUntil`,
            '食品生产许可证有效期',
            'the term of a food production licence',
          ),
        ]
      : []),
  ]);
}

function missingProducts({ products = [] }: ApplicationForm): Missing[] {
  if (products.length === 0) return [needed('products', '/products', '至少一个产品', 'at least one product')];
  return products.flatMap(({ name, category, originCode }, at) => [
    ...(name === '' ? [needed('products', `/products/${at}/name`, '产品名称', 'the name of a product')] : []),
    ...(category === null
      ? [wished('products', `/products/${at}/category`, '产品类别', 'the category of a product')]
      : []),
    ...(originCode === null
      ? [wished('products', `/products/${at}/originCode`, '产地县', 'the county a product comes from')]
      : []),
  ]);
}

function missingLinkage({ linkage }: ApplicationForm, { households }: Attached): Missing[] {
  return [
    ...((linkage?.models ?? []).length === 0
      ? [wished('linkage', '/linkage/models', '利益联结方式', 'how households are linked')]
      : []),
    ...((linkage?.description ?? '') === ''
      ? [wished('linkage', '/linkage/description', '联农带农说明', 'a description of the linkage')]
      : []),
    ...(households === 0
      ? [wished('households', '/households', '带动农户及其单独同意', 'linked households with their separate consent')]
      : []),
  ];
}

function missingCapacity({ capacity }: ApplicationForm): Missing[] {
  return [
    ...(capacity?.annualKg == null
      ? [wished('capacity', '/capacity/annualKg', '年供货能力', 'the supply of a year')]
      : []),
    ...(capacity?.shipWithinHours == null
      ? [wished('capacity', '/capacity/shipWithinHours', '发货时限', 'the time within which is shipped')]
      : []),
  ];
}

function missingUndertakings({ undertakings }: ApplicationForm): Missing[] {
  const all = [
    ['truthful', '真实性承诺', 'the undertaking that all is true'],
    ['noPenalty', '近期无食品安全处罚承诺', 'the undertaking about penalties'],
    ['publication', '信息公开同意', 'the agreement to publication'],
  ] as const;
  return all.flatMap(([field, zh, en]) =>
    undertakings?.[field] ? [] : [needed('undertakings', `/undertakings/${field}`, zh, en)],
  );
}

function missingPapers(
  { products = [], licences }: ApplicationForm,
  { papers, households }: Attached,
  kind: SupplierKind,
): Missing[] {
  const processed = products.some(({ scClass }) => scClass !== null) || (licences?.foodLicences ?? []).length > 0;
  const asked: [string, boolean, typeof needed, string, string][] = [
    ['businessLicence', true, needed, '营业执照', 'the business licence'],
    ['foodProductionLicence', processed && kind !== 'trader', wished, '食品生产许可证', 'the food production licence'],
    ['linkageAgreement', kind !== 'trader', wished, '利益联结协议', 'the linkage agreement'],
    ['householdConsent', households > 0, wished, '农户单独同意书', 'the consents of the households'],
    ['mandate', kind === 'trader', wished, '代理委托书', 'the signed mandate'],
    ['testReport', products.length > 0, wished, '检测报告', 'a test report'],
    ['originCertificate', products.length > 0, wished, '产地证明', 'evidence of origin'],
  ];
  return asked.flatMap(([paper, isAsked, lack, zh, en]) =>
    isAsked && !papers.includes(paper) ? [lack('documents', `/documents/${paper}`, zh, en)] : [],
  );
}
