import { business } from '@xihuo/ordering';
import { must } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { DEMO_BUYERS } from './demo-accounts';
import { organisationIds, type Ids } from './lookups';
import { readCsv, split } from './read-csv';
import type { SeedStep } from './step';

type Buyer = Record<
  | 'id'
  | 'name_zh'
  | 'kind'
  | 'buyer_class'
  | 'city_code'
  | 'uscc'
  | 'payment_terms'
  | 'annual_budget_fen'
  | 'delivery_address',
  string
>;

/** The first county of a prefecture stands for the invented street of an organisation that named none. */
const counties = statement<{ code: string; county: string }>(
  'seed.first_counties',
  `select place.code, coalesce(min(child.code), place.code) as county
     from registry.region_v place left join registry.region_v child on child.parent_code = place.code
    where place.code = any ($1::text[]) group by place.code`,
);
const peopleOf = statement<{ login: string; person_id: string }>(
  'seed.people_of_logins',
  'select login, person_id from identity.credential where login = any ($1::text[])',
);

/** How each invented organisation buys: on the terms of its row, never longer than the law's; an eighth of its budget at once. */
export const buyingTerms: SeedStep = {
  name: 'buying.terms',
  daysAgo: 40,
  run: async (tx, { vault }) => {
    const organisations = await organisationIds(tx);
    const buyers = readCsv<keyof Buyer>('buyers.csv').filter(({ kind }) => kind !== 'consumer');
    for (const buyer of buyers) {
      const id = organisations.of(buyer.id);
      const days = /^net(\d+)$/.exec(buyer.payment_terms)?.[1];
      const terms = {
        payerKind: /^1[12]/.test(buyer.uscc) ? 'publicBuyer' : buyer.kind === 'chain' ? 'largeFirm' : 'otherFirm',
        payment: days ? ('onTerms' as const) : ('payFirst' as const),
        ...{ termDays: days ? Number(days) : null, contractReference: null },
        creditLimitFen: BigInt(buyer.annual_budget_fen) / 8n,
      } as const;
      await business.setTerms(tx, id, terms, { reason: '入驻时按采购单位类型和年度预算核定', by: null });
    }
    const sites = await sitesOf(tx, buyers);
    for (const { buyer, ...site } of sites) await business.putSite(tx, vault, organisations.of(buyer), site);
  },
};

interface Site {
  buyer: string;
  name: string;
  regionCode: string;
  address: string;
  contact: string;
  phone: string;
  storage: ('ambient' | 'chilled' | 'frozen')[];
  receivingHours: string;
}

/** The sites of the file, and of whoever has none there the address of the organisation itself. Phones are nobody's. */
async function sitesOf(tx: Tx, buyers: readonly Buyer[]): Promise<Site[]> {
  const named = readCsv<'buyer_id' | 'site_name' | 'region_code' | 'address' | 'storage' | 'receiving_hours'>(
    'buyer-sites.csv',
  );
  const alone = buyers.filter(({ id }) => !named.some((site) => site.buyer_id === id));
  const countyOf = new Map(
    (await tx.sql(counties, [alone.map(({ city_code }) => city_code)])).map(({ code, county }) => [code, county]),
  );
  const contact = (index: number) => ({
    contact: '示例收货员',
    phone: `100${String(90_000_000 + index)}`,
  });
  return [
    ...named.map((site, index) => ({
      ...{ buyer: site.buyer_id, name: site.site_name, regionCode: site.region_code, address: site.address },
      ...contact(index),
      storage: split(site.storage) as Site['storage'],
      receivingHours: site.receiving_hours,
    })),
    ...alone.map((buyer, index) => ({
      ...{ buyer: buyer.id, name: '收货点', regionCode: countyOf.get(buyer.city_code)! },
      ...{ address: buyer.delivery_address, ...contact(named.length + index) },
      ...{ storage: ['ambient' as const], receivingHours: '' },
    })),
  ];
}

/** Who does what in the organisations that have demo accounts, and their approval chains. */
export const buyingMembers: SeedStep = {
  name: 'buying.members',
  daysAgo: 39,
  run: async (tx) => {
    const organisations = await organisationIds(tx);
    const people = new Map(
      (await tx.sql(peopleOf, [DEMO_BUYERS.map(({ login }) => login)])).map((row) => [row.login, row.person_id]),
    );
    for (const { login, organisation, duties, limitFen, approvalLevel } of DEMO_BUYERS) {
      const personId = people.get(login);
      must(personId, `the account ${login} was seeded by an earlier step`);
      await business.putDuties(tx, {
        ...{ organisationId: organisations.of(organisation), personId, duties, limitFen, approvalLevel },
      });
    }
    await putChains(tx, organisations);
  },
};

const CHAINS: readonly (readonly [organisation: string, fromFen: readonly bigint[]])[] = [
  ['B060', [0n, 5_000_000n]],
  ['B038', [0n]],
];

async function putChains(tx: Tx, organisations: Ids): Promise<void> {
  for (const [organisation, fromFen] of CHAINS) await business.putChain(tx, organisations.of(organisation), fromFen);
}
