import { randomUUID } from 'node:crypto';
import { openReviewDesk, type ReviewDesk } from '@xihuo/testing';
import { claim, claimNext, declare, release } from './claim';
import { decide, saveTicks } from './decide';

let desk: ReviewDesk;
beforeAll(async () => {
  desk = await openReviewDesk();
});
afterAll(() => desk?.close());

describe('claims', () => {
  test('one reviewer at a time, until half an hour has passed without a tick', async () => {
    const { id } = await desk.application();
    await desk.recommended(id);
    const [one, other] = [await desk.person('reviewer'), await desk.person('reviewer')];
    await desk.by(one, (tx) => claim(tx, id));
    await expect(desk.by(other, (tx) => claim(tx, id))).rejects.toMatchObject({ code: 'CLAIMED_BY_OTHER' });
    await desk.setClock('31 minutes');
    await desk.by(other, (tx) => claim(tx, id));
    await expect(desk.by(one, (tx) => release(tx, { applicationId: id, reason: '稍后' }))).rejects.toMatchObject({
      code: 'NOT_CLAIMED',
    });
    await desk.setClock('0 minutes');
  });

  test('ten who claim at once: one has it', async () => {
    const { id } = await desk.application();
    await desk.recommended(id);
    const people = await Promise.all(Array.from({ length: 10 }, () => desk.person('reviewer')));
    const done = await Promise.allSettled(people.map((one) => desk.by(one, (tx) => claim(tx, id))));
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await desk.count(`select count(*) from admission.review where application_id = $1`, [id])).toBe(1);
  });

  test('the next one is the longest waiting that is the own to take', async () => {
    const mine = await desk.application();
    await desk.recommended(mine.id);
    await desk.rows(`update admission.application set state = 'withdrawn' where id <> $1`, [mine.id]);
    const reviewer = await desk.person('reviewer');
    const belonging = {
      ...reviewer,
      grants: [
        ...reviewer.grants,
        { ...reviewer.grants[0]!, role: 'supplier' as const, organisationId: mine.supplierId },
      ],
    };
    await expect(desk.by(belonging, claimNext)).rejects.toMatchObject({ code: 'NOTHING_TO_CLAIM' });
    expect(await desk.by(reviewer, claimNext)).toEqual({ applicationId: mine.id });
    const other = await desk.person('reviewer');
    await expect(desk.by(other, claimNext)).rejects.toMatchObject({ code: 'NOTHING_TO_CLAIM' });
  });

  test('who declares a conflict is out for good, and it is free for others', async () => {
    const { id } = await desk.application();
    await desk.recommended(id);
    const reviewer = await desk.person('reviewer');
    await desk.by(reviewer, (tx) => claim(tx, id));
    await desk.by(reviewer, (tx) => declare(tx, { applicationId: id, conflict: true, note: '亲属' }));
    await expect(desk.by(reviewer, (tx) => claim(tx, id))).rejects.toMatchObject({
      code: 'FOUR_EYES',
      extra: { why: 'RECUSED' },
    });
    await desk.by(await desk.person('reviewer'), (tx) => claim(tx, id));
  });
});

describe('verdicts', () => {
  async function claimed() {
    const { id, supplierId } = await desk.application();
    await desk.recommended(id);
    const reviewer = await desk.person('reviewer');
    await desk.by(reviewer, (tx) => claim(tx, id));
    return {
      id,
      supplierId,
      reviewer,
      wanted: { applicationId: id, version: await desk.version(id), verdict: 'approve', reason: '核对完毕' } as const,
    };
  }

  test('want a declaration, then every item, then the registers', async () => {
    const { id, reviewer, wanted } = await claimed();
    const tries = () => desk.by(reviewer, (tx) => decide(tx, desk, wanted));
    await expect(tries()).rejects.toMatchObject({ code: 'NOT_DECLARED' });
    await desk.by(reviewer, (tx) => declare(tx, { applicationId: id, conflict: false, note: '' }));
    await expect(tries()).rejects.toMatchObject({
      code: 'CHECKLIST_INCOMPLETE',
      extra: {
        faults: [
          { criterion: 'S01', fault: 'missing' },
          { criterion: 'S12', fault: 'missing' },
        ],
      },
    });
    const items = ['S01', 'S12'].map((criterion) => ({ criterion, result: 'pass' as const, note: '' }));
    await expect(
      desk.by(reviewer, (tx) => saveTicks(tx, { applicationId: id, version: 2, items: [...items, ...items] })),
    ).rejects.toMatchObject({ code: 'CHECKLIST_INCOMPLETE' });
    await desk.by(reviewer, (tx) => saveTicks(tx, { applicationId: id, version: 2, items }));
    await expect(
      desk.by(reviewer, (tx) => saveTicks(tx, { applicationId: id, version: 2, items })),
    ).rejects.toMatchObject({
      code: 'STALE_VERSION',
    });
    await expect(tries()).rejects.toMatchObject({
      code: 'NOT_APPROVABLE',
      extra: { obstacles: expect.arrayContaining([{ code: 'creditMissing', register: 'penalty' }]) },
    });
  });

  test('that differ wait for a third, who settles it', async () => {
    const { id, supplierId } = await desk.application();
    await desk.recommended(id);
    await desk.clear(id);
    await desk.judged(id, await desk.person('reviewer'), 'approve');
    await desk.judged(id, await desk.person('reviewer'), 'reject');
    expect(await desk.state(id)).toBe('underReview');
    await desk.judged(id, await desk.person('reviewer'), 'reject');
    expect(await desk.state(id)).toBe('rejected');
    expect(await desk.count('select count(*) from admission.certification where supplier_id = $1', [supplierId])).toBe(
      0,
    );
  });

  test('are of two people: not the first again, not a colleague, not who recommended, not the applicant', async () => {
    const { id, submitter } = await desk.application();
    const { agriculture } = await desk.recommended(id);
    await desk.clear(id);
    const organisationId = randomUUID();
    const first = await desk.person('reviewer', null, organisationId);
    await desk.judged(id, first);
    const asReviewer = { role: 'reviewer', jurisdiction: null, organisationId: null, householdId: null } as const;
    const tries = [
      [first, 'NOT_AT_THIS_STEP'],
      [await desk.person('reviewer', null, organisationId), 'FOUR_EYES'],
      [{ ...agriculture, grants: [...agriculture.grants, asReviewer] }, 'FOUR_EYES'],
      [{ ...submitter, grants: [...submitter.grants, asReviewer] }, 'FOUR_EYES'],
    ] as const;
    for (const [person, code] of tries) {
      await expect(desk.by(person, (tx) => claim(tx, id))).rejects.toMatchObject({ code });
    }
  });
});
