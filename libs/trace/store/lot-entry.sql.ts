import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface HeldLot {
  id: string;
  code: string;
  supplier_id: string;
  product_id: string;
  category: string;
  produced_on: string;
  state: machines.LotState;
  row_version: number;
  received_grams: bigint;
  certified_grams: bigint;
  certificate_required: boolean;
}

const HELD = `select lot.id, lot.code, lot.supplier_id, lot.product_id, product.category, lot.produced_on, lot.state, lot.row_version,
          lot.received_grams, lot.certified_grams,
          trace.certificate_required(product.category, (platform.business_now() at time zone 'Asia/Shanghai')::date) as certificate_required
     from trace.lot join catalogue.product_v product on product.id = lot.product_id`;

export const lockLot = statement<HeldLot>(
  'trace.lock_lot',
  `${HELD} where lot.id = $1 and lot.supplier_id = any ($2::uuid[]) for update of lot`,
);

/** Several at once, in the order of their ids. */
export const lockLots = statement<HeldLot>(
  'trace.lock_lots',
  `${HELD} where lot.id = any ($1::uuid[]) and lot.supplier_id = any ($2::uuid[]) order by lot.id for update of lot`,
);

export const insertLot = statement<{ id: string }>(
  'trace.insert_lot',
  `insert into trace.lot (id, code, supplier_id, product_id, produced_on, breakdown_public, created_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
);

export const lotById = statement<{ id: string; supplier_id: string; product_id: string; produced_on: string }>(
  'trace.lot_by_id',
  'select id, supplier_id, product_id, produced_on from trace.lot where id = $1',
);

/** Whether a supplier offers a product, or did. */
export const offersProduct = statement<{ product_id: string }>(
  'trace.offers_product',
  'select product_id from catalogue.sku_v where supplier_id = $1 and product_id = $2 limit 1',
);

export const skuOf = statement<{ id: string; product_id: string; net_grams: bigint | null; pack: string }>(
  'trace.sku_of',
  'select id, product_id, net_grams, pack from catalogue.sku_v where id = $1 and supplier_id = $2',
);

export const insertOwn = statement<{ id: string }>(
  'trace.insert_own',
  `insert into trace.own_output (id, lot_id, grams, recorded_on, note, entered, recorded_by) values ($1, $2, $3, $4, $5, 'scale', $6)
   on conflict (id) do nothing returning id`,
);

export const insertLoss = statement<{ id: string }>(
  'trace.insert_loss',
  `insert into trace.lot_loss (id, lot_id, grams, reason, lost_on, note, recorded_at, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
);

export const insertPacking = statement<{ id: string }>(
  'trace.insert_packing',
  `insert into trace.packing (id, lot_id, sku_id, packs, grams, packed_on, recorded_at, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
);

/** Adds to the sides of one lot's balance: received, processed, lost, packed. */
export const changeBalance = statement(
  'trace.change_balance',
  `update trace.lot set received_grams = received_grams + $2, processed_grams = processed_grams + $3, lost_grams = lost_grams + $4,
          packed_grams = packed_grams + $5 where id = $1`,
);

export const setLotState = statement(
  'trace.set_lot_state',
  'update trace.lot set state = $2, row_version = row_version + 1 where id = $1',
);

export const openDeliveries = statement<{ waiting: number }>(
  'trace.open_deliveries',
  `select count(*)::int as waiting from trace.delivery later
    where later.lot_id = $1 and later.state in ('recorded', 'contested')
      and not exists (select from trace.delivery next where next.replaces_id = later.id)`,
);

export const replaceCertificate = statement(
  'trace.replace_certificate',
  `update trace.lot_certificate set state = 'replaced' where lot_id = $1 and state = 'valid'`,
);

export const insertCertificate = statement<{ id: string }>(
  'trace.insert_certificate',
  `insert into trace.lot_certificate (id, lot_id, number, basis, issued_on, issued_by, covers_grams, mixed_from, file_id, recorded_at,
                                      recorded_by)
   select $1, $2, $3, $4, $5, supplier.name_zh, $6,
          array(select distinct source.code from trace.processing_output made
                  join trace.processing_input went on went.processing_id = made.processing_id
                  join trace.lot source on source.id = went.lot_id where made.lot_id = $2 order by 1), $7, $8, $9
     from registry.organisation_v supplier where supplier.id = $10
   on conflict (id) do nothing returning id`,
);

export const setCertified = statement('trace.set_certified', 'update trace.lot set certified_grams = $2 where id = $1');

export const insertTest = statement<{ id: string }>(
  'trace.insert_test',
  `insert into trace.lot_test (id, lot_id, report_number, laboratory, reported_on, passed, items, file_id, recorded_at, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning id`,
);

export const insertQuarantine = statement<{ id: string }>(
  'trace.insert_quarantine',
  `insert into trace.lot_quarantine (id, lot_id, number, authority, issued_on, file_id, recorded_at, recorded_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
);

export type EntryKind = 'ownOutput' | 'loss' | 'packing' | 'certificate' | 'test' | 'quarantine';

/** An entry that is there already under this id, with what it says; ids of all kinds are one space. */
export const knownEntry = statement<{
  kind: EntryKind;
  lot_id: string;
  grams: bigint | null;
  day: string;
  says: string;
}>(
  'trace.known_entry',
  `select 'ownOutput' as kind, lot_id, grams, recorded_on as day, coalesce(note, '') as says from trace.own_output where id = $1
   union all select 'loss', lot_id, grams, lost_on, reason || ' ' || coalesce(note, '') from trace.lot_loss where id = $1
   union all select 'packing', lot_id, grams, packed_on, sku_id || ' ' || packs from trace.packing where id = $1
   union all select 'certificate', lot_id, null, issued_on, basis || ' ' || coalesce(file_id::text, '') from trace.lot_certificate where id = $1
   union all select 'test', lot_id, null, reported_on, report_number || ' ' || laboratory || ' ' || passed from trace.lot_test where id = $1
   union all select 'quarantine', lot_id, null, issued_on, number || ' ' || authority from trace.lot_quarantine where id = $1`,
);

/** The number of a trade item: counted once for a supplier's product, or for one of its packs. */
export const tradeItem = statement<{ gtin: string }>(
  'trace.trade_item',
  `select gtin from trace.trade_item where supplier_id = $1 and product_id = $2 and sku_id is not distinct from $3`,
);

export const nextItemNumber = statement<{ item_number: bigint }>(
  'trace.next_item_number',
  `select nextval(pg_get_serial_sequence('trace.trade_item', 'item_number')) as item_number`,
);

export const insertTradeItem = statement<{ gtin: string }>(
  'trace.insert_trade_item',
  `insert into trace.trade_item (item_number, supplier_id, product_id, sku_id, gtin) overriding system value values ($1, $2, $3, $4, $5)
   on conflict (supplier_id, product_id, sku_id) do nothing returning gtin`,
);
