import { createHash } from 'node:crypto';
import { assess, type Evidence, type Standard } from '@xihuo/admission';
import { canonicalJson } from '@xihuo/kernel';
import { cloneDatabase, seedMs, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { refusalOf } from './judge';
import { supplierRows } from './suppliers';

let clone: DatabaseClone;
let client: Client;
const rows = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;

beforeAll(async () => {
  clone = await cloneDatabase({ seeded: true });
  client = new Client({ connectionString: clone.url });
  await client.connect();
}, seedMs);
afterAll(async () => {
  await client.end();
  await clone.drop();
});

interface Way {
  reference: string;
  state: string;
  reason: string;
  submitted_by: string;
  departments: string[];
  officers: string[];
  reviewers: string[];
  verdicts: string[];
  notice: string | null;
  working_days: number | null;
}

const ways = () =>
  rows<Way>(
    `select supplier.reference, application.state, application.decision_reason as reason, application.submitted_by,
            array(select department from admission.recommendation where application_id = application.id order by 1) as departments,
            array(select signed_by::text from admission.recommendation where application_id = application.id) as officers,
            array(select reviewer_id::text from admission.review where application_id = application.id and state = 'decided') as reviewers,
            array(select verdict from admission.review where application_id = application.id and state = 'decided') as verdicts,
            (select notice.state from admission.public_notice notice where notice.subject_id = application.id) as notice,
            (select count(*)::int from admission.public_notice notice,
                    generate_series(notice.starts_on, notice.ends_on, '1 day') as day
              where notice.subject_id = application.id
                and day::date = registry.add_working_days((day - interval '1 day')::date, 1)) as working_days
       from admission.application join registry.organisation supplier on supplier.id = application.supplier_id
      order by supplier.reference, application.id`,
  );

const first = async () => {
  const known = new Map<string, Way>();
  for (const way of await ways()) if (!known.has(way.reference)) known.set(way.reference, way);
  return [...known.values()];
};

test('everybody who was admitted was recommended by both departments, approved by two others, and hung out unopposed', async () => {
  const expected = supplierRows().filter(({ expected: { admission } }) => admission === 'certified');
  const admitted = (await first()).filter(({ state }) => state === 'certified');
  expect(admitted.map(({ reference }) => reference)).toEqual(expected.map(({ reference }) => reference));
  for (const way of admitted) {
    expect(way).toMatchObject({
      ...{ departments: ['agriculture', 'revitalisation'], verdicts: ['approve', 'approve'], notice: 'passed' },
    });
    expect(way.working_days).toBeGreaterThanOrEqual(7);
    const people = [way.submitted_by, ...way.officers, ...way.reviewers];
    expect(people).toHaveLength(5);
    expect(new Set(people).size).toBe(5);
  }
});

test('everybody who was refused was refused for the reason that the file states, by people', async () => {
  const refused = (await first()).filter(({ state }) => state === 'rejected');
  const expected = supplierRows().filter(({ expected: { admission } }) => admission === 'refused');
  expect(refused.map(({ reference, reason }) => [reference, reason])).toEqual(
    expected.map((row) => [row.reference, `${row.expected.criterion}：${refusalOf(row)}`]),
  );
  for (const { reviewers, verdicts, notice } of refused) {
    expect(notice).toBeNull();
    expect([[], ['reject', 'reject']]).toContainEqual(verdicts);
    expect(new Set(reviewers).size).toBe(verdicts.length);
  }
});

test('machines find the one fault the file states, and people see the one that a register alone shows', async () => {
  const failing = await rows<{ reference: string; found: string[]; ticked: string[] }>(
    `select supplier.reference,
            array(select criterion from admission.finding where application_id = application.id and result = 'fail') as found,
            array(select distinct item.criterion from admission.review_item item
                    join admission.review on review.id = item.review_id
                   where review.application_id = application.id and item.result = 'fail') as ticked
       from admission.application join registry.organisation supplier on supplier.id = application.supplier_id
      where application.state in ('certified', 'rejected') order by supplier.reference`,
  );
  const stated = new Map(supplierRows().map(({ reference, expected: { criterion } }) => [reference, criterion]));
  for (const { reference, found, ticked } of failing) {
    const criterion = stated.get(reference);
    if (criterion == null) expect([reference, found, ticked]).toEqual([reference, [], []]);
    else expect([reference, [...new Set([...found, ...ticked])]]).toEqual([reference, [criterion]]);
    if (criterion === 'ADM-S07') expect(found).toEqual([]);
  }
});

test('the kept evidence, judged again, gives the same bytes', async () => {
  const kept = await rows<{ evidence: Evidence; judged_on: string; standard: Standard; found: object[] }>(
    `select submission.evidence, submission.judged_on::text as judged_on,
            json_build_object('version', standard.version, 'criteria', standard.criteria) as standard,
            (select json_agg(json_build_object('criterion', criterion, 'result', result, 'check', check_version, 'reasons', facts)
                             order by criterion)
               from admission.finding finding
              where finding.application_id = submission.application_id and finding.round = submission.round) as found
       from admission.submission join admission.standard on standard.version = submission.standard_version`,
  );
  expect(kept.length).toBeGreaterThanOrEqual(130);
  for (const { standard, evidence, judged_on, found } of kept) {
    const again = assess(standard, evidence, judged_on).map(({ criterion, result, check, reasons }) => ({
      ...{ criterion, result, check, reasons },
    }));
    expect(hashOf(again.sort((a, b) => (a.criterion < b.criterion ? -1 : 1)))).toBe(hashOf(found));
  }
});

function hashOf(found: unknown): string {
  return createHash('sha256').update(canonicalJson(found)).digest('hex');
}
