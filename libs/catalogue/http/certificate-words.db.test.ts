import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import type { Grant } from '@xihuo/platform';
import { whatIsMissing } from '../actions/what-is-missing';
import { checkTexts, type WordRules } from '../rules/listing/check-text';
import { rankProducts } from '../actions/load-products';
import { catalogueParts } from '../catalogue-parts';
import { chinese } from '../words/chinese';

/** Words that stand only with a certificate: what the shelf wants is what the rules want, and the shelf is empty without it. */
let house: House;
let desk: ProductDesk;
let seller: Seller;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
  seller = await desk.seller();
  await desk.approved(seller);
});
afterAll(() => house?.close());

const says = (content: object) =>
  house.rows(
    `insert into catalogue.listing_content (supplier_id, product_id, content) values ($1, $2, $3)
     on conflict (supplier_id, product_id) do update set content = excluded.content`,
    [seller.supplierId, seller.productId, JSON.stringify(content)],
  );
const wanted = async () =>
  (
    await house.rows<{ kind: string }>('select kind from catalogue.words_wanted where supplier_id = $1 order by kind', [
      seller.supplierId,
    ])
  ).map(({ kind }) => kind);
const inForce = async (): Promise<WordRules> =>
  (
    await house.rows<WordRules>('select version, rules from catalogue.word_rules order by effective_from desc limit 1')
  )[0]!;

test.each([
  ['高原羊肉', []],
  ['有机', ['organic']],
  ['有機 · 認證', ['organic']],
  ['ＯＲＧＡＮＩＣ tea', ['organic']],
  ['种organic茶', ['organic']],
  ['microorganic, inorganic, organically', []],
  ['有机质和有机肥', []],
  ['有机肥，有机茶', ['organic']],
  ['没有 机械', ['organic']],
  ['没有。机械', []],
  ['綠《色》食\u200b品', ['greenFood']],
  ['绿色的食品', []],
  ['地理標誌産品 Green Food', ['geographicalIndication', 'greenFood']],
  ['Geographical Indication', ['geographicalIndication']],
])('the shelf wants of 「%s」 what the rules want', async (text, kinds) => {
  const rules = await inForce();
  const found = checkTexts(rules, { taglineZh: text }, [], chinese);
  const unless = new Map(rules.rules.map(({ id, unless }) => [id, unless]));
  expect([...new Set(found.flatMap(({ rule }) => unless.get(rule) ?? []))].sort()).toEqual(kinds);
  await says({ taglineZh: text });
  expect(await wanted()).toEqual(kinds);
});

test('every sign of those rules is simplified as the rules simplify it', async () => {
  const { rules } = await inForce();
  const own = new Set(
    rules
      .filter(({ unless }) => unless)
      .flatMap(({ patterns }) => [...patterns.join('')].filter((sign) => /\p{Script=Han}/u.test(sign))),
  );
  const others: string[] = [];
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    const sign = String.fromCodePoint(code);
    if (chinese.simplifiedSign(sign) !== sign && own.has(chinese.simplifiedSign(sign))) others.push(sign);
  }
  expect(others).toContain('機');
  const [row] = await house.rows<{ plain: string }>('select catalogue.plain_words($1) as plain', [others.join('')]);
  expect(row!.plain).toBe(others.map(chinese.simplifiedSign).join(''));
});

test.each([
  ['its own description', () => says({ descriptionEn: 'Organic pears' }), () => says({})],
  [
    'the name of the product',
    () => house.rows(`update catalogue.product set name_en = 'Organic pear' where id = $1`, [seller.productId]),
    () => house.rows(`update catalogue.product set name_en = 'Pear' where id = $1`, [seller.productId]),
  ],
  [
    'an option of a pack',
    () =>
      house.rows(`update catalogue.sku set options = '[{"name":"种植","value":"有机"}]' where supplier_id = $1`, [
        seller.supplierId,
      ]),
    () => house.rows(`update catalogue.sku set options = '[]' where supplier_id = $1`, [seller.supplierId]),
  ],
])('a word in %s takes the goods off sale without its certificate, and says so', async (_where, put, takeBack) => {
  await says({});
  expect(await desk.maySell(seller)).toBe(true);
  await put();
  expect(await desk.maySell(seller)).toBe(false);
  const grants: Grant[] = [
    { role: 'supplier', organisationId: seller.supplierId, jurisdiction: null, householdId: null },
  ];
  const way = () => whatIsMissing(house.database, grants, seller);
  const { maySell, steps } = await way();
  expect([maySell, steps.find(({ step }) => step === 'wordsLawful')?.met]).toEqual([false, false]);
  await takeBack();
  expect(await desk.maySell(seller)).toBe(true);
  expect((await way()).maySell).toBe(true);
});

test('a new version of the rules looks at what was published before it', async () => {
  await says({ taglineZh: '高原羊肉' });
  await house.rows(
    `insert into catalogue.word_rules (version, effective_from, source, rules)
     select 'test-2', '2020-02-01', source, rules || '[{"id":"plateau","law":"test","weight":"blocks","unless":"greenFood","patterns":["高原"],
       "why":{"zh":"x","en":"x"},"fix":{"zh":"x","en":"x"}}]'::jsonb from catalogue.word_rules limit 1`,
  );
  expect(await desk.maySell(seller)).toBe(true);
  await house.does((tx) => rankProducts(tx));
  expect(await wanted()).toEqual(['greenFood']);
  expect(await desk.maySell(seller)).toBe(false);
});
