import { fail } from '@xihuo/contract';
import { exporting, type Database, type DownloadedFile, type Vault } from '@xihuo/platform';
import { openPacksOf, packsOfParcel } from '../../store/delivery-paper.sql';
import type { ShippingTaskView } from '../ship-supplier-order';
import { viewShippingTask, viewShippingTasks } from '../view-shipping-task';

interface Wanted {
  id: string;
  paper: 'packingList' | 'addressLabel';
  parcel?: string | undefined;
}

interface Packed {
  product_name: string;
  pack: string;
  packs: number;
  lots?: string | null;
}

/** A packing list or an address label of an own supplier order. @throws ProblemError NOT_FOUND */
export async function printParcel(
  { database, vault }: { database: Database; vault: Vault },
  supplierIds: readonly string[],
  { id, paper, parcel: parcelId }: Wanted,
): Promise<DownloadedFile> {
  const task = await viewShippingTask(database, vault, id, supplierIds);
  const parcel = task.parcels.find((one) => one.id === parcelId) ?? null;
  if (parcelId !== undefined && parcel === null) throw fail('NOT_FOUND');
  const packs: Packed[] = parcel
    ? await database.read(packsOfParcel, [parcel.id])
    : await database.read(openPacksOf, [[id]]);
  const sheets = SHEETS[paper](task, parcel, packs);
  const bytes = await exporting.drawSheets(database, `${TITLES[paper]} ${task.orderNumber}`, SIZES[paper], sheets);
  return { bytes, mediaType: 'application/pdf', name: `${TITLES[paper]}_${task.orderNumber}.pdf`, inline: true };
}

/** Each a page or more of what is to be sent: as many as somebody packs in a morning, as one file for the printer. */
const MOST_AT_ONCE = 100;
const IDS = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The packing lists or address labels of several own orders in one file.
 *
 * @param ids of supplier orders, divided by commas
 * @throws ProblemError INVALID_INPUT for what are no ids or too many, NOT_FOUND where one is another's
 */
export async function printParcels(
  { database, vault }: { database: Database; vault: Vault },
  supplierIds: readonly string[],
  { ids, paper }: { ids: string; paper: Wanted['paper'] },
): Promise<DownloadedFile> {
  const asked = [...new Set(ids.split(','))];
  if (asked.length > MOST_AT_ONCE || !asked.every((id) => IDS.test(id)))
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/query/ids', code: 'IDS', message: `up to ${MOST_AT_ONCE} ids, divided by commas` }],
    });
  const tasks = await viewShippingTasks(database, vault, asked, supplierIds);
  const open = await database.read(openPacksOf, [asked]);
  const sheets = tasks.flatMap((task) =>
    SHEETS[paper](
      task,
      null,
      open.filter((row) => row.supplier_order_id === task.id),
    ),
  );
  const bytes = await exporting.drawSheets(database, TITLES[paper], SIZES[paper], sheets);
  return { bytes, mediaType: 'application/pdf', name: `${TITLES[paper]}_${tasks.length}.pdf`, inline: true };
}

type Parcel = ShippingTaskView['parcels'][number];

const A4 = [210, 297] as const;
const LEFT = 18;
const ROWS_A_PAGE = 15;

function packingList(task: ShippingTaskView, parcel: Parcel | null, packs: readonly Packed[]): exporting.Sheet[] {
  const pages: exporting.Sheet[] = [];
  for (let from = 0; from === 0 || from < packs.length; from += ROWS_A_PAGE) {
    const words: exporting.SheetWords[] = [
      { text: '装箱单', x: LEFT, y: 24, size: 8, bold: true },
      { text: `订单 ${task.orderNumber}`, x: 110, y: 24, size: 5 },
      { text: `供应商：${task.supplier.name}`, x: LEFT, y: 36, size: 4.2 },
      ...(task.ownNumber ? [{ text: `采购单号 ${task.ownNumber}`, x: 110, y: 32, size: 4.2 }] : []),
      { text: `收货人：${task.shipTo.name}　${task.shipTo.phone}`, x: LEFT, y: 44, size: 4.2 },
      { text: `${task.shipTo.regionName} ${task.shipTo.address}`.slice(0, 42), x: LEFT, y: 52, size: 4.2 },
      {
        ...{ x: LEFT, y: 60, size: 4.2 },
        text: parcel ? `${parcel.carrier}　${parcel.trackingNumber}` : '运单号：________________________',
      },
      { text: '商品', x: LEFT, y: 72, size: 4.2, bold: true },
      { text: '规格', x: 110, y: 72, size: 4.2, bold: true },
      { text: '件数', x: 165, y: 72, size: 4.2, bold: true },
      ...packs.slice(from, from + ROWS_A_PAGE).flatMap((one, index) => {
        const y = 83 + index * 13;
        return [
          { text: one.product_name.slice(0, 22), x: LEFT, y, size: 4.2 },
          { text: one.pack.slice(0, 12), x: 110, y, size: 4.2 },
          { text: String(one.packs), x: 168, y, size: 4.2, bold: true },
          { text: one.lots ? `批次 ${one.lots}`.slice(0, 60) : '批次：______________', x: LEFT, y: y + 5.2, size: 3.2 },
        ];
      }),
      { text: '验货：数量、包装、批次与合格证一致后签收。', x: LEFT, y: 284, size: 3.6 },
    ];
    pages.push({ words, rules: [{ x: LEFT, y: 75, width: A4[0] - 2 * LEFT }] });
  }
  return pages;
}

/** 100 by 150 mm, as label printers take. */
const LABEL = [100, 150] as const;
const CHARS_A_LINE = 14;

function addressLabel(task: ShippingTaskView, parcel: Parcel | null, packs: readonly Packed[]): exporting.Sheet[] {
  const address = `${task.shipTo.regionName} ${task.shipTo.address}`;
  const lines = Array.from({ length: Math.ceil(address.length / CHARS_A_LINE) }, (_, index) =>
    address.slice(index * CHARS_A_LINE, (index + 1) * CHARS_A_LINE),
  ).slice(0, 5);
  const count = packs.reduce((sum, one) => sum + one.packs, 0);
  const words: exporting.SheetWords[] = [
    { text: parcel ? parcel.carrier : '快递', x: 6, y: 15, size: 7, bold: true },
    { text: parcel ? parcel.trackingNumber : '运单号：____________', x: 6, y: 25, size: 5.5 },
    { text: '收', x: 6, y: 42, size: 8, bold: true },
    { text: `${task.shipTo.name}　${task.shipTo.phone}`, x: 18, y: 42, size: 6, bold: true },
    ...lines.map((text, index) => ({ text, x: 6, y: 54 + index * 8.5, size: 5.8 })),
    { text: '寄', x: 6, y: 108, size: 6, bold: true },
    { text: task.supplier.name.slice(0, 18), x: 16, y: 108, size: 4.6 },
    { text: `订单 ${task.orderNumber}　共 ${count} 件`, x: 6, y: 122, size: 4.6 },
    ...(task.ownNumber ? [{ text: `采购单号 ${task.ownNumber}`, x: 6, y: 115, size: 4 }] : []),
    ...(parcel?.lots ?? []).slice(0, 3).map((lot, index) => ({
      ...{ text: `批次 ${lot.code} × ${lot.packs}`, x: 6, y: 130 + index * 5.5, size: 3.6 },
    })),
  ];
  const rules = [
    { x: 3, y: 3, width: 94, height: 144 },
    { x: 3, y: 31, width: 94 },
    { x: 3, y: 99, width: 94 },
    { x: 3, y: 114, width: 94 },
  ];
  return [{ words, rules }];
}

const SHEETS = { packingList, addressLabel };
const SIZES = { packingList: A4, addressLabel: LABEL };
const TITLES = { packingList: '装箱单', addressLabel: '地址标签' };
