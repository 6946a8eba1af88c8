import { expect } from '@jest/globals';
import type { Colleague } from '../admission/colleague';

export interface Drafted {
  id: string;
  name: string;
}

interface Pair {
  east: string;
  west: string;
  host: string;
}

/** A pairing of the demonstration supplier's province that has never been hosted, so that the western province begins. */
async function pairOf(colleague: Colleague): Promise<Pair> {
  const [pair] = await colleague.house.rows<Pair>(
    `select east.name as east, west.name as west, west.name as host from registry.pairing
       join registry.region east on east.code = pairing.east_code join registry.region west on west.code = pairing.west_code
       join identity.credential known on known.login = 'supplier'
       join identity.role_grant held on held.person_id = known.person_id
       join registry.organisation_v own on own.id = held.organisation_id
      where left(own.county_code, 2) = left(west.code, 2)
        and not exists (select from catalogue.campaign where campaign.east_code = east.code and campaign.west_code = west.code)
        and pairing.effective_to is null
      limit 1`,
  );
  return pair!;
}

/** Shares that are not the whole are not sent; whole, the draft is saved; who drafted it cannot publish it. */
export async function draftCampaign(operator: Colleague): Promise<Drafted> {
  const { page } = operator;
  const pair = await pairOf(operator);
  const name = '示例结对·冬季专场';
  await operator.open('/channels/campaigns/new', 'campaign-new');
  await operator.fill('名称（中文）', name);
  await operator.fill('名称（英文）', 'Winter market of the pair');
  await operator.fill('网址名', 'winter-market');
  await operator.choose('结对', `${pair.east} – ${pair.west}`);
  await operator.choose('主办', pair.host);
  const [days] = await operator.house.rows<{ from: string; to: string }>(
    `select (platform.business_now() + interval '1 day')::date::text as from, (platform.business_now() + interval '9 days')::date::text as to`,
  );
  await operator.fill('开始日期', days!.from);
  await operator.fill('结束日期', days!.to);
  await operator.press('加一项优惠');
  const discount = page
    .getByRole('region', { name: '优惠 1' })
    .or(page.locator('section', { hasText: '优惠 1' }))
    .last();
  await operator.fill('名称（中文）', '九折', discount);
  await operator.fill('名称（英文）', 'A tenth off', discount);
  await operator.fill('减百分之几', '10', discount);
  await discount.getByLabel('比例（%）').first().fill('60');
  await operator.press('保存草稿');
  await operator.read('合计 60%，须为 100%');
  await operator.press('加一个出资方');
  await discount.getByLabel('比例（%）').last().fill('40');
  await operator.read('合计 100%');
  await operator.look('campaign-form');
  await operator.press('保存草稿');
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await operator.look('campaign-draft');
  // Who drew it up is not offered it.
  expect(await page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
  const id = /campaigns\/([0-9a-f-]{36})/.exec(page.url())![1]!;
  return { id, name };
}

export async function publishCampaign(operator: Colleague, { id }: Drafted): Promise<void> {
  await operator.open(`/channels/campaigns/${id}`, 'campaign');
  await operator.decide('发布', async () => undefined);
  await operator.read('已公布的内容');
  await operator.look('campaign-published');
}

/** The supplier reads what the discount costs before it says yes. */
export async function enterCampaign(supplier: Colleague, { id, name }: Drafted): Promise<void> {
  await supplier.open('/channels/own-campaigns', 'own-campaigns');
  const card = supplier.page.locator('section', { has: supplier.page.getByRole('heading', { name }) }).last();
  await card.getByText('其中贵方出 4 元').waitFor();
  await supplier.press('报名', card);
  await card.getByText('须先接受才能报名').waitFor();
  await card.getByRole('checkbox').first().check();
  await supplier.tick(/我方接受/, card);
  await supplier.press('报名', card);
  await supplier.read('报名已保存');
  await supplier.house.until(1, 'select count(*) from catalogue.campaign_entry where campaign_id = $1', [id]);
  await supplier.open('/channels/own-fairs', 'own-fairs');
  await supplier.open('/channels/leads', 'leads');
}
