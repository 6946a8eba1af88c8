import { packs as ofCatalogue } from '@xihuo/catalogue';
import { columns, defineImport, type CellFault, type Verdict } from '@xihuo/platform';
import { WAREHOUSE } from '../../rules/stock-state';
import { lockStock } from '../../store/place-orders.sql';
import { shelvesOf } from '../../store/stock.sql';
import { countStock } from './count-stock';
import { placeColumn, placesNamed } from './place-columns';
import { UNCOUNTED_VERSION } from './supplier-stock';

interface StockRow {
  product: string;
  pack: string;
  /** A venue by its name or slug; null or its words are the warehouse. */
  place: string | null;
  onHand: number;
  /** As the table that was taken out had it; null where the count was made by itself. */
  sent: number | null;
}

/** A pack with what is to lie in one of its places. */
interface Counted {
  skuId: string;
  placeId: string;
  onHand: number;
  before: number | null;
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

/**
 * Counts of many packs at once, each in one place; each is a counted adjustment and holds when it is written. Of a table that was taken out before, what
 * was sent since is taken off the count, however often it is handed in. Scope is the supplier.
 */
export const stockImport = defineImport<StockRow, Counted>({
  kind: 'stock',
  title: words('库存', 'Stock'),
  roles: ['supplier'],
  columns: {
    ...ofCatalogue.packColumns,
    place: placeColumn,
    onHand: columns.wholeColumn(
      {
        title: words('库存（件）', 'On hand (packs)'),
        aliases: ['库存', '库存数量', '现有库存', '数量', 'Stock', 'On hand'],
        hint: words('盘点后的总件数，含未发货订单占用的', 'All on the shelf, with what orders hold that are not sent'),
        sample: '120',
      },
      [0, MOST_PACKS],
    ),
    sent: {
      ...columns.wholeColumn(
        {
          title: words('累计发出（件）', 'Sent so far (packs)'),
          aliases: ['累计发出', 'Sent so far'],
          hint: words(
            '导出的表格自带，请勿修改：导出后发出的件数会从库存中扣除；新做的盘点表不填',
            'As the exported table has it, left alone: what was sent since is taken off; empty in a table of your own',
          ),
          sample: '',
        },
        [0, 2_000_000_000],
      ),
      ifEmpty: { value: null },
    },
  },
  keyOf: (row) => JSON.stringify([ofCatalogue.packKey(row), row.place]),
  sameAs: ({ skuId, placeId }) => `${skuId} ${placeId}`,
  admit: ofCatalogue.admitSupplier,

  async inspect(tx, supplierId, rows) {
    const packs = await ofCatalogue.packsNamed(tx, supplierId, rows, ({ place }) => place ?? '');
    const skuIds = packs.flatMap((one) => ('skuId' in one ? [one.skuId] : []));
    await tx.sql(lockStock, [skuIds]);
    const shelves = await tx.sql(shelvesOf, [skuIds]);
    const shelf = new Map(shelves.map((row) => [`${row.sku_id} ${row.place_id}`, row]));
    const places = await placesNamed(
      tx,
      packs.map((one, at) => ({ skuId: 'skuId' in one ? one.skuId : null, place: rows[at]!.place })),
    );
    return packs.map((one, at): Verdict<Counted> => {
      if ('fault' in one) return { ...one.fault, column: 'product' };
      const place = places[at]!;
      if ('fault' in place) return { ...place.fault, column: 'place' };
      const { skuId } = one;
      const { placeId } = place;
      const { onHand: typed, sent } = rows[at]!;
      const kept = shelf.get(`${skuId} ${placeId}`);
      if (!kept || kept.row_version === UNCOUNTED_VERSION)
        return { found: { skuId, placeId, onHand: typed, before: null } };
      const onHand = sent === null ? typed : typed - (kept.sent - sent);
      if (onHand < kept.reserved) return { ...belowReserved(kept.reserved), column: 'onHand' };
      const counted = { skuId, placeId, onHand, before: kept.on_hand };
      return onHand === kept.on_hand ? { known: counted } : { found: counted };
    });
  },

  async write(tx, supplierId, _rows, _tools, found) {
    await countStock(tx, found);
    const placed = ({ skuId, placeId }: Counted) => (placeId === WAREHOUSE ? skuId : `${skuId} ${placeId}`);
    const before = found.flatMap((one) => (one.before === null ? [] : [[placed(one), one.before] as const]));
    tx.audit({
      action: 'stock.countMany',
      subjectKind: 'organisation',
      subjectId: supplierId,
      before: { onHand: Object.fromEntries(before) },
      after: { onHand: Object.fromEntries(found.map((one) => [placed(one), one.onHand])) },
    });
  },
});
