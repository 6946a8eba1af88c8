import { createHash } from 'node:crypto';
import { openProductDesk, type ProductDesk, type Seller } from '@xihuo/testing';
import { revoke } from '../recognition/decide-recognition';
import { draftEdition, editEdition, publishEdition } from './edit-edition';
import { editionFile, listComing, listEditions, listEntries, readDraft, readEdition } from './read-editions';

let desk: ProductDesk;
beforeAll(async () => {
  desk = await openProductDesk();
});
afterAll(() => desk?.close());

const WORDS = { title: { zh: '推荐目录', en: 'Catalogue' }, note: { zh: '', en: '' } };
const suspend = (supplierId: string) =>
  desk.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'suspension', '抽检不合格', 'test', now())`,
    [supplierId],
  );

async function published(
  exclusions: { supplierId: string; productId: string; reason: string }[] = [],
): Promise<number> {
  const [drafter, other] = [await desk.person('operator'), await desk.person('operator')];
  const { number } = await desk.by(drafter, (tx) => draftEdition(tx, WORDS));
  await desk.by(drafter, (tx) => editEdition(tx, { ...WORDS, exclusions, number, version: 1 }));
  await desk.by(other, (tx) => publishEdition(tx, desk, { number, version: 2 }));
  return number;
}

const namesOf = async (number: number) =>
  (await listEntries(desk.database, number, { limit: 100 })).data.map(({ product }) => product.id).sort();

test('an edition without a recognised product is not published', async () => {
  const [drafter, other] = [await desk.person('operator'), await desk.person('operator')];
  const { number } = await desk.by(drafter, (tx) => draftEdition(tx, WORDS));
  await expect(desk.by(drafter, (tx) => draftEdition(tx, WORDS))).rejects.toMatchObject({ code: 'EDITION_OPEN' });
  const publishing = (version = 1) => ({ number, version });
  await expect(desk.by(drafter, (tx) => publishEdition(tx, desk, publishing()))).rejects.toMatchObject({
    code: 'FOUR_EYES',
  });
  await expect(desk.by(other, (tx) => publishEdition(tx, desk, publishing(7)))).rejects.toMatchObject({
    code: 'STALE_VERSION',
  });
  await expect(desk.by(other, (tx) => publishEdition(tx, desk, publishing()))).rejects.toMatchObject({
    code: 'EDITION_EMPTY',
  });
  expect(await listEditions(desk.database)).toEqual({ data: [] });
  await desk.rows('delete from admission.catalogue_edition where number = $1', [number]);
});

describe('from one edition to the next', () => {
  const sellers: Record<string, Seller> = {};
  let first: number;
  beforeAll(async () => {
    for (const name of ['stays', 'suspended', 'revoked', 'leftOut', 'ended', 'lapsed']) {
      const seller = await desk.seller();
      sellers[name] = seller;
      await desk.recognised(seller);
    }
    // Approved and on sale, but never recognised: not in the catalogue.
    await desk.approved(await desk.seller());
    first = await published();
  });

  test('it holds what is recognised and on sale, each with who recommended it, on what, until when', async () => {
    expect(await namesOf(first)).toEqual(
      Object.values(sellers)
        .map(({ productId }) => productId)
        .sort(),
    );
    const { data } = await listEntries(desk.database, first, { limit: 1, province: '610000' });
    expect(data[0]).toMatchObject({
      position: 1,
      issuer: { kind: 'county', name: '洛川县' },
      scheme: '洛川县消费帮扶产品认定办法',
      stampedBy: 'revitalisation',
      evidence: [{ kind: 'linkageProof', reference: '收购合同 3 份' }],
      sinceEdition: first,
      now: null,
    });
    expect((await listEntries(desk.database, first, { limit: 1, province: '500000' })).data).toEqual([]);
  });

  test('what left stands in the next one with its reason, and the first stays as it was, byte for byte', async () => {
    const before = await Promise.all(
      (['xlsx', 'csv', 'json'] as const).map((format) => editionFile(desk.database, first, format)),
    );
    expect((await readEdition(desk.database, first)).files).toEqual(
      before.map(({ bytes }, index) => ({
        format: (['xlsx', 'csv', 'json'] as const)[index],
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
    );
    await suspend(sellers['suspended']!.supplierId);
    const [row] = await desk.rows<{ id: string; row_version: number }>(
      `select id, row_version from admission.recognition where supplier_id = $1`,
      [sellers['revoked']!.supplierId],
    );
    const revoking = { id: row!.id, version: row!.row_version, reason: '联农约定未履行' };
    await desk.by(await desk.person('reviewer'), (tx) => revoke(tx, desk, revoking));
    await desk.rows(
      `update admission.listing_approval set ended_at = now(), end_reason = '停产' where supplier_id = $1`,
      [sellers['ended']!.supplierId],
    );
    await desk.rows(
      `update admission.recognition set recognised_on = '2020-01-01', valid_until = '2020-12-31' where supplier_id = $1`,
      [sellers['lapsed']!.supplierId],
    );
    const newcomer = await desk.seller();
    await desk.recognised(newcomer);
    const { supplierId, productId } = sellers['leftOut']!;
    const nowOfFirst = (await listEntries(desk.database, first, { limit: 100 })).data;
    expect(nowOfFirst.find(({ supplier }) => supplier.id === sellers['suspended']!.supplierId)!.now).toBe(
      'supplierSuspended',
    );

    const second = await published([{ supplierId, productId, reason: '价格复核中' }]);
    expect(await namesOf(second)).toEqual([sellers['stays']!.productId, newcomer.productId].sort());
    const { left } = await readEdition(desk.database, second);
    expect(Object.fromEntries(left.map((gone) => [gone.supplier.id, [gone.cause, gone.reason]]))).toEqual({
      [sellers['suspended']!.supplierId]: ['supplierSuspended', '抽检不合格'],
      [sellers['revoked']!.supplierId]: ['recognitionRevoked', '联农约定未履行'],
      [sellers['ended']!.supplierId]: ['listingEnded', '停产'],
      [sellers['lapsed']!.supplierId]: ['recognitionLapsed', '认定有效期已满'],
      [sellers['leftOut']!.supplierId]: ['leftOut', '价格复核中'],
    });
    const since = (await listEntries(desk.database, second, { limit: 100 })).data.map(
      ({ sinceEdition }) => sinceEdition,
    );
    expect(since.sort()).toEqual([first, second]);
    expect(await readDraft(desk.database, second, 'anybody')).toMatchObject({
      entries: 2,
      arrivals: 1,
      state: 'published',
    });

    const after = await Promise.all(
      (['xlsx', 'csv', 'json'] as const).map((format) => editionFile(desk.database, first, format)),
    );
    expect(after.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
      before.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
    );
  });

  test('nothing of what was published can be changed, by an editor or by the application', async () => {
    const editor = await desk.person('operator');
    const editing = { ...WORDS, exclusions: [], number: first, version: 3 };
    await expect(desk.by(editor, (tx) => editEdition(tx, editing))).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    await expect(
      desk.database.pool.query('update admission.edition_entry set product_name = product_name'),
    ).rejects.toThrow(/permission/);
  });

  test('whoever wrote what is left out does not publish it', async () => {
    const [drafter, editor] = [await desk.person('operator'), await desk.person('operator')];
    const { number } = await desk.by(drafter, (tx) => draftEdition(tx, WORDS));
    const exclusions = [{ ...sellers['stays']!, reason: '价格复核中' }];
    await desk.by(editor, (tx) => editEdition(tx, { ...WORDS, exclusions, number, version: 1 }));
    const publishing = desk.by(editor, (tx) => publishEdition(tx, desk, { number, version: 2 }));
    await expect(publishing).rejects.toMatchObject({ code: 'FOUR_EYES' });
    await desk.rows('delete from admission.edition_exclusion where edition = $1', [number]);
    await desk.rows('delete from admission.catalogue_edition where number = $1', [number]);
  });

  test('a suspension while it is being written leaves a product in one of its two lists, never in both', async () => {
    const [drafter, other] = [await desk.person('operator'), await desk.person('operator')];
    const [last] = await desk.rows<{ number: number }>(
      `select max(number) as number from admission.catalogue_edition where state = 'published'`,
    );
    const stood = await namesOf(last!.number);
    const { number } = await desk.by(drafter, (tx) => draftEdition(tx, WORDS));
    // Held up before what left is written down.
    const letGo = await desk.hold('lock table admission.edition_departure in share mode');
    const publishing = desk.by(other, (tx) => publishEdition(tx, desk, { number, version: 1 }));
    await desk.untilWaiting(1);
    await suspend(sellers['stays']!.supplierId);
    await letGo();
    await publishing;
    const [held, left] = [await namesOf(number), (await readEdition(desk.database, number)).left];
    const both = [...held, ...left.map(({ product }) => product.id)];
    expect(both).toEqual(expect.arrayContaining(stood));
    expect(new Set(both).size).toBe(both.length);
  });

  test('a draft shows page by page what it would hold; what is published is read elsewhere', async () => {
    await expect(listComing(desk.database, first, { limit: 10 })).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
    const fresh = await desk.seller();
    await desk.recognised(fresh);
    const { number } = await desk.by(await desk.person('operator'), (tx) => draftEdition(tx, WORDS));
    const seen: { productId: string; arrives: boolean }[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await listComing(desk.database, number, { limit: 2, ...(cursor && { cursor }) });
      seen.push(...page.data.map(({ product, arrives }) => ({ productId: product.id, arrives })));
      more = page.nextCursor !== null;
      cursor = page.nextCursor ?? undefined;
    }
    const { entries, arrivals } = await readDraft(desk.database, number, 'anybody');
    expect([seen.length, seen.filter(({ arrives }) => arrives).length]).toEqual([entries, arrivals]);
    expect(seen).toContainEqual({ productId: fresh.productId, arrives: true });
    await desk.rows('delete from admission.catalogue_edition where number = $1', [number]);
  });

  test('a draft is nobody else’s business', async () => {
    const { number } = await desk.by(await desk.person('operator'), (tx) => draftEdition(tx, WORDS));
    await expect(readEdition(desk.database, number)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(editionFile(desk.database, number, 'csv')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
