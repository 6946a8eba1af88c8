import { SECOND_FACTOR_ROLES, type Role } from '@xihuo/contract';
import { FILES, Files } from '@xihuo/platform';
import { openHouse, openWatchDesk, type House, type WatchDesk } from '@xihuo/testing';
import sharp from 'sharp';
import { admissionParts } from '../admission-parts';

let house: House;
let desk: WatchDesk;
const kept = new Map<string, Buffer>();
const memory = {
  put: (sha256: string, bytes: Buffer) => Promise.resolve(void kept.set(sha256, bytes)),
  get: (sha256: string) => Promise.resolve(kept.get(sha256) ?? null),
};

beforeAll(async () => {
  const overrides = () => [{ provide: FILES, useValue: new Files(memory) }];
  house = await openHouse({ parts: [admissionParts], overrides });
  desk = await openWatchDesk(house);
});
afterAll(() => house?.close());

async function signedIn(role: Role, more: { organisationId?: string; regionCode?: string } = {}) {
  const secondFactor = SECOND_FACTOR_ROLES.includes(role);
  const { id, login, password } = await house.person({ role, secondFactor, ...more });
  const browser = house.browser('console');
  await browser.signIn(login, password);
  await house.rows('update identity.session set second_factor_at = platform.business_now() where person_id = $1', [id]);
  return browser;
}

const JPEG = { 'content-type': 'image/jpeg' };
const photo = () =>
  sharp({ create: { width: 8, height: 6, channels: 3, background: '#7a5' } })
    .withExif({ IFD0: { ImageDescription: 'taken at the village' } })
    .jpeg()
    .toBuffer();

test('a paper beside a statement is read by its supplier and the jurisdiction, and named by nobody else', async () => {
  const [one, two] = [await desk.admitted(), await desk.admitted()];
  const owner = await signedIn('supplier', { organisationId: one.supplierId });
  const stranger = await signedIn('supplier', { organisationId: two.supplierId });
  const reviewer = await signedIn('reviewer');
  const path = `/supplier/papers?supplierId=${one.supplierId}`;
  const handedIn = await owner.ask('POST', path, await photo(), JPEG);
  expect([handedIn.status, handedIn.body['pages']]).toEqual([201, 1]);
  const fileId = String(handedIn.body['fileId']);
  expect((await stranger.ask('POST', path, await photo(), JPEG)).code).toBe('NOT_FOUND');
  expect((await owner.ask('POST', path, Buffer.from('no photo'), JPEG)).code).toBe('DOCUMENT_REFUSED');

  const read = await reviewer.ask('GET', `/admission/papers/${fileId}`);
  expect([read.status, read.headers['content-type']]).toEqual([200, 'image/jpeg']);
  expect(read.bytes.includes('taken at the village')).toBe(false);
  expect((await owner.ask('GET', `/admission/papers/${fileId}`)).status).toBe(200);
  expect((await stranger.ask('GET', `/admission/papers/${fileId}`)).code).toBe('NOT_FOUND');

  const opened = async (supplierId: string) => {
    const found = { supplierId, ground: 'EXT-01', summary: '抽检发现农残超标' };
    return String((await reviewer.ask('POST', '/admission/cases', found)).body['id']);
  };
  const statement = { statement: '样品并非本社产品', files: [fileId] };
  const first = { 'if-match': '"1"' };
  const others = await stranger.ask(
    'POST',
    `/supplier/cases/${await opened(two.supplierId)}/statements`,
    statement,
    first,
  );
  expect(others.code).toBe('PAPER_UNKNOWN');
  const own = await owner.ask('POST', `/supplier/cases/${await opened(one.supplierId)}/statements`, statement, first);
  expect(own.body).toMatchObject({
    statements: [{ files: [fileId] }],
    groundSource: expect.stringContaining('荆州'),
    earlier: 0,
  });
});

test('a reviewer keeps the report of a laboratory about a supplier of the jurisdiction', async () => {
  const { supplierId } = await desk.admitted();
  const reviewer = await signedIn('reviewer');
  const owner = await signedIn('supplier', { organisationId: supplierId });
  const path = `/admission/suppliers/${supplierId}/papers`;
  expect((await reviewer.ask('POST', path, await photo(), JPEG)).status).toBe(201);
  expect((await owner.ask('POST', path, await photo(), JPEG)).code).toBe('FORBIDDEN');
});
