import { FILES, Files } from '@xihuo/platform';
import { openHouse, openReviewDesk, type House, type ReviewDesk } from '@xihuo/testing';
import sharp from 'sharp';
import { admissionParts } from '../admission-parts';

let house: House;
let desk: ReviewDesk;
const kept = new Map<string, Buffer>();
const memory = {
  put: (sha256: string, bytes: Buffer) => Promise.resolve(void kept.set(sha256, bytes)),
  get: (sha256: string) => Promise.resolve(kept.get(sha256) ?? null),
};

beforeAll(async () => {
  const overrides = () => [{ provide: FILES, useValue: new Files(memory) }];
  house = await openHouse({ parts: [admissionParts], overrides });
  desk = await openReviewDesk(house);
});
afterAll(() => house?.close());

async function signedIn(regionCode: string) {
  const { login, password } = await house.person({ role: 'countyAgriculture', regionCode });
  const browser = house.browser('console');
  await browser.signIn(login, password);
  return browser;
}

async function planned() {
  const { id } = await desk.application();
  const officer = await signedIn('610629');
  const body = { plannedOn: '2030-01-08', reason: '核实基地' };
  const { body: inspection } = await officer.ask('POST', `/admission/applications/${id}/inspections`, body);
  return { officer, path: `/admission/inspections/${inspection['id'] as string}` };
}

const JPEG = { 'content-type': 'image/jpeg' };
const photo = () =>
  sharp({ create: { width: 8, height: 6, channels: 3, background: '#7a5' } })
    .withExif({ IFD0: { ImageDescription: 'taken at the village' } })
    .jpeg()
    .toBuffer();

test('a photo of the visit is drawn anew, and read by the county alone', async () => {
  const { officer, path } = await planned();
  const taken = await photo();
  expect(taken.includes('taken at the village')).toBe(true);
  const added = await officer.ask('POST', `${path}/files`, taken, JPEG);
  expect([added.status, added.body['version']]).toEqual([201, 2]);
  const [file] = added.body['files'] as string[];

  const shown = await officer.ask('GET', `${path}/files/${file}`);
  expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg']);
  expect(shown.bytes.includes('taken at the village')).toBe(false);
  const neighbour = await signedIn('610630');
  expect((await neighbour.ask('GET', `${path}/files/${file}`)).code).toBe('NOT_FOUND');
  expect((await neighbour.ask('POST', `${path}/files`, taken, JPEG)).code).toBe('NOT_FOUND');
});

test('what only says that it is a photo is not taken, nor anything once the visit is reported', async () => {
  const { officer, path } = await planned();
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  expect((await officer.ask('POST', `${path}/files`, page, JPEG)).code).toBe('DOCUMENT_REFUSED');
  await officer.ask('POST', `${path}/cancel`, { reason: '改期' }, { 'if-match': '"1"' });
  expect((await officer.ask('POST', `${path}/files`, await photo(), JPEG)).code).toBe('NOT_AT_THIS_STEP');
});
