import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { business } from '@xihuo/ordering';
import { money } from '@xihuo/kernel';
import { row, type Row } from './table';
import type { Made, World } from './world';

export const yuan = (fen: bigint) => money.toWire(money.fen(fen));
export const at = ({ organisation }: World) => ({ id: organisation.id });
export const here =
  (body?: object): Row['make'] =>
  (world) =>
    Promise.resolve({ ids: at(world), ...(body ? { body } : {}) });

/** Somebody else of the same organisation, who asks for what others decide. */
async function colleague({ shop, organisation }: World): Promise<string> {
  const id = randomUUID();
  await shop.rows(
    `with person as (insert into identity.person (id, display_name) values ($1, '同事') returning id)
     insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by)
     select id, 'businessBuyer', $2, now(), 'test' from person`,
    [id, organisation.id],
  );
  await shop.buying.duties(organisation.id, id, { duties: ['order', 'receive'], limitFen: 1_000_000n });
  return id;
}

async function bodyOf({ offer, organisation }: World): Promise<Record<string, unknown>> {
  const lines = [{ skuId: offer.skuId, quantity: 2, unitPrice: yuan(offer.priceFen) }];
  return Promise.resolve({ siteId: organisation.siteId, lines, total: yuan(offer.priceFen * 2n) });
}

/** A purchase order of a colleague's: waiting for an approval, or issued. */
export async function purchase(world: World, wanted: 'waiting' | 'issued'): Promise<string> {
  const { shop, house, organisation } = world;
  const personId = await colleague(world);
  if (wanted === 'waiting') await shop.buying.duties(organisation.id, personId, { duties: ['order'], limitFen: 0n });
  const desk = { counter: shop.counter, vault: house.vault };
  const body = { note: '', ownNumber: '', ...(await bodyOf(world)) } as Parameters<
    typeof business.makePurchase
  >[2]['body'];
  return shop.does((tx) => business.makePurchase(tx, desk, { organisationId: organisation.id, personId, body }));
}

const ofPurchase =
  (wanted: 'waiting' | 'issued', body?: object): Row['make'] =>
  async (world) => ({ ids: { id: await purchase(world, wanted) }, ...(body ? { body } : {}) });

export const toAccept: Row['make'] = async (world) => {
  const { shop, offer } = world;
  const id = await purchase(world, 'issued');
  const [part] = await shop.rows<{ id: string; line: string; supplier: string }>(
    `select part.id, line.id as line, part.supplier_id as supplier from ordering.purchase_order purchase
       join ordering.supplier_order part on part.order_id = purchase.order_id
       join ordering.order_line line on line.supplier_order_id = part.id where purchase.id = $1`,
    [id],
  );
  const lotId = await shop.lot(offer, 10_000n);
  await shop.shipPart({ id: part!.id, supplier: { id: part!.supplier } } as never, [
    { lineId: part!.line, lotId, packs: 2 },
  ]);
  return { ids: { id }, body: { supplierOrderId: part!.id } };
};

/** Withdrawn by whoever asked for it, so the caller asks. */
const own: Row['make'] = async (world) => {
  await setLimit(world, 0n);
  const made = await world.granted('businessBuyer', 'POST /organisations/{id}/purchase-orders', {
    ...{ ids: at(world), body: await bodyOf(world) },
  });
  await setLimit(world, 1_000_000n);
  return { ids: { id: made['id'] as string }, body: {} };
};

const setLimit = ({ shop, organisation }: World, fen: bigint) =>
  shop.rows(
    `update ordering.business_member set limit_fen = $2 where organisation_id = $1 and 'manage' = any (duties)`,
    [organisation.id, fen.toString()],
  );

const site = {
  ...{ name: '二店', regionCode: '310101', address: '示例路1号', contact: '李四', phone: '10012345670' },
  ...{ storage: [], receivingHours: '' },
};

const siteToClose: Row['make'] = async (world) => {
  const made = await world.granted('businessBuyer', 'POST /organisations/{id}/sites', { ids: at(world), body: site });
  const sites = made['sites'] as { id: string; name: string }[];
  return { ids: { ...at(world), siteId: sites.at(-1)!.id } };
};

/** What somebody asked an exhibitor for, for the organisation. */
const asked: Row['make'] = async (world) => {
  const { shop, offer, organisation } = world;
  const { id } = await shop.ways.lead(offer, { personId: offer.supplierId, organisationId: organisation.id });
  return { ids: { ...at(world), leadId: id } };
};

const toMatch = async (world: World): Promise<Made> => {
  const id = await purchase(world, 'issued');
  const [order] = await world.shop.rows<{ number: string }>(
    'select number from ordering.purchase_order where id = $1',
    [id],
  );
  const entered = await world.granted('finance', 'POST /bank-transfers', {
    body: {
      ...{ bankReference: randomUUID(), receivedOn: '2026-01-01', amount: yuan(100n) },
      ...{ payerName: '示例超市', remark: '' },
    },
  });
  const named = { purchaseNumber: order!.number, note: '无附言，按户名' };
  return { ids: { id: entered['id'] as string }, body: named, version: entered['version'] as number };
};

/** Entered by somebody else than whoever asks, with the code of its order. */
const toConfirm = async (world: World): Promise<Made> => {
  const made = await toMatch(world);
  const { ids } = made;
  const { version } = await world.granted('finance', 'POST /bank-transfers/{id}/match', made);
  await world.shop.rows('update ordering.bank_transfer set entered_by = $2, named_by = $2 where id = $1', [
    ...[ids!['id'], randomUUID()],
  ]);
  return { ids, version: version as number };
};

const toDecide = async (world: World): Promise<Made> => {
  const { ids } = await toMatch(world);
  const made = await world.granted('finance', 'POST /transfer-returns', {
    body: { kind: 'unmatched', transferId: ids!['id'], reason: '无法核实付款方' },
  });
  await world.shop.rows('update ordering.transfer_return set proposed_by = $2 where id = $1', [
    ...[made['id'], randomUUID()],
  ]);
  return { ids: { id: made['id'] as string }, body: { decision: 'refuse', reason: '已找到采购单' } };
};

const terms = { payerKind: 'otherFirm', payment: 'onTerms', termDays: 30, contractReference: null, reason: '年度核定' };
const list = ['businessBuyer'] as const;
const ORGANISATION = 'an organisation';
const PURCHASE = 'a purchase order';

/** What organisations do for themselves, and finance for them. */
export const businessRows: readonly Row[] = [
  row('PUT /organisations/{id}/members/{personId}', ORGANISATION, list, async (world) => ({
    ids: { ...at(world), personId: await colleague(world) },
    body: { duties: ['order'], limit: yuan(100n), approvalLevel: null },
  })),
  row('PUT /organisations/{id}/approval-chain', ORGANISATION, list, here({ from: [yuan(0n)] })),
  row('POST /organisations/{id}/sites', ORGANISATION, list, here(site)),
  row('DELETE /organisations/{id}/sites/{siteId}', ORGANISATION, list, siteToClose),
  row('POST /organisations/{id}/purchase-lists', ORGANISATION, list, here({ text: '苹果 3' })),
  row('POST /organisations/{id}/purchase-list-files', ORGANISATION, list, (world) =>
    Promise.resolve({ ids: at(world), body: Buffer.from('苹果,3\n'), headers: { 'content-type': 'text/csv' } }),
  ),
  row('GET /organisations/{id}/leads/{leadId}/purchase-list', 'a lead asked for an organisation', list, asked),
  row('POST /organisations/{id}/purchase-quotes', ORGANISATION, list, (world) =>
    Promise.resolve({
      ids: at(world),
      body: { siteId: world.organisation.siteId, lines: [{ skuId: world.offer.skuId, quantity: 1 }] },
    }),
  ),
  row('POST /organisations/{id}/purchase-orders', ORGANISATION, list, async (world) => ({
    ids: at(world),
    body: await bodyOf(world),
  })),
  row('GET /organisations/{id}/purchase-orders', ORGANISATION, list, here()),
  row('GET /organisations/{id}/after-sales', ORGANISATION, list, here()),
  row('GET /organisations/{id}/statements/{month}', ORGANISATION, list, (world) =>
    Promise.resolve({ ids: { ...at(world), month: '2026-01' } }),
  ),
  row('GET /organisations/{id}/statements/{month}/file', ORGANISATION, list, (world) =>
    Promise.resolve({ ids: { ...at(world), month: '2026-01' }, query: '?format=csv' }),
  ),
  row('GET /organisations/{id}/settlement-notes/{month}/file', ORGANISATION, list, (world) =>
    Promise.resolve({ ids: { ...at(world), month: '2026-01' }, query: '?format=xlsx' }),
  ),
  row('GET /purchase-orders/{id}/settlement-note/file', PURCHASE, list, ofPurchase('issued')),
  row('GET /purchase-orders/{id}', PURCHASE, list, ofPurchase('waiting')),
  row('POST /purchase-orders/{id}/approve', PURCHASE, list, ofPurchase('waiting', {})),
  row('POST /purchase-orders/{id}/reject', PURCHASE, list, ofPurchase('waiting', { note: '预算已用完' })),
  row('POST /purchase-orders/{id}/withdraw', PURCHASE, list, own),
  row('POST /purchase-orders/{id}/photos', PURCHASE, list, async (world) => ({
    ids: { id: await purchase(world, 'issued') },
    body: await picture(),
    headers: { 'content-type': 'image/png' },
  })),
  row('POST /purchase-orders/{id}/acceptances', PURCHASE, list, toAccept),
  row('GET /business-accounts/{id}', ORGANISATION, ['finance'], here()),
  row('PUT /business-accounts/{id}', ORGANISATION, ['finance'], async (world) => {
    const { version } = await world.granted('finance', 'GET /business-accounts/{id}', { ids: at(world) });
    return { ids: at(world), version: version as number, body: { ...terms, creditLimit: yuan(10_000_000n) } };
  }),
  row('POST /bank-transfers/{id}/match', 'a transfer', ['finance'], toMatch),
  row('POST /bank-transfers/{id}/confirm', 'a transfer', ['finance'], toConfirm),
  row('POST /transfer-returns/{id}/decide', 'what is sent back', ['finance'], toDecide),
];

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
}
