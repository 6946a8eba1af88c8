import { fail } from '@xihuo/contract';
import { columns, type CellFault, type Tx } from '@xihuo/platform';
import { packsNamedSql } from '../../store/bulk/packs-named.sql';
import { mustActFor } from '../supplier-products';

/** How a row of a table names a pack: by the product's code or name, and the pack's own words. */
export interface PackNamed {
  readonly product: string;
  readonly pack: string;
}

const words = (zh: string, en: string) => ({ zh, en });
const fault = (code: string, reason: CellFault['reason'], fix: CellFault['fix']): CellFault => ({ code, reason, fix });

const NO_PACK = fault(
  'NO_PACK',
  words('您没有这个商品的这个规格', 'You offer no such pack of such a product'),
  words('商品、规格按导出的表格填写', 'Write product and pack as the exported table has them'),
);
const MANY_PACKS = fault(
  'MANY_PRODUCTS',
  words('您有多个同名商品', 'Several of your products have this name'),
  words('改填商品代码（见导出的表格）', 'Write the product code, as the exported table has it'),
);
const SAME_PACK = fault(
  'SAME_PACK',
  words('与前面一行指同一规格', 'A row above is about the same pack'),
  words('保留其中一行', 'Keep one of them'),
);

/** The two columns every table about packs begins with; an exported table fits. */
export const packColumns = {
  product: columns.textColumn(
    {
      title: words('商品代码', 'Product code'),
      aliases: ['商品', '商品名称', '商品编码', 'Product'],
      hint: words(
        '商品代码、货号，或没有重名时的商品名称',
        'The code of the product, your article number, or its name where no other has it',
      ),
      sample: '陕北山地苹果',
    },
    120,
  ),
  pack: columns.textColumn(
    {
      title: words('规格', 'Pack'),
      aliases: ['包装规格', '规格名称', '商品规格'],
      hint: words('与商品页的规格一致', 'As the page of the product has it'),
      sample: '2.5kg',
    },
    40,
  ),
};

export function packKey({ product, pack }: PackNamed): string {
  return JSON.stringify([product, pack]);
}

/** Others' goods are not there. @throws ProblemError NOT_FOUND */
export function admitSupplier(tx: Tx, supplierId: string): Promise<void> {
  if (tx.actor.kind !== 'person') throw fail('NOT_FOUND');
  mustActFor(supplierId, tx.actor.grants);
  return Promise.resolve();
}

export interface PackFound {
  readonly skuId: string;
  readonly productId: string;
}
export type NamedPack = PackFound | { readonly fault: CellFault };

/** The packs that rows of one supplier name, in the order of the rows: each pack once, or once apart from the others. */
export async function packsNamed<Row extends PackNamed>(
  tx: Tx,
  supplierId: string,
  rows: readonly Row[],
  apart: (row: Row) => string = () => '',
): Promise<NamedPack[]> {
  const given = rows.map(({ product, pack }, at) => ({ at, product, pack }));
  const found = new Map<number, { skuId: string; productId: string }[]>();
  for (const { at, sku_id: skuId, product_id: productId } of await tx.sql(packsNamedSql, [
    supplierId,
    JSON.stringify(given),
  ])) {
    found.set(at, [...(found.get(at) ?? []), { skuId, productId }]);
  }
  const seen = new Set<string>();
  return rows.map((row, at) => {
    const [one, ...others] = found.get(at) ?? [];
    if (!one || others.length > 0) return { fault: one ? MANY_PACKS : NO_PACK };
    const key = `${one.skuId} ${apart(row)}`;
    if (seen.has(key)) return { fault: SAME_PACK };
    seen.add(key);
    return one;
  });
}
