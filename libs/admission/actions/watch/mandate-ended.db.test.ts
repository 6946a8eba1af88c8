import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { answerForMandate } from '../application/mandates';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());

/** A trader that was admitted on a producer's mandate. */
async function trader() {
  const [admitted, producer] = [await desk.admitted(), await desk.admitted()];
  const [mandate] = await desk.rows<{ id: string }>(
    `insert into admission.mandate (application_id, trader_id, producer_id, state, valid_until, asked_by, asked_at, answered_by, answered_at)
     select application_id, supplier_id, $2, 'confirmed', '2099-01-01', $3, now(), $4, now()
       from admission.certification where supplier_id = $1 returning id`,
    [admitted.supplierId, producer.supplierId, admitted.owner.personId, producer.owner.personId],
  );
  const ended = () =>
    desk.by(producer.owner, (tx) => answerForMandate(tx, desk, { id: mandate!.id, version: 1, answer: 'end' }));
  return { ...admitted, mandateId: mandate!.id, ended };
}

const groundsOf = async (supplierId: string) =>
  (
    await desk.rows<{ ground: string; summary_zh: string }>(
      'select ground, summary_zh from admission.watch_case where supplier_id = $1',
      [supplierId],
    )
  ).map(({ ground, summary_zh: summary }) => [ground, summary]);

test('whose mandate is ended by the producer sells nothing on the very next read, and is told why', async () => {
  const { supplierId, owner, mandateId, ended } = await trader();
  await desk.rows(
    `insert into admission.certificate (supplier_id, kind, scope, number, valid_until, state, handed_in_at, verified_by, verified_at)
     select trader_id, 'mandate', producer_id::text, id::text, valid_until, 'valid', now(), 'test', now() from admission.mandate where id = $1`,
    [mandateId],
  );
  expect(await desk.maySell(supplierId)).toBe(true);
  await ended();
  expect(await desk.maySell(supplierId)).toBe(false);
  expect(await groundsOf(supplierId)).toEqual([['EXT-20', expect.stringContaining('代理委托已提前终止')]]);
  expect(await desk.noticesOf(owner.personId, 'measure.imposed:')).toBe(1);
});

test('nor does it where the day of watching has not come round since the admission', async () => {
  const { supplierId, ended } = await trader();
  await ended();
  expect(await desk.maySell(supplierId)).toBe(false);
});

test('a mandate behind an admission that another one followed takes nothing away', async () => {
  const { supplierId, ended } = await trader();
  await desk.rows(
    `update admission.certification set application_id = (
       select application_id from admission.certification where supplier_id <> $1 limit 1) where supplier_id = $1`,
    [supplierId],
  );
  await ended();
  expect(await desk.maySell(supplierId)).toBe(true);
});
