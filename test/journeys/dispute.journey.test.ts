import type { Browser } from 'playwright-core';
import { holding } from '@xihuo/testing';
import { decide, insist, openCase, press } from './dispute/deciding';
import { freshCode } from './fresh-code';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { buy, pay, ship, signInToConsole, type Basket } from './steps';
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

async function arrive(name: string, width: number): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, name, width);
  visitors.push(visitor);
  return visitor;
}

/** The demo supplier's potatoes, which its clerk ships, and something of another supplier. */
async function basket(): Promise<Basket> {
  const [story] = await house.rows<Basket['story']>(
    `select product.name_zh as product, supplier.name_zh as supplier, lot.code as lot, sku.id as sku
       from trace.lot join catalogue.product on product.id = lot.product_id
       join registry.organisation supplier on supplier.id = lot.supplier_id
       join catalogue.sku on sku.product_id = product.id and sku.supplier_id = supplier.id
      where lot.shipped_grams > 0 and supplier.reference = 'S092' order by lot.produced_on limit 1`,
  );
  const [other] = await house.rows<Basket['other']>(
    `select name_zh as product, min(supplier_id::text) as supplier, min(sku_id::text) as sku from catalogue.offer_v
      where for_sale and stock_state = 'inStock' group by name_zh having count(*) = 1 and min(price_fen) < 20000 order by name_zh limit 1`,
  );
  return { story: story!, other: other! };
}

/** $1 order. */
const AWARDED = `select count(*) from payment.refund join dispute.dispute_case on dispute_case.id = refund.source_id
                  where source_kind = 'award' and refund.state = 'succeeded' and order_number = $1`;

/** Signed in a while ago: money goes one way or the other by it, so the factor is shown anew. */
async function decideLater(mediator: Visitor, at: RunningHouse, login: string): Promise<void> {
  await at.rows(
    `update identity.session set second_factor_at = second_factor_at - interval '6 minutes' where second_factor_at is not null`,
  );
  mediator.provokes(/403.*\/appeal-decision$/);
  const code = () => freshCode(at.account(login).totpSecret!);
  await decide(mediator.page, '作出申诉决定', '2', '按照片核算损坏部分，退还两元', code);
}

test('a damaged parcel: the platform steps in and decides, other people decide the appeal, and the money goes back', () =>
  goingRound(house, visitors, async () => {
    const goods = await basket();
    const buyer = await arrive('disputing-buyer', 390);
    const { page } = buyer;
    await buy(buyer, house, goods);
    const number = await pay(buyer);
    const orderUrl = page.url();
    const supplier = await arrive('disputing-supplier', 1280);
    await ship(supplier, house, number, goods.story.lot);

    await buyer.open(orderUrl);
    await page.getByRole('link', { name: '提出争议' }).click();
    await page.getByRole('checkbox', { name: new RegExp(goods.story.product) }).check();
    await page.getByLabel('原因').selectOption({ label: '破损、腐坏' });
    await page.getByLabel('发生了什么').fill('外箱压坏，里面烂了一半');
    await buyer.checkAccess('open-dispute');
    await buyer.picture();
    await press(page, '提出争议');
    await page.getByText('等待供应商答复').waitFor();
    await buyer.checkAccess('dispute');
    await insist(page, '请平台介入');
    await page.getByText('平台已介入，请上传照片等证据。').waitFor();
    await insist(page, '证据已交齐');

    await openCase(supplier, house, '/disputes', goods.story.product);
    await supplier.checkAccess('own-dispute');
    await insist(supplier.page, '举证完毕');
    await supplier.page.getByText('调解中').first().waitFor();

    const mediator = await arrive('mediator', 1280);
    await signInToConsole(mediator, house, 'mediator');
    await mediator.open(`${house.origin}/console/mediation`);
    await mediator.checkAccess('mediation');
    await mediator.page.getByRole('row', { name: goods.story.product }).getByText('待受理').first().waitFor();
    await openCase(mediator, house, '/mediation', goods.story.product);
    await insist(mediator.page, '受理本案');
    await decide(mediator.page, '作出决定', '1', '照片显示多数完好，酌情退还一元');
    await mediator.page.getByText('已决定·申诉期').first().waitFor();
    await mediator.checkAccess('case-file');

    await page.reload();
    await press(page, '申诉');
    await page.getByLabel('申诉理由').fill('一半都烂了，退一元太少，请复核');
    await press(page, '申诉');
    await page.getByText('由未参与过本案的人员复核。').waitFor();
    await buyer.checkAccess('dispute-appealed');

    const other = await arrive('other-mediator', 1280);
    await signInToConsole(other, house, 'mediator-2');
    await openCase(other, house, '/mediation', goods.story.product);
    await decideLater(other, house, 'mediator-2');
    await other.page.getByText('已执行').first().waitFor();
    await other.checkAccess('case-executed');

    await house.until(1, AWARDED, [number]);
    await page.reload();
    await page.getByText('退款已原路退回。').waitFor();
    await buyer.checkAccess('dispute-settled');
    await supplier.page.reload();
    await supplier.page.getByText('已执行').first().waitFor();
    await supplier.page.getByText('按照片核算损坏部分，退还两元').first().waitFor();
    await Promise.all([buyer.picture(), supplier.picture(), mediator.picture(), other.picture()]);
    expect(
      await house.rows(
        'select basis, refund_fen from dispute.award join dispute.dispute_case on id = dispute_id where order_number = $1',
        [number],
      ),
    ).toEqual([{ basis: 'appeal', refund_fen: '200' }]);
    expect(await holding.brokenInvariants(house.count, holding.invariants)).toEqual({});
  }));
