import { openProductDesk, type ProductDesk, type Seller } from '@xihuo/testing';
import { askExhibitor, listAsked, listLeads, noteLead, reportLeadOrders, revealLead, withdrawLead } from './leads';
import { assignBooths, cancelFair, draftFair, publishFair, type FairForm } from './edit-fair';
import { listFairs, readFair } from './read-fairs';
import { signUpForFair } from './sign-up';

let desk: ProductDesk;
let seller: Seller;
let keeper: Awaited<ReturnType<ProductDesk['person']>>;
let day: (offset: number) => string;

beforeAll(async () => {
  desk = await openProductDesk();
  seller = await desk.seller();
  await desk.recognised(seller);
  keeper = await desk.person('operator');
  const [{ today }] = (await desk.rows<{ today: string }>(
    `select (platform.business_now() at time zone 'Asia/Shanghai')::date::text as today`,
  )) as [{ today: string }];
  day = (offset) => new Date(Date.parse(today) + offset * 86_400_000).toISOString().slice(0, 10);
});
afterAll(() => desk?.close());

describe('fairs', () => {
  const fairForm = (slug: string): FairForm => ({
    ...{ slug, kind: 'expo', name: { zh: '示例博览会', en: 'Expo' }, story: { zh: '', en: '' } },
    ...{ startsOn: day(1), endsOn: day(3), signUpBy: day(1), regionCode: '610629', place: '示例馆' },
  });
  const contact = { name: '示例人', organisation: '示例超市', phone: '13900000001' };
  const mine = { organisationId: null, consents: '2' as const };

  test('called off as a draft it was never public; once it was, it says why it is off', async () => {
    const draft = await desk.by(keeper, (tx) => draftFair(tx, fairForm('thrown-away')));
    await desk.by(keeper, (tx) => cancelFair(tx, desk.notices, { id: draft.id, version: 1, reason: '不办了' }));
    await expect(readFair(desk.database, 'thrown-away')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { id } = await desk.by(keeper, (tx) => draftFair(tx, fairForm('called-off')));
    await desk.by(keeper, (tx) => publishFair(tx, { id, version: 1 }));
    await desk.by(keeper, (tx) => cancelFair(tx, desk.notices, { id, version: 2, reason: '天气原因' }));
    expect((await readFair(desk.database, 'called-off')).cancelledWhy).toBe('天气原因');
  });

  test('an exhibitor signs up, gets a booth, is asked, and only an order makes a lead ordered', async () => {
    const { id } = await desk.by(keeper, (tx) => draftFair(tx, fairForm('expo')));
    await desk.by(keeper, (tx) => publishFair(tx, { id, version: 1 }));
    const { supplierId, productId, clerk } = seller;
    const signing = { supplierId, slug: 'expo', products: [productId], personId: clerk.personId };
    await desk.by(clerk, (tx) => signUpForFair(tx, signing));
    await desk.by(keeper, (tx) => assignBooths(tx, { id, version: 2, booths: [{ supplierId, booth: 'A1' }] }));
    expect((await readFair(desk.database, 'expo')).exhibitors).toMatchObject([
      { booth: 'A1', products: [{ id: productId }] },
    ]);

    const buyer = await desk.person('consumer');
    const body = { supplierId, productId, wants: '苹果 200 箱', contact, ...mine };
    const asking = { slug: 'expo', personId: buyer.personId, body };
    const lead = await desk.by(buyer, (tx) => askExhibitor(tx, desk, asking));
    const again = await desk.by(buyer, (tx) => askExhibitor(tx, desk, { ...asking, body: { ...body, id: lead.id } }));
    expect(again).toEqual(lead);
    const otherwise = { ...asking, body: { ...body, id: lead.id, wants: '苹果 300 箱' } };
    await expect(desk.by(buyer, (tx) => askExhibitor(tx, desk, otherwise))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      errors: [{ pointer: '/id', code: 'ID_TAKEN' }],
    });
    const leads = async () => (await listLeads(desk.database, desk.vault, { supplierId, query: { limit: 10 } })).data;
    expect(await leads()).toMatchObject([
      { state: 'new', contact: { ...contact, phone: '139****0001' }, wants: '苹果 200 箱' },
    ]);
    expect(await desk.count(`select count(*) from catalogue.lead where contact_sealed::text like '%139000%'`)).toBe(0);
    expect(await desk.count(`select count(*) from platform.notice where key = $1`, [`lead.asked:${lead.id}`])).toBe(1);
    // Nobody asks for an organisation they do not buy for.
    const forOthers = { ...asking, body: { ...body, organisationId: supplierId } };
    await expect(desk.by(buyer, (tx) => askExhibitor(tx, desk, forOthers))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      errors: [{ pointer: '/organisationId', code: 'ORGANISATION_UNKNOWN' }],
    });

    await desk.rows(
      `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at)
       values ($1, 'suspension', 'test', 'person:test', platform.business_now())`,
      [supplierId],
    );
    await expect(desk.by(buyer, (tx) => askExhibitor(tx, desk, asking))).rejects.toMatchObject({
      code: 'NOT_AN_EXHIBITOR',
    });
    await desk.rows(
      `update admission.measure set state = 'lifted', ended_at = platform.business_now() where supplier_id = $1 and ended_at is null`,
      [supplierId],
    );

    const noting = { supplierId, id: lead.id, version: 1, state: 'quoted' as const, note: '每箱 60 元' };
    await desk.by(clerk, (tx) => noteLead(tx, noting));
    const paid = [{ leadId: lead.id, orderNumber: '2026112800017' }];
    await desk.does((tx) => reportLeadOrders(tx, paid));
    await desk.does((tx) => reportLeadOrders(tx, paid));
    expect(await leads()).toMatchObject([
      {
        ...{ state: 'ordered', orderNumber: '2026112800017' },
        history: [{ state: 'quoted', note: '每箱 60 元' }, { state: 'ordered' }],
      },
    ]);
    // Whom a buyer has asked stays among the exhibitors.
    await desk.by(clerk, (tx) => signUpForFair(tx, { ...signing, products: [] }));
    expect((await readFair(desk.database, 'expo')).exhibitors).toHaveLength(1);
  });

  test('a buyer takes a lead back: the contact is gone, the exhibitor is told, and until then each look at the phone is on record', async () => {
    const { id } = await desk.by(keeper, (tx) => draftFair(tx, fairForm('taken-back')));
    await desk.by(keeper, (tx) => publishFair(tx, { id, version: 1 }));
    const { supplierId, productId, clerk } = seller;
    const signing = { supplierId, slug: 'taken-back', products: [productId], personId: clerk.personId };
    await desk.by(clerk, (tx) => signUpForFair(tx, signing));
    const [buyer, other] = [await desk.person('consumer'), await desk.person('consumer')];
    const ask = (by: typeof buyer) =>
      desk.by(by, (tx) =>
        askExhibitor(tx, desk, {
          ...{ slug: 'taken-back', personId: by.personId },
          body: { supplierId, productId, wants: '苹果 20 箱', contact, ...mine },
        }),
      );
    const [lead, kept] = [await ask(buyer), await ask(other)];
    const [stored] = await desk.rows('select consent_version from catalogue.lead where id = $1', [lead.id]);
    expect(stored).toEqual({ consent_version: '2' });
    const looking = { supplierId, id: lead.id, purpose: '回电确认数量' };
    expect(await desk.by(clerk, (tx) => revealLead(tx, desk.vault, looking))).toEqual({
      ...{ name: contact.name, phone: contact.phone },
    });
    const looks = `select content::json -> 'after' ->> 'purpose' as purpose from platform.audit_content
                    where subject_id = $1 and content::json ->> 'action' = 'lead.reveal' order by entry_id`;
    expect(await desk.rows(looks, [lead.id])).toEqual([{ purpose: '回电确认数量' }]);

    const takeBack = (by: typeof buyer) =>
      desk.by(by, (tx) => withdrawLead(tx, desk.notices, { id: lead.id, personId: by.personId }));
    await expect(takeBack(other)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await takeBack(buyer);
    await expect(takeBack(buyer)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await expect(desk.by(clerk, (tx) => revealLead(tx, desk.vault, looking))).rejects.toMatchObject({
      code: 'NOT_AT_THIS_STEP',
    });
    const note = { supplierId, id: lead.id, version: 2, state: 'contacted' as const, note: '' };
    await expect(desk.by(clerk, (tx) => noteLead(tx, note))).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    const seen = (await listLeads(desk.database, desk.vault, { supplierId, query: { limit: 10 } })).data;
    expect(seen.find((one) => one.id === lead.id)).toMatchObject({ state: 'withdrawn', contact: null });
    const asked = (await listAsked(desk.database, buyer.personId, { limit: 10 })).data;
    expect(asked).toMatchObject([{ id: lead.id, state: 'withdrawn', mine: true }]);
    const told = (key: string) => desk.rows('select person_id from platform.notice where key = $1', [key]);
    expect(await told(`lead.withdrawn:${lead.id}`)).toEqual([{ person_id: clerk.personId }]);

    // Called off, the fair is told of to whoever still waits for an exhibitor, not to who took it back.
    await desk.by(keeper, (tx) => cancelFair(tx, desk.notices, { id, version: 2, reason: '场地停用' }));
    expect(await told(`fair.cancelled.buyer:${id}`)).toEqual([{ person_id: other.personId }]);
    expect(kept.id).not.toBe(lead.id);
  });

  test('the calendar begins with what runs, and goes on however much has been: page by page nothing is told twice', async () => {
    await desk.rows(
      `insert into catalogue.fair (slug, kind, state, name_zh, name_en, story_zh, story_en, starts_on, ends_on, sign_up_by, region_code, place, created_at, published_at)
       select 'past-' || at, 'expo', 'published', '往届' || at, 'Past ' || at, '', '', $1::date - at, $1::date - at, $1::date - at, '610629', '示例馆', now(), now()
         from generate_series(1, 210) as at`,
      [day(0)],
    );
    const seen: { slug: string; phase: string; startsOn: string }[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await listFairs(desk.database, { limit: 50, cursor });
      seen.push(...page.data);
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    const first = seen.findIndex(({ phase }) => phase === 'over');
    const [ahead, over] = [seen.slice(0, first), seen.slice(first)];
    expect(new Set(seen.map(({ slug }) => slug)).size).toBe(seen.length);
    expect(ahead.map(({ slug }) => slug)).toContain('expo');
    expect([over[0]!.slug, over.at(-1)!.slug, over.length]).toEqual(['past-1', 'past-210', 210]);
    expect(ahead.map(({ startsOn }) => startsOn)).toEqual(ahead.map(({ startsOn }) => startsOn).sort());
    const since = await listFairs(desk.database, { limit: 100, from: day(-2) });
    expect(since.data.filter(({ phase }) => phase === 'over').map(({ slug }) => slug)).toEqual(['past-1', 'past-2']);
  });

  test('a suspended supplier signs up for nothing and is not shown', async () => {
    const one = await desk.seller();
    await desk.approved(one);
    const signing = {
      supplierId: one.supplierId,
      slug: 'expo',
      products: [one.productId],
      personId: one.clerk.personId,
    };
    const counted = async () =>
      (await listFairs(desk.database, { limit: 100 })).data.find(({ slug }) => slug === 'expo')!.exhibitors;
    const before = await counted();
    await desk.by(one.clerk, (tx) => signUpForFair(tx, signing));
    expect(await counted()).toBe(before + 1);
    await desk.rows(
      `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'suspension', '抽检', 'test', now())`,
      [one.supplierId],
    );
    expect((await readFair(desk.database, 'expo')).exhibitors.map(({ supplier }) => supplier.id)).not.toContain(
      one.supplierId,
    );
    expect(await counted()).toBe(before);
    await expect(desk.by(one.clerk, (tx) => signUpForFair(tx, signing))).rejects.toMatchObject({
      code: 'SUPPLIER_NOT_IN_STANDING',
    });
  });

  test('who does not exhibit is asked nothing; two have no booth in common', async () => {
    const stranger = await desk.seller();
    const buyer = await desk.person('consumer');
    const body = { supplierId: stranger.supplierId, productId: null, wants: '苹果', contact, ...mine };
    await expect(
      desk.by(buyer, (tx) => askExhibitor(tx, desk, { slug: 'expo', personId: buyer.personId, body })),
    ).rejects.toMatchObject({ code: 'NOT_AN_EXHIBITOR' });
    const [{ id, row_version: version }] = (await desk.rows<{ id: string; row_version: number }>(
      `select id, row_version from catalogue.fair where slug = 'expo'`,
    )) as [{ id: string; row_version: number }];
    const third = await desk.seller();
    await desk.approved(third);
    const signing = {
      supplierId: third.supplierId,
      slug: 'expo',
      products: [third.productId],
      personId: third.clerk.personId,
    };
    await desk.by(third.clerk, (tx) => signUpForFair(tx, signing));
    await expect(
      desk.by(keeper, (tx) =>
        assignBooths(tx, { id, version, booths: [{ supplierId: third.supplierId, booth: 'A1' }] }),
      ),
    ).rejects.toMatchObject({ code: 'BOOTH_TAKEN' });
    const booths = [
      { supplierId: third.supplierId, booth: 'A2' },
      { supplierId: seller.supplierId, booth: 'A10' },
    ];
    await desk.by(keeper, (tx) => assignBooths(tx, { id, version, booths }));
    const { exhibitors } = await readFair(desk.database, 'expo');
    expect(exhibitors.map(({ booth }) => booth)).toEqual(['A2', 'A10']);
  });
});
