import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { addTo, certify, findOld, packAndLabel, processInto, recallIt, type ShippedLot } from './scale/a-lot';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, type Visitor } from './visitor';

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

/** A lot of the demonstration supplier that has shipped, and still has something in it. */
async function shippedLot(): Promise<ShippedLot> {
  const [found] = await house.rows<ShippedLot>(
    `select lot.id, lot.code, lot.supplier_id as "supplierId", product.name_zh as product
       from trace.lot join catalogue.product product on product.id = lot.product_id
       join identity.role_grant held on held.organisation_id = lot.supplier_id
       join identity.credential known on known.person_id = held.person_id and known.login = 'supplier'
      where lot.shipped_grams > 0 and lot.state = 'open'
        and lot.received_grams - lot.shipped_grams - lot.processed_grams - lot.lost_grams >= 20000
      order by lot.id limit 1`,
  );
  return found!;
}

test('a lot from a delivery through processing, packs and labels, found among many, to a recall that names its parcels', async () => {
  const clerk = await Colleague.arrive(browser, house, 'supplier');
  visitors.push(clerk.visitor);
  await goingRound(house, visitors, async () => {
    const lot = await shippedLot();
    await clerk.open('/trace/lots');
    await clerk.open(`/trace/lots/${lot.id}`, 'lot');
    await addTo(clerk, lot);
    await certify(clerk);
    const made = await processInto(clerk, lot);
    await clerk.open(`/trace/lots/${made.id}`, 'lot-made');
    await certify(clerk);
    await packAndLabel(clerk, made);
    await findOld(clerk, lot);
    await recallIt(clerk, lot, made);
  });
});
