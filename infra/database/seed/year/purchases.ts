import { provisioning } from '@xihuo/identity';
import { money, must, time } from '@xihuo/kernel';
import { business, type Counter } from '@xihuo/ordering';
import { newId, statement, type Database, type Tx, type Vault } from '@xihuo/platform';
import { Cast } from '../cast';
import type { YearOffer } from './goods';
import type { Turn } from './plan';

/** Of public buyers that have no account in the demonstration. */
const BUYERS = 4;

interface PublicBuyer {
  organisation_id: string;
  name_zh: string;
  site_id: string;
  person_id: string | null;
}

/** $1 how many. */
const publicBuyers = statement<PublicBuyer>(
  'seed.public_buyers',
  `select account.organisation_id, organisation.name_zh, site.id as site_id,
          (select min(member.person_id::text)::uuid from ordering.business_member member
            where member.organisation_id = account.organisation_id) as person_id
     from ordering.business_account account
     join registry.organisation_v organisation on organisation.id = account.organisation_id
    cross join lateral (select id from ordering.delivery_site where organisation_id = account.organisation_id order by id limit 1) site
    where account.payer_kind = 'publicBuyer' and account.payment = 'onTerms' and organisation.reference not in ('B038', 'B060')
    order by organisation.reference limit $1`,
);

/** Who orders, accepts and pays for them. */
export async function appointBuyers(tx: Tx): Promise<void> {
  for (const { organisation_id: organisationId, name_zh: name } of await tx.sql(publicBuyers, [BUYERS])) {
    const { id: personId } = await provisioning.createPerson(tx, { displayName: `${name}采购员` });
    await provisioning.grantRole(tx, { personId, role: 'businessBuyer', organisationId });
    await business.putDuties(tx, {
      ...{ organisationId, personId, duties: ['order', 'receive', 'pay'], limitFen: 100_000_000n, approvalLevel: null },
    });
  }
}

export interface Bought {
  offer: YearOffer;
  packs: number;
  by: PublicBuyer;
}

/** What public buyers order in a turn: the least that is sold to them, or a little more. */
export async function planPurchases(tx: Tx, offers: readonly YearOffer[], turn: Turn): Promise<readonly Bought[]> {
  if (turn.purchases === 0) return [];
  const buyers = await tx.sql(publicBuyers, [BUYERS]);
  return Array.from({ length: turn.purchases }, (_, at) => {
    const offer = offers[(turn.number * 5 + at) % offers.length]!;
    return { offer, packs: offer.minimum_packs, by: buyers[(turn.number + at) % buyers.length]! };
  });
}

/** On the terms of each, at the prices of the day. */
export async function purchase(
  tx: Tx,
  desk: { counter: Counter; vault: Vault; database: Database },
  { offer, packs, by }: Bought,
): Promise<void> {
  must(by.person_id !== null, 'somebody orders for it');
  const wanted = [{ skuId: offer.sku_id, quantity: packs }];
  const quote = await business.quote(desk.database, by.organisation_id, by.person_id, {
    ...{ body: { siteId: by.site_id, lines: wanted }, now: tx.now },
  });
  const lines = wanted.map((line, at) => ({ ...line, unitPrice: quote.lines[at]!.unitPrice }));
  await business.makePurchase(tx, desk, {
    ...{ organisationId: by.organisation_id, personId: by.person_id },
    body: { siteId: by.site_id, lines, total: quote.amount, note: '', ownNumber: '' },
  });
}

const toAccept = statement<{ id: string; part_id: string; person_id: string }>(
  'seed.purchases_to_accept',
  `select purchase.id, part.id as part_id, purchase.requested_by as person_id
     from ordering.purchase_order purchase join ordering.supplier_order_v part on part.order_id = purchase.order_id
    where part.state = 'shipped' order by part.id`,
);

export async function acceptPurchases(tx: Tx): Promise<void> {
  for (const { id, part_id: supplierOrderId, person_id: personId } of await tx.sql(toAccept))
    await business.acceptGoods(tx, id, personId, { supplierOrderId, rejections: [], photoIds: [], words: '' });
}

const owed = statement<{ pay_code: string; open_fen: bigint; payer: string }>(
  'seed.purchases_owed',
  `select purchase.pay_code, receivable.open_fen, organisation.name_zh as payer
     from ordering.receivable join ordering.purchase_order purchase on purchase.id = receivable.purchase_order_id
     join registry.organisation_v organisation on organisation.id = purchase.organisation_id
    where receivable.open_fen > 0 order by purchase.id`,
);

/** By bank: one of finance writes it down, another holds it against the bank's paper. */
export async function payPurchases(tx: Tx): Promise<void> {
  const cast = await Cast.of(tx);
  const [first, second] = [cast.finance(0).personId, cast.finance(1).personId];
  for (const { pay_code: code, open_fen: fen, payer } of await tx.sql(owed)) {
    const { id, version } = await business.enterTransfer(
      tx,
      {
        ...{ id: newId(), bankReference: `示例流水-${code}`, receivedOn: time.businessDate(tx.now) },
        ...{ amount: money.toWire(money.fen(fen)), payerName: payer, remark: `货款 ${code}` },
      },
      first,
    );
    await business.confirmTransfer(tx, id, { version, by: second });
  }
}
