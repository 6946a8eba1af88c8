import type { Browser } from 'playwright-core';
import { holding } from '@xihuo/testing';
import { Colleague } from './admission/colleague';
import { answer, sendReplacement, shipParcel } from './after-sale/answering';
import {
  claimDamage,
  claimResend,
  claimReturn,
  confirmReplacement,
  escalate,
  readRefunded,
  sendBack,
  type Bought,
} from './after-sale/claiming';
import { decide, insist, openCase } from './dispute/deciding';
import { seeFilm } from './filming';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { buy, pay, type Basket } from './steps';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** What the demonstration supplier sells that rots, and what keeps, each with a lot to ship from. */
async function basket(): Promise<Basket> {
  const goods = await house.rows<Basket['story'] & { perishable: boolean }>(
    `select distinct on (offer.perishable) offer.perishable, offer.name_zh as product, supplier.name_zh as supplier,
            lot.code as lot, offer.sku_id as sku
       from catalogue.offer_v offer join trace.lot on (lot.supplier_id, lot.product_id) = (offer.supplier_id, offer.product_id)
       join registry.organisation supplier on supplier.id = offer.supplier_id
       join identity.role_grant held on held.organisation_id = offer.supplier_id
       join identity.credential known on known.person_id = held.person_id and known.login = 'supplier'
      where offer.for_sale and offer.stock_state = 'inStock' and lot.state = 'open' and lot.received_grams - lot.shipped_grams > 10000
        and (offer.perishable or not exists (
              select from catalogue.offer_v other where other.product_id = offer.product_id and other.supplier_id <> offer.supplier_id))
      order by offer.perishable desc, offer.slug, lot.code`,
  );
  const [story, other] = goods as unknown as [Basket['story'], Basket['story']];
  return { story, other };
}

async function colleague(login: string): Promise<Colleague> {
  const arrived = await Colleague.arrive(browser, house, login);
  visitors.push(arrived.visitor);
  return arrived;
}

async function buyBoth(buyer: Visitor, goods: Basket): Promise<Bought> {
  await buy(buyer, house, goods, 1);
  await pay(buyer);
  const url = buyer.page.url().split('?')[0]!;
  return { url, id: /[0-9a-f-]{36}/.exec(url)![0] };
}

/** The platform hears both, and a mediator says how much goes back. */
async function decideClaim(buyer: Visitor, clerk: Colleague, bought: Bought, product: string): Promise<void> {
  const { page } = buyer;
  await house.until(1, `select count(*) from dispute.dispute_case where order_id = $1 and state = 'evidence'`, [
    bought.id,
  ]);
  await buyer.open(bought.url);
  await page.locator('a[href*="/disputes/"]:not([href$="/new"])').click();
  await page.waitForURL('**/disputes/*');
  await page.getByText('平台已介入，请上传照片等证据。').waitFor();
  await insist(page, '证据已交齐');
  await openCase(clerk.visitor, house, '/disputes', product);
  await insist(clerk.page, '举证完毕');
  const mediator = await colleague('mediator');
  await mediator.open('/mediation');
  await openCase(mediator.visitor, house, '/mediation', product);
  await mediator.page.getByRole('button', { name: '文件 2', exact: true }).click();
  await seeFilm(mediator.page.getByRole('dialog').getByLabel('文件 2'));
  await mediator.page.keyboard.press('Escape');
  await insist(mediator.page, '受理本案');
  await decide(mediator.page, '作出决定', '1', '照片显示部分坏损，酌情退还一元');
  await page.reload();
  await page.getByText('照片显示部分坏损，酌情退还一元').first().waitFor();
  await buyer.checkAccess('claim-decided');
}

test('of one parcel what rotted is claimed, refused, brought before the platform and decided; what was missing is sent again; what is faulty goes back for its money', async () => {
  const buyer = await Visitor.arrive(browser, 'claiming-buyer', 390);
  visitors.push(buyer);
  await goingRound(house, visitors, async () => {
    const goods = await basket();
    const bought = await buyBoth(buyer, goods);
    const clerk = await colleague('supplier');
    await shipParcel(clerk, bought);

    await claimDamage(buyer, bought, goods.story.product);
    await answer(clerk, bought, { kind: 'damage', word: '拒绝', reason: '发出时完好，照片看不出坏损' });
    await escalate(buyer, bought);
    await decideClaim(buyer, clerk, bought, goods.story.product);

    await claimResend(buyer, bought, goods.other.product);
    await answer(clerk, bought, { kind: 'resend', word: '同意另发' });
    await sendReplacement(clerk);
    await confirmReplacement(buyer, bought);

    await claimReturn(buyer, bought, goods.other.product);
    await answer(clerk, bought, { kind: 'return', word: '同意退货' });
    await sendBack(buyer, bought);
    await answer(clerk, bought, { kind: 'return', word: '同意退款' });
    await readRefunded(buyer, house, bought);
    expect(await holding.brokenInvariants(house.count, holding.invariants)).toEqual({});
  });
});
