import { openHouse, openReviewDesk, type House, type ReviewDesk } from '@xihuo/testing';
import { admissionParts } from '../admission-parts';
import { objectTo, revealObjector } from '../actions/review/object';
import { readTrail } from '../actions/trail/read-trail';
import { recommend } from '../actions/review/sign';

let house: House;
let desk: ReviewDesk;
beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts] });
  desk = await openReviewDesk(house);
});
afterAll(() => house?.close());

interface Line {
  id: string;
  action: string;
  actor: { kind: string; id: string | null; name: string };
  supplier: { id: string };
  before: unknown;
  after: unknown;
  requestId: string;
  position: string | null;
}
const auditor = (regionCode: string) => house.signedIn({ role: 'auditor', regionCode });
type Browser = Awaited<ReturnType<typeof auditor>>;
const read = async (browser: Browser, query = '') => {
  const { body, code } = await browser.ask('GET', `/admission/trail${query}`);
  return { lines: (body['data'] ?? []) as Line[], next: body['nextCursor'] as string | null, code };
};

/** An application on public notice that somebody objected to, and a reviewer who asked who it was. */
async function objected() {
  const { id, supplierId } = await desk.application();
  const { agriculture } = await desk.recommended(id);
  await desk.clear(id);
  const judges = [await desk.person('reviewer'), await desk.person('reviewer')];
  for (const judge of judges) await desk.judged(id, judge);
  const [notice] = await desk.rows<{ id: string }>('select id from admission.public_notice where subject_id = $1', [
    id,
  ]);
  const contact = { name: '示例村民', phone: '10000000001' };
  const wanted = { noticeId: notice!.id, contact, statement: '产地不实' };
  const { id: objectionId } = await desk.by({ kind: 'guest' }, (tx) => objectTo(tx, desk, wanted));
  const reviewer = await desk.person('reviewer');
  await desk.by(reviewer, (tx) => revealObjector(tx, desk.vault, { objectionId, purpose: '电话核实' }));
  return { id, supplierId, agriculture, reviewer, contact };
}

test('an auditor reads who did what in the jurisdiction, from the objection back to the first signature', async () => {
  const { supplierId, agriculture, reviewer, contact } = await objected();
  const { lines } = await read(await auditor('610600'), `?supplier=${supplierId}&limit=100`);
  expect(lines.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['application.recommend', 'review.decide', 'publicNotice.open', 'publicNotice.object']),
  );
  expect(new Set(lines.map(({ supplier }) => supplier.id))).toEqual(new Set([supplierId]));
  const signed = lines.findLast(({ action }) => action === 'application.recommend')!;
  expect(signed).toMatchObject({
    actor: { kind: 'person', id: agriculture.personId, name: expect.stringContaining('countyAgriculture') },
    ...{ before: { state: 'submitted', signed: [] }, after: { department: 'agriculture', round: 1 } },
  });
  expect(signed.requestId).not.toBe('');
  // Opened is on the record; what was opened is not.
  expect(lines.find(({ action }) => action === 'objection.reveal')).toMatchObject({
    ...{ actor: { id: reviewer.personId }, after: { purpose: '电话核实' } },
  });
  expect(JSON.stringify(lines)).not.toContain(contact.phone);
  expect(lines.find(({ action }) => action === 'publicNotice.object')!.actor).toEqual({
    ...{ kind: 'guest', id: null, name: '' },
  });
});

test('who is outside of the jurisdiction, or reviews, reads nothing of it', async () => {
  const { supplierId } = await objected();
  const stranger = await auditor('500000');
  expect((await read(stranger, `?supplier=${supplierId}`)).code).toBe('NOT_FOUND');
  expect((await read(stranger)).lines).toEqual([]);
  const reviewer = await house.signedIn({ role: 'reviewer' });
  expect((await read(reviewer)).code).toBe('FORBIDDEN');
  const own = (await read(await auditor('610600'), '?limit=100')).lines;
  expect(own.map(({ supplier }) => supplier.id)).toContain(supplierId);
});

test('a refused attempt stands there with its reason, also alone; pages neither repeat nor leave out', async () => {
  const { id, supplierId } = await desk.application();
  const neighbour = await desk.person('countyAgriculture', '610630');
  const wanted = { applicationId: id, version: 1, department: 'agriculture', confirmed: [], opinion: '同意' } as const;
  await expect(desk.by(neighbour, (tx) => recommend(tx, desk, wanted))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const browser = await auditor('610000');
  const refused = await read(browser, `?supplier=${supplierId}&refused=true`);
  expect(refused.lines).toMatchObject([
    { action: 'application.signAgriculture', actor: { id: neighbour.personId }, after: { refused: 'NOT_FOUND' } },
  ]);
  await desk.published(id);
  const whole = (await read(browser, `?supplier=${supplierId}&limit=100`)).lines.map((line) => line.id);
  const paged: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page = await read(browser, `?supplier=${supplierId}&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`);
    paged.push(...page.lines.map((line) => line.id));
    cursor = page.next;
  }
  expect(paged).toEqual(whole);
});

test('an auditor who reviews as well reads nothing of what another judged until they have; who judged it does', async () => {
  const { id, supplierId } = await desk.application();
  await desk.recommended(id);
  await desk.clear(id);
  const [first, second] = [await desk.person('reviewer'), await desk.person('reviewer')];
  await desk.judged(id, first);
  const both = ['auditor', 'reviewer'].map((role) => ({ role, organisationId: null, jurisdiction: null }));
  const judgedFor = async ({ personId }: { personId: string }, grants = both) => {
    const wanted = { supplier: supplierId, refused: 'false', limit: 100 } as const;
    const { data } = await readTrail(house.database, { personId, grants }, wanted);
    expect(data.map(({ action }) => action)).toContain('review.claim');
    return [...new Set(data.map(({ action }) => action))]
      .filter((action) => /review\.(tick|decide)/.test(action))
      .sort();
  };
  expect(await judgedFor(second)).toEqual([]);
  const open = ['review.decide', 'review.tick'];
  expect(await judgedFor(first)).toEqual(open);
  expect(await judgedFor(second, both.slice(0, 1))).toEqual(open);
  await desk.judged(id, second);
  expect(await judgedFor(second)).toEqual(open);
});
