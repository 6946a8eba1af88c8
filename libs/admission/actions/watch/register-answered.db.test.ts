import { randomUUID } from 'node:crypto';
import { openWatchDesk, type WatchDesk } from '@xihuo/testing';
import { noteCredit } from '../review/inspect';

let desk: WatchDesk;
beforeAll(async () => {
  desk = await openWatchDesk();
});
afterAll(() => desk?.close());

type Register = 'seriousDishonesty' | 'judgmentDefaulter' | 'abnormalOperation' | 'penalty';

async function admitted() {
  const one = await desk.admitted();
  const [row] = await desk.rows<{ id: string }>(
    'select application_id as id from admission.certification where supplier_id = $1',
    [one.supplierId],
  );
  const reviewer = await desk.person('reviewer');
  const says = async (status: 'clear' | 'listed', register: Register = 'abnormalOperation', more: object = {}) => {
    const reason = status === 'listed' ? '通过登记的住所无法联系' : '';
    const snapshot = { register, status, reason, queriedOn: await desk.day(0), source: '示例查询', ...more };
    await desk.by(reviewer, (tx) => noteCredit(tx, desk, { applicationId: row!.id, snapshots: [snapshot] }));
  };
  return { ...one, applicationId: row!.id, reviewer, says };
}
const casesOf = (supplierId: string) =>
  desk.rows<{ ground: string; state: string }>(
    'select ground, state from admission.watch_case where supplier_id = $1 order by id',
    [supplierId],
  );

test.each([
  ['abnormalOperation', 'EXT-09'],
  ['judgmentDefaulter', 'EXT-10'],
  ['seriousDishonesty', 'EXT-10'],
] as const)(
  'who is admitted and then listed for %s has a case of its own and sells nothing until it is looked at',
  async (register, ground) => {
    const { supplierId, says } = await admitted();
    await says('clear', register);
    expect(await casesOf(supplierId)).toEqual([]);
    await says('listed', register);
    expect(await casesOf(supplierId)).toMatchObject([{ ground }]);
    expect([await desk.measuresOf(supplierId), await desk.maySell(supplierId)]).toEqual([
      ['suspension inForce'],
      false,
    ]);
  },
);

test('asked again and still listed it is the same case; found clear, what the listing brought ends; listed anew, it is another', async () => {
  const { supplierId, says } = await admitted();
  await says('listed');
  await says('listed');
  expect(await casesOf(supplierId)).toHaveLength(1);
  await says('clear');
  expect([await desk.measuresOf(supplierId), await desk.maySell(supplierId)]).toEqual([['suspension lifted'], true]);
  await says('listed');
  expect(await casesOf(supplierId)).toMatchObject([
    { state: 'closed' },
    { state: expect.not.stringMatching('closed') as string },
  ]);
  expect(await desk.maySell(supplierId)).toBe(false);
});

test('an older answer that is written down late changes nothing, nor does a penalty by itself, nor a listing of who only applies', async () => {
  const { supplierId, says } = await admitted();
  await says('clear');
  await says('listed', 'abnormalOperation', { queriedOn: await desk.day(-9) });
  await says('listed', 'penalty');
  expect(await casesOf(supplierId)).toEqual([]);
  await desk.rows('delete from admission.certification where supplier_id = $1', [supplierId]);
  await says('listed');
  expect(await casesOf(supplierId)).toEqual([]);
});

test("the page of the register is kept with its snapshot; another supplier's paper is not", async () => {
  const [one, other] = [await admitted(), await admitted()];
  const paper = async (supplierId: string) => {
    const fileId = randomUUID();
    await desk.rows(
      `insert into admission.supplier_paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
       values ($1, $2, decode(repeat('00', 32), 'hex'), 1, $3, now())`,
      [fileId, supplierId, one.reviewer.personId],
    );
    return fileId;
  };
  const fileId = await paper(one.supplierId);
  await one.says('clear', 'abnormalOperation', { fileId });
  const kept = () =>
    desk.rows('select file_id from admission.credit_snapshot where supplier_id = $1', [one.supplierId]);
  expect(await kept()).toEqual([{ file_id: fileId }]);
  await expect(one.says('clear', 'abnormalOperation', { fileId: await paper(other.supplierId) })).rejects.toMatchObject(
    {
      code: 'PAPER_UNKNOWN',
    },
  );
  expect(await kept()).toHaveLength(1);
});
