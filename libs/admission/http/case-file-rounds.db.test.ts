import { openApplicantDesk, paperwork, type ApplicantDesk } from '@xihuo/testing';
import { requestCorrections } from '../actions/review/send-back';

let desk: ApplicantDesk;
beforeAll(async () => {
  desk = await openApplicantDesk();
});
afterAll(() => desk?.house.close());

test('a case file holds what was handed in: no paper that was taken back before, and no form that is being corrected', async () => {
  const one = await desk.draft();
  await one.save(paperwork.FORM);
  const wrong = await one.paper(paperwork.PDF, paperwork.AS_PDF, 'kind=other&name=mistaken.pdf');
  const { id: documentId } = wrong.body['document'] as { id: string };
  await one.browser.ask('DELETE', `${one.path}/documents/${documentId}`, undefined, await one.tag());
  await one.paper(paperwork.PDF);
  await one.submit();
  const county = await desk.review.person('countyAgriculture', '610629');
  await desk.review.by(county, async (tx) =>
    requestCorrections(tx, desk.review, {
      ...{ applicationId: one.id, version: await desk.review.version(one.id), reason: '地址不全' },
      fields: [{ pointer: '/subject/address', note: '写到村' }],
    }),
  );
  await one.save({ subject: { ...paperwork.FORM.subject, address: 'not handed in yet' } });

  const auditor = await desk.house.signedIn({ role: 'auditor', regionCode: '610600' });
  const shown = paperwork.shownIn((await auditor.ask('GET', `${one.path}/case-file`)).bytes);
  expect(shown).toContain('licence.pdf');
  expect(shown).not.toContain('mistaken.pdf');
  expect(shown).not.toContain('not handed in yet');
  expect(shown).toContain(paperwork.FORM.subject.uscc);
});
