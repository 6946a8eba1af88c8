import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { draftCampaign, enterCampaign, publishCampaign } from './channels/campaign';
import { orderFrom, type Found } from './channels/buying';
import { goingRound } from './going-round';
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

/** The demonstration has one operator with a password; a second pair of eyes needs another. */
async function reviewerOperatesToo(): Promise<void> {
  await house.rows(
    `insert into identity.role_grant (person_id, role, granted_at, granted_by)
     select person_id, 'operator', platform.business_now(), 'journey' from identity.credential where login = 'reviewer'`,
  );
}

test('an order from a pavilion and from a campaign says so; one drafts a campaign, another publishes, a supplier enters', async () => {
  const buyer = await Visitor.arrive(browser, 'channel-buyer', 390);
  visitors.push(buyer);
  await goingRound(house, visitors, async () => {
    const [hall] = await house.rows<Found>(
      `select slug, name_zh as name from catalogue.venue where kind = 'provinceHall' and state = 'open' order by slug limit 1`,
    );
    const [campaign] = await house.rows<Found>(
      `select campaign.slug, campaign.name_zh as name from catalogue.campaign_v campaign
         join catalogue.campaign_product_v entered on entered.campaign_id = campaign.id
        where campaign.running group by campaign.slug, campaign.name_zh order by count(*) desc, campaign.slug limit 1`,
    );
    await orderFrom(buyer, house, { path: '/venues', found: hall!, says: `来自 ${hall!.name}` });
    await orderFrom(buyer, house, { path: '/campaigns', found: campaign!, says: `来自活动：${campaign!.name}` });

    await reviewerOperatesToo();
    const drafter = await Colleague.arrive(browser, house, 'operator');
    const publisher = await Colleague.arrive(browser, house, 'reviewer');
    const supplier = await Colleague.arrive(browser, house, 'supplier', 390);
    visitors.push(drafter.visitor, publisher.visitor, supplier.visitor);
    const drafted = await draftCampaign(drafter);
    await publishCampaign(publisher, drafted);
    await enterCampaign(supplier, drafted);
  });
});
