import { cloneDatabase, seedMs, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';

let clone: DatabaseClone;
let client: Client;

beforeAll(async () => {
  clone = await cloneDatabase({ seeded: true });
  client = new Client({ connectionString: clone.url });
  await client.connect();
}, seedMs);
afterAll(async () => {
  await client.end();
  await clone.drop();
});

/** What lies on somebody's desk when the demo begins, and how much of it there is. */
test.each([
  ['a draft somebody writes at', 1, `admission.application where state = 'draft'`],
  [
    'an application between two departments',
    1,
    `admission.application where state = 'submitted'
        and 1 = (select count(*) from admission.recommendation where application_id = application.id)`,
  ],
  [
    'an application with one verdict, claimed by the second reviewer',
    1,
    `admission.application where state = 'underReview'
        and array['claimed', 'decided'] = array(select state from admission.review where application_id = application.id order by 1)`,
  ],
  ['an application sent back', 1, `admission.application where state = 'correctionsRequested'`],
  [
    'an application before the public, with an objection unanswered',
    1,
    `admission.public_notice notice join admission.application on application.id = notice.subject_id
        join admission.objection on objection.notice_id = notice.id
      where notice.state = 'open' and application.state = 'publicNotice' and objection.state = 'open'`,
  ],
  [
    'a distribution of last year, shared out as the law asks',
    1,
    `benefit.distribution where state = 'declared'
        and by_volume_fen * 10 >= (surplus_fen - losses_fen - reserve_fen) * 6
        and by_volume_fen = (select sum(amount_fen) from benefit.distribution_part part where part.distribution_id = distribution.id)`,
  ],
  [
    'debts left over from the year before',
    0,
    `benefit.obligation where open_fen > 0 and extract(year from earned_on) < extract(year from platform.business_now())`,
  ],
  ['warnings', 2, `admission.measure where kind = 'warning' and state = 'inForce'`],
  [
    'a rectification that is planned and not yet reported',
    1,
    `admission.rectification join admission.measure on measure.id = rectification.measure_id
      where rectification.state = 'planned' and measure.state = 'inForce'`,
  ],
  ['a suspension', 1, `admission.measure where kind = 'suspension' and state = 'inForce'`],
  ['an appeal waiting', 1, `admission.appeal where state = 'filed'`],
  [
    'a wish to leave, before the public',
    1,
    `admission.watch_case where source_key = 'exitRequest' and state <> 'closed'`,
  ],
  ['samples of a spot check, one at the laboratory', 1, `admission.spot_check_sample where state = 'sent'`],
  [
    'certificates that end within 30, 7 and 1 days',
    3,
    `admission.certificate where state = 'valid'
        and valid_until - (platform.business_now() at time zone 'Asia/Shanghai')::date in (0, 1, 6, 7, 29, 30)`,
  ],
  ['a certificate to be verified', 1, `admission.certificate where state = 'handedIn'`],
  ['a standard open for comment', 1, `admission.standard_draft where version = '2027-1' and state = 'commenting'`],
])('%s', async (_, wanted, from) => {
  const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${from}`);
  expect(rows).toEqual([{ n: wanted }]);
});
