import { openProductDesk, type ProductDesk, type Seller } from '@xihuo/testing';
import { approveListings } from '../approve-listings';
import { approveDossier } from './decide-dossier';

let desk: ProductDesk;
beforeAll(async () => {
  desk = await openProductDesk();
});
afterAll(() => desk?.close());

describe('a mark that a dossier claims', () => {
  const marks = [
    {
      kind: 'organic' as const,
      number: 'O-1',
      issuer: '示例认证中心',
      holder: '示例',
      indication: null,
      validUntil: '2099-01-01',
      fileId: null,
    },
    {
      kind: 'greenFood' as const,
      number: 'G-1',
      holder: '示例',
      indication: null,
      validUntil: '2099-01-01',
      fileId: null,
    },
  ];
  beforeAll(() =>
    desk.rows(
      `insert into admission.standard (version, published_on, effective_from, criteria, source)
       select 'test-marks', published_on, '2021-01-01', criteria || $1::jsonb, source
         from admission.standard where version = 'test-products'`,
      [
        JSON.stringify([
          {
            ...{ id: 'P08', checks: ['qualityMarks@1'], subject: 'product', kind: 'scored', weight: 25 },
            ...{ providedBy: 'supplier', nameZh: 'P08', nameEn: 'P08', source: 'test' },
          },
        ]),
      ],
    ),
  );
  const judged = async (seller: Seller, result: 'pass' | 'fail') => {
    const id = await desk.sent(seller, { marks });
    const items = [
      ...['P04', 'P05', 'P06', 'P12'].map((criterion) => ({ criterion, result: 'pass' as const, note: '核对' })),
      { criterion: 'P08', result, note: '核对' },
    ];
    const wanted = { id, version: await desk.dossierVersion(id), items, reason: '逐项核对完毕' };
    await desk.by(await desk.person('reviewer'), (tx) => approveDossier(tx, desk, wanted));
  };
  const papers = ({ supplierId }: Seller) =>
    desk.rows<{ kind: string; state: string }>(
      `select kind, state from admission.certificate where supplier_id = $1 and kind <> 'testReport' order by kind`,
      [supplierId],
    );
  const refuse = ({ supplierId, productId }: Seller) =>
    desk.rows(
      `insert into admission.certificate (supplier_id, product_id, kind, number, valid_until, state, handed_in_at, verified_by,
                                          verified_at, refusal)
       values ($1, $2, 'organic', 'O-1', '2099-01-01', 'refused', platform.business_now(), 'test', platform.business_now(), '查无此证')`,
      [supplierId, productId],
    );

  test('is watched as a certificate where the reviewer found it sound', async () => {
    const seller = await desk.seller();
    await judged(seller, 'pass');
    expect(await papers(seller)).toEqual([
      { kind: 'greenFood', state: 'valid' },
      { kind: 'organic', state: 'valid' },
    ]);
    expect(await desk.maySell(seller)).toBe(true);
    const issuers = await desk.rows<{ kind: string; issuer: string }>(
      'select kind, issuer from admission.certificate_v where supplier_id = $1 order by kind',
      [seller.supplierId],
    );
    // Of a test report it is the laboratory; nobody said who issued the other.
    expect(issuers.map(({ kind, issuer }) => [kind, issuer])).toEqual([
      ['greenFood', ''],
      ['organic', '示例认证中心'],
      ['testReport', '示例检测'],
    ]);
  });

  test('is none where the reviewer did not, though the dossier is approved', async () => {
    const seller = await desk.seller();
    await refuse(seller);
    await judged(seller, 'fail');
    expect(await papers(seller)).toEqual([{ kind: 'organic', state: 'refused' }]);
    expect(await desk.maySell(seller)).toBe(true);
  });

  test('is none where only a machine looked and a person refused the paper before', async () => {
    const seller = await desk.seller();
    await refuse(seller);
    await desk.sent(seller, { marks });
    await desk.does((tx) => approveListings(tx, [seller]));
    expect(await papers(seller)).toEqual([
      { kind: 'greenFood', state: 'valid' },
      { kind: 'organic', state: 'refused' },
    ]);
  });
});
