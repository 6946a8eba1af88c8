import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { answerForMandate } from '../application/mandates';
import { end } from '../measure/end';
import { impose } from '../measure/impose';

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
  return { ...admitted, mandateId: mandate!.id, producerId: producer.supplierId, ended };
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

describe('a trader whose producer', () => {
  test.each(['suspension', 'exit'])(
    'comes under %s sells nothing on the very next read, and again when it ends',
    async (kind) => {
      const { supplierId, producerId } = await trader();
      const product = await desk.product(supplierId);
      const [measure] = await desk.rows<{ id: string }>(
        `insert into admission.measure (supplier_id, kind, ground, reason, started_at, imposed_by)
       values ($1, $2, 'EXT-16', 'test', now(), 'person:test') returning id`,
        [producerId, kind],
      );
      expect([await desk.maySell(supplierId), await desk.maySellProduct(product)]).toEqual([false, false]);
      expect(await desk.standing(supplierId)).toBe('certified');
      await desk.rows(`update admission.measure set ended_at = now(), state = 'lifted' where id = $1`, [measure!.id]);
      expect([await desk.maySell(supplierId), await desk.maySellProduct(product)]).toEqual([true, true]);
    },
  );

  test('is admitted no more sells nothing from the day after', async () => {
    const { supplierId, producerId } = await trader();
    const until = (offset: number) =>
      desk.rows(
        `update admission.certification set valid_until = (platform.business_now() at time zone 'Asia/Shanghai')::date + $2::integer
          where supplier_id = $1`,
        [producerId, offset],
      );
    await until(0);
    expect(await desk.maySell(supplierId)).toBe(true);
    await until(-1);
    expect(await desk.maySell(supplierId)).toBe(false);
  });

  test('is suspended by a reviewer is told why its shelf is empty, and when it is not any more', async () => {
    const { owner, producerId } = await trader();
    const reviewer = await desk.person('reviewer', null);
    const caseId = await desk.opened(reviewer, producerId);
    const about = { id: caseId, supplier_id: producerId, ground: 'EXT-16' } as const;
    const measure = await desk.by(reviewer, (tx) =>
      impose(tx, desk, { about, kind: 'suspension', productId: null, reason: '食品安全线索待查' }),
    );
    expect(await desk.noticesOf(owner.personId, 'producer.began:')).toBe(1);
    await desk.by(reviewer, (tx) =>
      end(tx, desk, { ids: [measure], event: 'lift', by: 'person:test', reason: '查清' }),
    );
    expect(await desk.noticesOf(owner.personId, 'producer.ended:')).toBe(1);
  });
});
