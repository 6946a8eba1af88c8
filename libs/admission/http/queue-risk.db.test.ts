import type { ResponseOf } from '@xihuo/contract';
import { openHouse, openReviewDesk, type House, type ReviewDesk } from '@xihuo/testing';
import { admissionParts } from '../admission-parts';

let house: House;
let desk: ReviewDesk;
beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts] });
  desk = await openReviewDesk(house);
});
afterAll(() => house?.close());

type Queue = ResponseOf<'GET /admission/queue'>;

/** Past the county, so that a reviewer has it before them. */
async function waiting(): Promise<{ id: string; supplierId: string }> {
  const { id } = await desk.application();
  const [row] = await house.rows<{ supplier_id: string }>(
    `update admission.application set state = 'provinceChecked' where id = $1 returning supplier_id`,
    [id],
  );
  return { id, supplierId: row!.supplier_id };
}

test('a row says its risk with its reasons, the list is narrowed and ordered by it, and a page goes on where the one before ended', async () => {
  const [calm, warned, long, trader] = [await waiting(), await waiting(), await waiting(), await waiting()];
  const measure = (supplierId: string, kind: string, state: string, ago: string) =>
    house.rows(
      `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at, state, ended_at, ends_on)
       values ($1, $2, 'test', 'person:test', now() - $4::interval, $3::text, case when $3::text <> 'inForce' then now() end, '2099-01-01')`,
      [supplierId, kind, state, ago],
    );
  await measure(warned.supplierId, 'warning', 'lifted', '1 month');
  await measure(calm.supplierId, 'warning', 'annulled', '1 month');
  await measure(long.supplierId, 'warning', 'lifted', '3 years');
  await house.rows(`update admission.application set kind = 'trader' where id = $1`, [trader.id]);
  await house.rows('delete from admission.finding where application_id = any ($1::uuid[])', [
    [calm, warned, long, trader].map(({ id }) => id),
  ]);

  const reviewer = await house.signedIn({ role: 'reviewer' });
  const read = async (query: string) =>
    (await reviewer.ask('GET', `/admission/queue?${query}`)).body as unknown as Queue;
  const risks = new Map((await read('')).data.map(({ applicationId, risk }) => [applicationId, risk]));
  expect(risks.get(calm.id)).toEqual({ level: 'low', reasons: ['newcomer'] });
  expect(risks.get(long.id)).toEqual({ level: 'low', reasons: ['newcomer'] });
  expect(risks.get(warned.id)).toEqual({ level: 'high', reasons: ['measured', 'newcomer'] });
  expect(risks.get(trader.id)).toEqual({ level: 'medium', reasons: ['trader', 'newcomer'] });

  expect((await read('risk=high')).data.map(({ applicationId }) => applicationId)).toEqual([warned.id]);
  const gravest: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Queue = await read(`sort=-risk&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
    gravest.push(...page.data.map(({ applicationId }) => applicationId));
    cursor = page.nextCursor;
  }
  expect(gravest).toEqual([warned.id, trader.id, calm.id, long.id]);
  expect((await read('sort=risk')).data.map(({ applicationId }) => applicationId)).toEqual([
    ...[calm.id, long.id, trader.id, warned.id],
  ]);
});

test('a failed sample is held against whoever has it, and its category against those who offer such goods', async () => {
  const [own, other] = [await waiting(), await waiting()];
  const product = async ({ supplierId }: { supplierId: string }, category: string) => {
    const [made] = await house.rows<{ product_id: string }>(
      `insert into admission.product_dossier (supplier_id, product_id, version, product_name, category, county_code, evidence,
                                              evidence_sha256, standard_version, judged_on, submitted_at)
       select $1, uuidv7(), 1, '示例苹果', $2, '610629', '{}', sha256(''), (select max(version) from admission.standard), current_date, now()
       returning product_id`,
      [supplierId, category],
    );
    return made!.product_id;
  };
  const productId = await product(own, 'apple');
  await product(other, 'apple');
  await house.rows(
    `with plan as (
       insert into admission.spot_check_plan (title, purpose, sample_size, seed, state, created_by, created_at, drawn_at)
       values ('test', 'test', 1, 'test', 'drawn', gen_random_uuid(), now(), now()) returning id)
     insert into admission.spot_check_sample (plan_id, supplier_id, product_id, county_code, state, lot_code, taken_on, sent_on,
                                             laboratory, report_number, results, reported_on)
     select id, $1, $2, '610629', 'failed', 'LOT-1', current_date, current_date, 'test', 'R1', '[]', current_date from plan`,
    [own.supplierId, productId],
  );
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const { data } = (await reviewer.ask('GET', '/admission/queue')).body as unknown as Queue;
  const reasons = (id: string) => data.find(({ applicationId }) => applicationId === id)!.risk.reasons;
  expect(reasons(own.id)).toEqual(expect.arrayContaining(['sampleFailed', 'categoryFailed']));
  expect(reasons(other.id)).toContain('categoryFailed');
  expect(reasons(other.id)).not.toContain('sampleFailed');
});
