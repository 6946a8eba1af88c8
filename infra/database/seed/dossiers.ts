import { dossiers } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import type { Ids } from './lookups';
import { productRows } from './products';
import { supplierRows, type SupplierRow } from './suppliers';

interface Offered {
  readonly supplierId: string;
  readonly productId: string;
}

/** What the invented suppliers write about their products: complete, as a reviewer would ask for it, and plainly invented. */
export function dossiersOf(
  tx: Tx,
  { organisations, productId, skus }: { organisations: Ids; productId: Ids; skus: readonly Offered[] },
): (Offered & { form: dossiers.DossierForm })[] {
  const today = time.businessDate(tx.now);
  const suppliers = new Map(supplierRows().map((row) => [row.reference, row]));
  const supplierOf = new Map([...suppliers.values()].map((row) => [organisations.of(row.reference), row]));
  const products = new Map(productRows().map((row) => [productId.of(row.reference), row]));
  return skus.map((sku) => {
    const supplier = supplierOf.get(sku.supplierId)!;
    const product = products.get(sku.productId)!;
    // A trader's goods are made by whoever mandates it.
    const maker = supplier.mandateOf === null ? supplier : suppliers.get(supplier.mandateOf)!;
    return { supplierId: sku.supplierId, productId: sku.productId, form: formOf({ supplier, maker, product, today }) };
  });
}

function formOf({
  supplier,
  maker,
  product,
  today,
}: {
  supplier: SupplierRow;
  maker: SupplierRow;
  product: ReturnType<typeof productRows>[number];
  today: string;
}): dossiers.DossierForm {
  const prepackaged = product.scClass !== null;
  const licence = maker.foodLicences.find(({ number }) => number.slice(2, 5) === product.scClass);
  return dossiers.dossierForm.parse({
    packaging: prepackaged ? 'prepackaged' : 'loose',
    producedInCounty: maker.countyCode,
    rawMaterialCounty: maker.countyCode,
    originEvidence: [{ kind: 'baseRecord', reference: `示例基地备案-${maker.reference}`, fileId: null }],
    foodLicence: licence ?? null,
    operationLicence: supplier.kind === 'trader' ? `示例备案-${supplier.reference}` : null,
    testReport: {
      number: `示例-${supplier.reference}-${product.reference}`,
      laboratory: '示例检测机构',
      accredited: true,
      qualified: true,
      testedOn: time.addDays(today, -30),
      fileId: null,
    },
    marks: marksOf(supplier, product, today),
    label: prepackaged ? labelOf(maker, product) : null,
    annualValue: { amount: String(product.priceFen * 20_000n), currency: 'CNY' },
    afterSale: { phone: '100-0000-0000', returnAddress: supplier.address, responseHours: 24 },
  });
}

/** Name and mark of a place where a published page proves the indication, and the word organic, only with a certificate. */
function marksOf(
  { reference, nameZh: holder }: SupplierRow,
  product: ReturnType<typeof productRows>[number],
  today: string,
): dossiers.DossierForm['marks'] {
  const paper = { issuer: '示例发证机构', holder, validUntil: time.addDays(today, 700), fileId: null };
  const number = (word: string) => `示例${word}-${reference}-${product.reference}`;
  return [
    ...(product.geographicalIndication === null
      ? []
      : [
          {
            ...{ kind: 'geographicalIndication' as const, number: number('用标') },
            ...{ ...paper, indication: product.nameZh },
          },
        ]),
    ...(product.descriptionZh.includes('有机')
      ? [{ kind: 'organic' as const, number: number('有机'), indication: null, ...paper }]
      : []),
  ];
}

function labelOf(maker: SupplierRow, product: ReturnType<typeof productRows>[number]): dossiers.DossierForm['label'] {
  return {
    ingredients: product.nameZh,
    netContent: product.pack,
    producer: maker.nameZh,
    producerAddress: maker.address,
    standardCode: '示例执行标准',
    storage: product.storage === 'ambient' ? '阴凉干燥处' : '冷藏',
    shelfLife: product.shelfLifeDays === null ? '见包装' : `${product.shelfLifeDays}天`,
    nutrition: true,
    fileId: null,
  };
}
