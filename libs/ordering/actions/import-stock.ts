import { packs as ofCatalogue } from '@xihuo/catalogue';
import { columns, defineImport, type CellFault, type Verdict } from '@xihuo/platform';
import { lockShelf } from '../store/stock.sql';
import { countStock } from './count-stock';

interface StockRow {
  product: string;
  pack: string;
  onHand: number;
}

/** More packs of one kind nobody has on a shelf; the route of single counts takes as many. */
const MOST_PACKS = 10_000_000;

const words = (zh: string, en: string) => ({ zh, en });

function belowReserved(reserved: number): CellFault {
  return {
    code: 'BELOW_RESERVED',
    reason: words(`少于未发货订单占用的 ${reserved} 件`, `Open orders hold ${reserved} packs`),
    fix: words('先处理这些订单，或核对数量', 'Deal with those orders first, or count again'),
  };
}

/** Counts of many packs at once; each is a counted adjustment and holds when it is written. Scope is the supplier. */
export const stockImport = defineImport<StockRow, { skuId: string; before: number | null }>({
  kind: 'stock',
  title: words('库存', 'Stock'),
  roles: ['supplier'],
  columns: {
    ...ofCatalogue.packColumns,
    onHand: columns.wholeColumn(
      {
        title: words('库存（件）', 'On hand (packs)'),
        aliases: ['库存', '库存数量', '现有库存', '数量', 'Stock', 'On hand'],
        hint: words('盘点后的总件数，含未发货订单占用的', 'All on the shelf, with what orders hold that are not sent'),
        sample: '120',
      },
      [0, MOST_PACKS],
    ),
  },
  keyOf: ofCatalogue.packKey,
  admit: ofCatalogue.admitSupplier,

  async inspect(tx, supplierId, rows) {
    const packs = await ofCatalogue.packsNamed(tx, supplierId, rows);
    const skuIds = packs.flatMap((one) => ('skuId' in one ? [one.skuId] : []));
    const shelf = new Map((await tx.sql(lockShelf, [skuIds])).map((row) => [row.sku_id, row]));
    return packs.map((one, at): Verdict<{ skuId: string; before: number | null }> => {
      if ('fault' in one) return { ...one.fault, column: 'product' };
      const { onHand } = rows[at]!;
      const kept = shelf.get(one.skuId);
      if (!kept) return { found: { skuId: one.skuId, before: null } };
      if (onHand < kept.reserved) return { ...belowReserved(kept.reserved), column: 'onHand' };
      return onHand === kept.on_hand ? 'known' : { found: { skuId: one.skuId, before: kept.on_hand } };
    });
  },

  async write(tx, supplierId, rows, _tools, found) {
    const counted = found.map(({ skuId }, at) => ({ skuId, onHand: rows[at]!.onHand }));
    await countStock(tx, counted);
    const before = found.flatMap((one) => (one.before === null ? [] : [[one.skuId, one.before] as const]));
    tx.audit({
      action: 'stock.countMany',
      subjectKind: 'organisation',
      subjectId: supplierId,
      before: { onHand: Object.fromEntries(before) },
      after: { onHand: Object.fromEntries(counted.map(({ skuId, onHand }) => [skuId, onHand])) },
    });
  },
});
