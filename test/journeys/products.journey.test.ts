import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { approveDossier, sendDossier, type Goods } from './admission/selling';
import { goingRound } from './going-round';
import { addFilm, playFilm } from './products/filming';
import { markIs, openInShop, readProduct } from './products/reading';
import {
  addPack,
  countStock,
  enterProduct,
  handIn,
  movePrices,
  nameMark,
  publishChange,
  readMissing,
  stageChange,
  stageTiers,
} from './products/writing';
import { startHouse, type RunningHouse } from './running-house';
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
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
});

async function colleague(login: string, width: number): Promise<Colleague> {
  const arrived = await Colleague.arrive(browser, house, login, width);
  visitors.push(arrived.visitor);
  return arrived;
}

async function buyer(width: number): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, 'buyer', width);
  visitors.push(visitor);
  return visitor;
}

/** What the first test has begun, and the others go on with. */
let goods: Goods;

test('a supplier enters a product with two packs, is told what is missing, and sells it once its dossier is approved', () =>
  goingRound(house, visitors, async () => {
    const clerk = await colleague('supplier', 1280);
    goods = await enterProduct(clerk, '示例雪线富士');
    await readMissing(clerk, goods, ['没有库存，买家不能下单', '还没有可发货的批次，接单后无法发货']);
    await readMissing(clerk, goods, ['供货商超须有商品条码（GTIN），未填：2.5kg']);
    await addPack(clerk, goods, '5kg');
    await countStock(clerk, goods, { '2.5kg': 40, '5kg': 400 });
    await readMissing(clerk, goods, ['有库存']);
    const [day] = await house.rows<{ until: string }>(
      `select (platform.business_now() + interval '40 days')::date::text as until`,
    );
    await nameMark(clerk, day!.until);
    await sendDossier(clerk);
    await approveDossier(await colleague('reviewer', 1280), goods);
    await openInShop(await buyer(390), house, goods);
  }));

test('words, season and tiers are staged, prices beyond the band with them; somebody else publishes, and the shop says so', () =>
  goingRound(house, visitors, async () => {
    const clerk = await colleague('supplier', 390);
    await stageChange(clerk, goods);
    await addFilm(clerk);
    await stageTiers(clerk, '5kg');
    await movePrices(clerk, goods);
    await handIn(clerk);
    await publishChange(await colleague('reviewer', 1280), goods);
    for (const width of [390, 1280]) {
      const visitor = await buyer(width);
      await openInShop(visitor, house, goods);
      await readProduct(visitor);
      await playFilm(visitor);
    }
  }));

test('a mark of quality stands on the page until its certificate is over', () =>
  goingRound(house, visitors, async () => {
    const visitor = await buyer(390);
    await openInShop(visitor, house, goods);
    await markIs(visitor, '绿色食品', true);
    await house.setClock('41 days');
    await markIs(visitor, '绿色食品', false);
  }));
