import { channels } from '@xihuo/catalogue';
import { statement, type Tx } from '@xihuo/platform';
import { actingIn, Cast } from './cast';
import { organisationIds } from './lookups';
import { STORY } from './season';
import type { SeedKit } from './step';

const FAIR = 'hangzhou-expo';

/** Up to two products of each exhibitor, whom buyers may ask for them. */
const exhibitorsOf = statement<{ supplier_id: string; reference: string; product_id: string; product: string }>(
  'seed.exhibitors_of',
  `select supplier.id as supplier_id, supplier.reference, product.id as product_id, product.name_zh as product
     from catalogue.fair
     join catalogue.fair_exhibitor exhibitor on exhibitor.fair_id = fair.id
     join registry.organisation_v supplier on supplier.id = exhibitor.supplier_id
    cross join lateral (
       select product.id, product.name_zh from catalogue.product
        where product.id = any (exhibitor.products) order by product.id limit 2) product
    where fair.slug = $1 order by supplier.reference = $2 desc, supplier.reference, product.id limit 8`,
);
const productOf = statement<{ id: string }>(
  'seed.product_of_story',
  'select id from catalogue.product where reference = $1',
);

interface Asked {
  buyer: 'B060' | 'B038';
  /** Asked for the organisation: its colleagues find it too. */
  forIt: boolean;
  wants: (product: string) => string;
  notes: readonly { state: 'contacted' | 'quoted' | 'lost'; note: string }[];
}

const ASKED: readonly Asked[] = [
  {
    ...{
      buyer: 'B060',
      forIt: true,
      wants: (product) => `${product}，首批 600 箱，12 月中旬到杭州仓，请报一件代发与整车两种价。`,
    },
    notes: [
      { state: 'contacted', note: '已电话联系，对方要看检测报告。' },
      { state: 'quoted', note: '整车到仓每箱 46 元，含税含运费，报价十天内有效。' },
    ],
  },
  {
    ...{
      buyer: 'B038',
      forIt: true,
      wants: (product) => `食堂每周 80 公斤${product}，要求分拣、净重交货，随货附检测报告。`,
    },
    notes: [{ state: 'contacted', note: '约好下周寄样。' }],
  },
  { buyer: 'B060', forIt: false, wants: (product) => `想了解${product}明年的预购价和可供量。`, notes: [] },
  {
    ...{ buyer: 'B038', forIt: true, wants: (product) => `${product} 200 份，作职工福利，要礼盒包装。` },
    notes: [{ state: 'lost', note: '礼盒赶不上对方的日期。' }],
  },
];

/** The demonstration's own supplier exhibits too, and buyers have asked for goods: in every state but ordered, which only a paid order makes. */
export async function fairLeads(tx: Tx, { vault, notices }: SeedKit): Promise<void> {
  const cast = await Cast.of(tx);
  const known = await organisationIds(tx);
  const [own] = await tx.sql(productOf, [STORY.product]);
  const clerk = cast.clerk(STORY.supplier);
  const signing = { supplierId: known.of(STORY.supplier), slug: FAIR, products: [own!.id], personId: clerk.personId };
  await channels.signUpForFair(actingIn(tx)(clerk), signing);
  const exhibitors = await tx.sql(exhibitorsOf, [FAIR, STORY.supplier]);
  for (const [at, { buyer, forIt, wants, notes }] of ASKED.entries()) {
    // The first three of the demonstration's own, where whoever signs in as its supplier finds them.
    const asked = exhibitors[at < 3 ? 0 : at]!;
    const { personId, ...person } = cast.buyer(buyer);
    const lead = await channels.askExhibitor(
      actingIn(tx)({ ...person, personId }),
      { vault, notices },
      {
        ...{ slug: FAIR, personId },
        body: {
          ...{ supplierId: asked.supplier_id, productId: asked.product_id, wants: wants(asked.product) },
          organisationId: forIt ? known.of(buyer) : null,
          contact: { name: '示例采购员', organisation: '', phone: '10099990001' },
          consents: '2',
        },
      },
    );
    for (const [step, { state, note }] of notes.entries()) {
      const noting = { supplierId: asked.supplier_id, id: lead.id, version: step + 1, state, note };
      await channels.noteLead(actingIn(tx)(cast.clerk(asked.reference)), noting);
    }
  }
}
