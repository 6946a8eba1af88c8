import { openApplicantDesk, paperwork, type ApplicantDesk } from '@xihuo/testing';

const { FORM, PDF } = paperwork;
let desk: ApplicantDesk;
beforeAll(async () => {
  desk = await openApplicantDesk();
});
afterAll(() => desk?.house.close());

interface Told {
  step: string | null;
  dueOn: string | null;
  events: { kind: string; reason: string | null; detail: string | null }[];
}

test('an applicant is told what happened, whose turn it is and until when; nobody else is', async () => {
  const one = await desk.draft();
  const read = async () => (await one.browser.ask('GET', `${one.path}/progress`)).body as unknown as Told;
  // A draft is nobody's turn yet.
  expect((await one.browser.ask('GET', `${one.path}/progress`)).status).toBe(404);
  await one.paper(PDF);
  await one.save(FORM);
  await one.submit();
  expect(await read()).toMatchObject({
    step: 'county',
    dueOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    events: [{ kind: 'submitted' }],
    notice: null,
    certified: null,
  });
  const other = await desk.draft();
  expect((await other.browser.ask('GET', `${one.path}/progress`)).status).toBe(404);
  const officer = await desk.signedIn('countyAgriculture');
  expect((await officer.browser.ask('GET', `${one.path}/progress`)).status).toBe(403);
});
