import { randomUUID } from 'node:crypto';
import type { RouteKey } from '@xihuo/contract';
import { afterSaleRows } from './after-sale-rows';
import type { CallerName } from './callers';
import { campaignEdited } from './channel-rows';
import { opened } from './dispute-rows';
import { pool } from './dues-rows';
import { invoiceAsked } from './invoice-rows';
import { linkageRows, offered } from './linkage-rows';
import { lotRows, recallBy } from './lot-rows';
import { orderRows, partToShip } from './order-rows';
import { adjustment, payoutRows } from './payout-rows';
import { dossierOf } from './product-rows';
import { drawn } from './sampling-rows';
import { row, type Row } from './table';
import type { Made, World } from './world';

/** Those who read lots and recalls themselves. */
const OF_GOODS: readonly CallerName[] = ['supplier', 'auditor', 'operator', 'mediator'];
const JUDGES: readonly CallerName[] = ['countyAgriculture', 'countyRevitalisation', 'reviewer', 'auditor', 'operator'];
const OF_AGREEMENTS: readonly CallerName[] = ['supplier', ...JUDGES, 'finance'];
const OF_ADMISSION: readonly CallerName[] = ['supplier', ...JUDGES];
const OF_THE_HOUSE: readonly CallerName[] = ['auditor', 'auditorElsewhere', 'operator', 'operatorElsewhere', 'finance'];

const OF_STATEMENTS: readonly CallerName[] = ['supplier', 'auditor', 'operator', 'operatorElsewhere', 'finance'];
/** What a supplier is not told until a second person has said so, and never where they said no. */
const UNCLAIMED = OF_STATEMENTS.filter((name) => name !== 'supplier');
const OFFICERS: readonly CallerName[] = ['countyAgriculture', 'countyRevitalisation'];

/** A thing as another row makes it. */
const madeFor =
  (rows: readonly Row[], key: RouteKey) =>
  async (world: World): Promise<string> =>
    String((await rows.find((one) => one.key === key)!.make(world)).ids!['id']);

const history = (
  thing: string,
  kind: string,
  allowed: readonly CallerName[],
  idOf: (world: World) => Promise<string>,
) =>
  row('GET /history/{kind}/{id}', thing, allowed, async (world): Promise<Made> => ({
    ids: { kind, id: await idOf(world) },
  }));

/** What was done to things of each desk. */
const reading: Row[] = [
  history('a lot', 'lot', OF_GOODS, ({ shop, offer }) => shop.lot(offer, 1_000n)),
  history(
    'a recall',
    'recall',
    [...OF_GOODS, 'reviewer'],
    async (world) => (await recallBy('supplier')(world)).ids!['id'] as string,
  ),
  history('an agreement', 'agreement', OF_AGREEMENTS, async (world) => (await offered(world)).ids!['id'] as string),
  history(
    'a part to ship',
    'supplierOrder',
    ['supplier'],
    async (world) => (await partToShip(world)).ids!['id'] as string,
  ),
  history('a dossier', 'dossier', OF_ADMISSION, async (world) => (await dossierOf(world)).ids!['id'] as string),
  history('an application', 'application', OF_ADMISSION, async ({ watch, owned }) => {
    const { id, supplierId } = await watch.application();
    await owned(supplierId);
    return id;
  }),
  history('a plan of spot checks', 'spotCheck', JUDGES, async (world) => (await drawn(world)).ids!['id'] as string),
  history('a dispute', 'dispute', OF_GOODS, async (world) => (await opened(world)).id),
  history('a pool', 'pool', OF_AGREEMENTS, async (world) => (await pool(world)).ids!['id'] as string),
  history(
    'a request for an invoice',
    'invoiceRequest',
    ['supplier'],
    async (world) => (await invoiceAsked(world)).ids.id,
  ),
  history('a delivery', 'delivery', ['supplier', ...OFFICERS], madeFor(lotRows, 'GET /me/deliveries/{id}')),
  history('a record of work', 'work', OF_AGREEMENTS, madeFor(linkageRows, 'GET /benefit/work/{id}')),
  history('a household', 'household', OF_AGREEMENTS, madeFor(linkageRows, 'GET /benefit/households/{id}')),
  history('a claim', 'afterSale', ['supplier'], madeFor(afterSaleRows, 'GET /supplier/after-sales/{id}')),
  history('a statement', 'statement', OF_STATEMENTS, madeFor(orderRows, 'GET /settlement/statements/{id}')),
  history('an adjustment', 'adjustment', OF_STATEMENTS, madeFor(payoutRows, 'GET /settlement/adjustments/{id}')),
  ...(['proposed', 'refused'] as const).map((state) =>
    history(`an adjustment that is ${state}`, 'adjustment', UNCLAIMED, async (world) =>
      String((await adjustment(state)(world)).ids!['id']),
    ),
  ),
  history(
    'an account to be paid to',
    'payeeAccount',
    ['supplier', 'finance'],
    madeFor(payoutRows, 'POST /settlement/payee-accounts/{id}/decide'),
  ),
  history('a difference', 'difference', ['finance'], async () => randomUUID()),
  history('an organisation that buys', 'organisation', ['finance'], async () => randomUUID()),
  // Of these the readers are known before the thing is.
  history('a run of payouts', 'payoutRun', ['finance'], async () => randomUUID()),
  history('an edition of the list', 'edition', [...OF_THE_HOUSE, 'reviewer', 'reviewerElsewhere'], async () => 'none'),
  history('a campaign', 'campaign', OF_THE_HOUSE, async (world) => String((await campaignEdited(world)).ids!['id'])),
  history('a setting', 'setting', OF_THE_HOUSE, async () => 'ledger.openDifferenceMostFen'),
];

const NOTED = [
  'a lot',
  'an agreement',
  'an application',
  'a plan of spot checks',
  'a campaign',
  'an account to be paid to',
  'an adjustment that is proposed',
];

/** Whoever reads what was done to a thing leaves notes beside it, and nobody else. */
const noting = reading
  .filter(({ thing }) => NOTED.includes(thing))
  .map(({ thing, allowed, make }) =>
    row('POST /history/{kind}/{id}/notes', thing, allowed, async (world) => ({
      ...{ ...(await make(world)), body: { text: '已电话核实，月底前再看' } },
    })),
  );

export const historyRows: readonly Row[] = [...reading, ...noting];
