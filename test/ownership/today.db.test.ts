import 'reflect-metadata';
import type { Offer } from '@xihuo/testing';
import { routes, type ResponseOf, type RouteKey } from '@xihuo/contract';
import { afterSaleRows } from './after-sale-rows';
import { applyingRows } from './applying-rows';
import { businessRows } from './business-rows';
import { CALLERS, SIGNED_OUT, type CallerName } from './callers';
import { disputeRows } from './dispute-rows';
import { duesRows } from './dues-rows';
import { invoiceRows } from './invoice-rows';
import { lotRows } from './lot-rows';
import { nationwideRows } from './nationwide-rows';
import { orderRows } from './order-rows';
import { payoutRows } from './payout-rows';
import { productRows } from './product-rows';
import { reconciliationRows } from './reconciliation-rows';
import { reviewingRows } from './reviewing-rows';
import { watchingRows } from './watching-rows';
import { openWorld, type World } from './world';

type Today = ResponseOf<'GET /me/today'>;
type Waiting = Today['data'][number]['what'];

/** The list that each count leads to, as the console asks for it. */
const LISTS: Readonly<Record<Waiting, readonly [RouteKey, string]>> = {
  toShip: ['GET /supplier/orders', 'state=toShip'],
  claims: ['GET /supplier/after-sales', 'open=true'],
  disputes: ['GET /supplier/disputes', 'view=waiting'],
  invoices: ['GET /supplier/invoice-requests', 'waiting=supplier'],
  measures: ['GET /supplier/measures', 'state=inForce'],
  dossiersBack: ['GET /admission/dossiers', 'state=correctionsRequested'],
  recognitionsBack: ['GET /admission/recognitions', 'state=correctionsRequested'],
  changesBack: ['GET /catalogue/changes', 'state=changesRequested'],
  applicationsBack: ['GET /me/applications', 'waiting=correction'],
  renewals: ['GET /me/applications', 'waiting=renewal'],
  mandates: ['GET /me/mandates', 'waiting=true'],
  papersEnding: ['GET /supplier/certificates', 'within=30'],
  casesOpen: ['GET /supplier/cases', 'waiting=true'],
  rechecksOpen: ['GET /supplier/rechecks', 'waiting=true'],
  runningOut: ['GET /suppliers/{supplierId}/products', 'short=true'],
  lotsEnding: ['GET /supplier/lots', 'ending=true'],
  recalls: ['GET /trace/recalls', 'state=open'],
  unpaid: ['GET /settlement/statements', 'unpaid=true'],
  owed: ['GET /benefit/households', 'owed=true'],
  held: ['GET /benefit/held-deliveries', ''],
  contests: ['GET /benefit/contests', 'state=open'],
  reviews: ['GET /supplier/reviews', 'view=unanswered'],
  questions: ['GET /supplier/questions', 'waiting=true'],
  settingsProposed: ['GET /settings', ''],
  rolesProposed: ['GET /people', 'waiting=me'],
  rectifications: ['GET /admission/measures', 'waiting=verification'],
  contestsRaised: ['GET /benefit/contests', 'state=escalated'],
  certificatesEnding: ['GET /admission/certificates', 'within=30'],
  recommending: ['GET /admission/queue', 'step=county'],
  stamping: ['GET /admission/recognitions', 'state=submitted'],
  checking: ['GET /admission/queue', ''],
  reviewing: ['GET /admission/queue', 'step=review'],
  dossiers: ['GET /admission/dossiers', 'state=submitted'],
  recognitions: ['GET /admission/recognitions', 'state=countyStamped'],
  changes: ['GET /catalogue/changes', 'state=submitted'],
  objections: ['GET /admission/objections', 'state=open'],
  certificates: ['GET /admission/certificates', 'state=handedIn'],
  rechecks: ['GET /admission/rechecks', 'state=answered'],
  inspections: ['GET /admission/inspections', 'state=planned'],
  proposals: ['GET /admission/cases', 'state=proposed'],
  appeals: ['GET /admission/appeals', 'state=filed'],
  runs: ['GET /settlement/runs', 'view=open'],
  payouts: ['GET /settlement/payout-runs', 'state=drawn'],
  accounts: ['GET /settlement/payee-accounts', 'state=proposed'],
  adjustments: ['GET /settlement/adjustments', 'state=proposed'],
  differences: ['GET /payment/differences', 'view=toDo'],
  transfers: ['GET /bank-transfers', 'state=waiting'],
  returns: ['GET /transfer-returns', 'state=proposed'],
  mediation: ['GET /mediation/disputes', 'view=toDo'],
  mediationMine: ['GET /mediation/disputes', 'view=mine'],
  deadLetters: ['GET /dead-letters', ''],
  calendar: ['GET /operations', ''],
};

/** Acts for which something must wait: making a thing to act on leaves it in one of the lists. */
const ACTS: readonly (readonly [RouteKey, number])[] = [
  ['POST /admission/applications/{id}/recommend', 2],
  ['POST /admission/applications/{id}/check', 1],
  ['POST /admission/applications/{id}/claim', 2],
  ['POST /admission/recognitions/{id}/stamp', 1],
  ['POST /admission/recognitions/{id}/publish', 2],
  ['POST /admission/recognitions/{id}/resubmit', 1],
  ['POST /admission/dossiers/{id}/approve', 2],
  ['POST /catalogue/changes/{id}/confirm', 2],
  ['POST /admission/objections/{id}/decide', 1],
  ['POST /admission/certificates/{id}/verification', 2],
  ['POST /admission/rechecks/{id}/decision', 1],
  ['POST /admission/inspections/{id}/report', 1],
  ['POST /admission/cases/{id}/decision', 1],
  ['POST /admission/measures/{id}/verification', 2],
  ['POST /admission/appeals/{id}/decision', 2],
  ['POST /supplier/orders/{id}/shipment', 2],
  ['POST /supplier/after-sales/{id}/accept', 1],
  ['POST /supplier/disputes/{id}/messages', 2],
  ['POST /mediation/disputes/{id}/claim', 2],
  ['POST /mediation/disputes/{id}/decision', 1],
  ['POST /invoice-requests/{id}/issue', 1],
  ['POST /settlement/runs/{id}/resume', 1],
  ['POST /settlement/payout-runs/{id}/approve', 1],
  ['POST /settlement/payee-accounts/{id}/decide', 1],
  ['POST /settlement/adjustments/{id}/decide', 2],
  ['POST /payment/differences/{id}/steps', 1],
  ['POST /bank-transfers/{id}/match', 1],
  ['POST /transfer-returns/{id}/decide', 1],
  ['POST /admission/mandates/{id}/answer', 2],
  ['GET /admission/applications/{id}/progress', 1],
  ['GET /me/deliveries/{id}', 2],
  ['POST /supplier/rechecks/{id}/answers', 1],
  ['POST /supplier/cases/{id}/statements', 1],
  ['GET /trace/recalls/{id}', 1],
  ['POST /me/obligations/{id}/contest', 1],
  ['POST /benefit/contests/{id}/answer', 2],
  ['POST /benefit/contests/{id}/decide', 1],
  ['POST /supplier/reviews/{id}/reply', 2],
  ['POST /supplier/questions/{id}/answer', 1],
  ['GET /admission/certificates/{id}', 1],
];

/** What waits for the next only once it was done. */
const DONE: readonly (readonly [RouteKey, CallerName])[] = [
  ['POST /admission/dossiers/{id}/request-corrections', 'reviewer'],
  ['POST /catalogue/changes/{id}/request-changes', 'reviewer'],
  ['POST /mediation/disputes/{id}/claim', 'mediator'],
];

const rows = [
  ...[applyingRows, reviewingRows, productRows, watchingRows, nationwideRows, orderRows, afterSaleRows],
  ...[duesRows, lotRows, disputeRows, businessRows, invoiceRows, payoutRows, reconciliationRows],
].flat();

function rowOf(key: RouteKey) {
  const found = rows.find((row) => row.key === key);
  if (!found) throw new Error(`no row makes something for ${key}`);
  return found;
}

/** What of the supplier's runs out or ends within its days, and what is settled and not paid to it yet. */
async function ending({ supplierId, productId }: Offer): Promise<void> {
  const { rows } = world.shop;
  await rows(`update catalogue.sku set stock_state = 'low' where supplier_id = $1`, [supplierId]);
  await rows('update catalogue.product set shelf_life_days = 3 where id = $1', [productId]);
  await world.shop.lot(world.offer, 1_000n);
  await rows(
    `update trace.lot set produced_on = produced_on - 2
      where id in (select id from trace.lot where supplier_id = $1 and state = 'open' order by id desc limit 1)`,
    [supplierId],
  );
  await rows(`update admission.certificate set valid_until = current_date + 10 where state = 'valid'`);
  await rows('update admission.certification set valid_until = current_date + 30 where supplier_id = $1', [supplierId]);
  await rows(
    `update admission.application set state = 'correctionsRequested'
      where state = 'submitted' and supplier_id = any ($1::uuid[])`,
    [await suppliersOf('supplier')],
  );
  await rows(
    `insert into benefit.held_delivery (delivery_id, supplier_id, household_id, product_id, lot_id, grams, delivered_on, why, held_at)
     select delivery.id, lot.supplier_id, delivery.household_id, lot.product_id, lot.id, 1, delivered_on, 'AGREEMENT_NOT_IN_FORCE', now()
       from trace.delivery join trace.lot on lot.id = delivery.lot_id where lot.supplier_id = $1 and delivery.state = 'recorded'`,
    [supplierId],
  );
  await rows(
    `update trace.delivery set state = 'confirmed', counts = true, confirmed_at = now(), confirmed_how = 'phone'
      where id = (select max(delivery_id::text)::uuid from benefit.held_delivery)`,
  );
  // Two settlements: one waits for its payment, the other was paid with nothing left.
  await rows(
    `with run as (
       insert into settlement.run (period_end, state, created_at)
       select coalesce(max(period_end), date '2020-01-01') + day, 'prepared', now()
         from settlement.run cross join generate_series(1, 2) day group by day returning id, period_end
     ), statement as (
       insert into settlement.statement (run_id, supplier_id, period_end, opening_fen, gross_fen, refund_fen, fee_fen, farmer_dues_fen,
                                         payable_fen, closing_fen, rule_version)
       select id, $1, period_end, 0, 100, 0, 0, 0, 100, 100, '1' from run
     )
     insert into settlement.payout_due (run_id, supplier_id, payee_kind, payee_id, purpose, amount_fen)
     select id, $1, 'organisation', $1, 'payable', 100 from run order by period_end limit 1`,
    [supplierId],
  );
}

/** By one operator, and by somebody who is none any more: of a number, of a role's end, of a factor that was lost. */
async function proposedByOperators(): Promise<void> {
  const { rows } = world.shop;
  const day = await world.day(9);
  const key = 'ledger.openDifferenceMostFen';
  const [setting] = (
    (await world.granted('operator', 'GET /settings', {
      query: `?prefix=${key}`,
    })) as never as ResponseOf<'GET /settings'>
  ).data;
  await world.granted('operator', 'POST /settings/steps', {
    body: {
      step: 'propose',
      key,
      value: Number(setting!.value) + 1,
      effectiveFrom: day,
      source: '示例规定',
      reason: '示例原因',
    },
  });
  const held = `select held.id, held.person_id from identity.role_grant held where held.ended_at is null`;
  await rows(
    `with operator as (select proposed_by as id, proposed_at as at from registry.policy_proposal where key = $1),
          nobody as (${held} and role = 'consumer' limit 1),
          proposed as (
            insert into registry.policy_proposal (key, value, effective_from, source, reason, proposed_by, proposed_at)
            select $1, '7', $2::date + 1, '示例', '示例', nobody.person_id, operator.at from operator, nobody),
          ends as (
            insert into identity.role_ending (grant_id, reason, proposed_by, proposed_at)
            select mediator.id, '示例', operator.id, operator.at from operator, (${held} and role = 'mediator' limit 1) mediator
            union all
            select finance.id, '示例', nobody.person_id, operator.at from operator, nobody, (${held} and role = 'finance' limit 1) finance),
          clerk as (${held} and role = 'countyAgriculture' limit 1),
          factor as (
            insert into identity.totp_secret (person_id, secret_sealed, enrolled_at)
            select person_id, '\\x00', now() from clerk on conflict do nothing)
     insert into identity.factor_removal (person_id, reason, proposed_by, proposed_at)
     select clerk.person_id, '示例', operator.id, operator.at from operator, clerk`,
    [key, day],
  );
}

/** What stands beside what waits, or waits though little of it is left: where a count and its list may part. */
async function borderline(): Promise<void> {
  const { shop, offer } = world;
  // Confirmed by a second person, and held: it can be cancelled, and asks nobody for anything.
  await shop.rows(
    `insert into settlement.payee_account (id, payee_kind, payee_id, state, bank_name, number_tail, fingerprint, proposed_at, held_until, decided_at)
     values (uuidv7(), 'household', $1, 'confirmed', '示例银行', '0026', '\\x00', now(), now() + interval '3 days', now())`,
    [await shop.household(offer.supplierId)],
  );
  await ending(offer);
  await proposedByOperators();
  // Issued, and all of its goods called off since: its red note is due.
  const invoice = (await rowOf('POST /invoice-requests/{id}/red-notes').make(world)).ids!['id'];
  await shop.rows('update ordering.invoice_request set red_due_on = current_date where id = $1', [invoice]);
  await shop.rows(
    `update ordering.supplier_order set state = 'cancelled'
      where id in (select supplier_order_id from ordering.invoice_item where request_id = $1)`,
    [invoice],
  );
}

/** How many rows a list has for somebody; one of a supplier, of all that they act for. */
async function listedFor(name: CallerName, key: RouteKey, query: string): Promise<number> {
  const { query: asked } = routes[key] as { query?: { shape: object } };
  const made = { query: `?${query}${asked && 'limit' in asked.shape ? '&limit=100' : ''}` };
  const lists = key.includes('{supplierId}')
    ? (await suppliersOf(name)).map((supplierId) => world.granted(name, key, { ...made, ids: { supplierId } }))
    : [world.granted(name, key, made)];
  const listed = (await Promise.all(lists)).flatMap((list) => list['data'] as Record<string, unknown>[]);
  // The years that are missing stand in one line of what is missing before real use.
  if (key === 'GET /operations')
    return listed.find(({ name: line }) => line === 'registry.calendar')!['count'] as number;
  // All settings are one list; whoever proposed one sees that it waits, and is not waited for.
  if (key === 'GET /settings')
    return listed.filter(({ status, mine }) => status === 'proposed' && mine === false).length;
  return listed.length;
}

async function suppliersOf(name: CallerName): Promise<string[]> {
  const { grants } = (await world.granted(name, 'GET /me', {})) as unknown as ResponseOf<'GET /me'>;
  return grants.flatMap(({ role, organisation }) => (role === 'supplier' && organisation ? [organisation.id] : []));
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const [key, times] of ACTS) for (let made = 0; made < times; made += 1) await rowOf(key).make(world);
  for (const [key, by] of DONE) await world.granted(by, key, await rowOf(key).make(world));
  await borderline();
  await world.shop.rows(
    `insert into platform.dead_letter (consumer, event_id, event_name, error, attempts)
     select 'x.y', gen_random_uuid(), 'z', fault, 3 from unnest(array['one', 'one', 'two']) as fault`,
  );
}, 120_000);
afterAll(() => world?.close());

test('every count is that of the list which it leads to, for everybody, and each list has had something in it', async () => {
  const seen = new Set<Waiting>();
  for (const name of CALLERS.filter((caller) => !SIGNED_OUT.includes(caller))) {
    const today = (await world.granted(name, 'GET /me/today', {})) as unknown as Today;
    const listed: Record<string, number> = {};
    for (const { what, count } of today.data) {
      listed[what] = await listedFor(name, ...LISTS[what]);
      if (count > 0) seen.add(what);
    }
    expect([name, Object.fromEntries(today.data.map(({ what, count }) => [what, count]))]).toEqual([name, listed]);
  }
  expect(Object.keys(LISTS).filter((what) => !seen.has(what as Waiting))).toEqual([]);
});
