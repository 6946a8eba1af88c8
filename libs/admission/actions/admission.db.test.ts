import { loadPlaces, organisations, setPolicies } from '@xihuo/registry';
import type { Grant } from '@xihuo/platform';
import { openField, type Field } from '@xihuo/testing';
import { assess } from '../rules/assess';
import type { Evidence } from '../rules/evidence';
import type { Standard } from '../rules/standard';
import { certifyApplications } from './certify-applications';
import { publishStandard } from './publish-standard';
import { listApplications, readApplication } from './read-applications';
import { listRegister, supplierPage } from './register/read-register';
import { submitApplications, type NewApplication } from './submit-applications';

const LISTED = '621123';
const UNLISTED = '620102';
const SOURCE = 'test';

const STANDARD: Standard = {
  version: 'test-1',
  publishedOn: '2026-01-01',
  effectiveFrom: '2026-02-01',
  source: SOURCE,
  criteria: [
    criterion('A', 'blocking', ['uscc@1']),
    criterion('B', 'blocking', ['countyListed@1']),
    criterion('C', 'blocking', ['traderMandate@1']),
    criterion('D', 'process', []),
  ],
};

function criterion(id: string, kind: 'blocking' | 'process', checks: Standard['criteria'][number]['checks']) {
  return {
    id,
    subject: 'supplier',
    nameZh: `条款${id}`,
    nameEn: id,
    kind,
    providedBy: '',
    source: SOURCE,
    checks,
  } as const;
}

let field: Field;
let ids: Map<string, string>;

beforeAll(async () => {
  field = await openField();
  await field.does(async (tx) => {
    const region = { side: 'west', pinyin: 'x' } as const;
    await loadPlaces(tx, {
      regions: [
        { ...region, code: '620000', name: '甘肃省', level: 'province', parentCode: null },
        { ...region, code: LISTED, name: '渭源县', level: 'county', parentCode: '620000' },
        { ...region, code: UNLISTED, name: '城关区', level: 'county', parentCode: '620000' },
      ],
      pairings: [],
      listedCounties: [
        {
          list: 'povertyExitCounty',
          regionCode: LISTED,
          inProgramme: true,
          effectiveFrom: '2021-01-01',
          source: SOURCE,
        },
      ],
    });
    await setPolicies(tx, [
      { key: 'admission.validYears', value: 3, effectiveFrom: '2020-01-01', effectiveTo: null, source: SOURCE },
    ]);
    await publishStandard(tx, STANDARD);
    ids = await organisations.registerOrganisations(
      tx,
      ['good', 'elsewhere', 'trader', 'other'].map((reference) => ({
        reference,
        nameZh: `示例${reference}`,
        nameEn: reference,
        kind: reference === 'trader' ? 'trader' : 'cooperative',
        uscc: '93150125YY0001004B',
        regionCode: reference === 'elsewhere' ? UNLISTED : LISTED,
        address: null,
        legalRepresentative: null,
        establishedOn: '2020-02-29',
      })),
    );
  });
});
afterAll(() => field.close());

function application(reference: string, change: Partial<NewApplication['declared']> = {}): NewApplication {
  return {
    supplierId: ids.get(reference)!,
    credit: 'clear',
    mandateOf: reference === 'trader' ? 'good' : null,
    declared: {
      uscc: '93150125YY0001004B',
      kind: reference === 'trader' ? 'trader' : 'cooperative',
      countyCode: reference === 'elsewhere' ? UNLISTED : LISTED,
      licenceValidUntil: null,
      foodLicences: [],
      products: [],
      linkage: { households: 12, models: ['dividend'] },
      ...change,
    },
  };
}

const standing = (reference: string) =>
  field.rows<{ standing: string; may_sell: boolean }>(
    'select standing, may_sell from admission.supplier_standing_v where supplier_id = $1',
    [ids.get(reference)],
  );

test('a trader submitted before its producer is admitted fails by the mandate, and passes after', async () => {
  const [early] = await field.does((tx) => submitApplications(tx, [application('trader')]));
  expect(early!.blocked).toBe(true);
  await field.rows(`update admission.application set state = 'withdrawn' where id = $1`, [early!.id]);

  const [good] = await field.does((tx) => submitApplications(tx, [application('good')]));
  expect(good!.blocked).toBe(false);
  await field.does((tx) => certifyApplications(tx, { ids: [good!.id], reason: SOURCE }));
  expect(await standing('good')).toEqual([{ standing: 'certified', may_sell: true }]);

  const [late] = await field.does((tx) => submitApplications(tx, [application('trader')]));
  expect(late!.blocked).toBe(false);
  await field.does((tx) => certifyApplications(tx, { ids: [late!.id], reason: SOURCE }));
});

test('an application with a blocking finding is certified by nobody, and nothing of the batch is', async () => {
  const submitted = await field.does((tx) => submitApplications(tx, [application('elsewhere'), application('other')]));
  expect(submitted.map(({ blocked }) => blocked).sort()).toEqual([false, true]);
  const batch = submitted.map(({ id }) => id);
  await expect(field.does((tx) => certifyApplications(tx, { ids: batch, reason: SOURCE }))).rejects.toThrow('fails B');
  expect(await standing('other')).toEqual([]);
  expect(await standing('elsewhere')).toEqual([]);
});

test('a certification is not given twice', async () => {
  const [row] = await field.rows<{ id: string }>(
    `select id from admission.application where state = 'certified' limit 1`,
  );
  await expect(field.does((tx) => certifyApplications(tx, { ids: [row!.id], reason: SOURCE }))).rejects.toThrow(
    'cannot be certified from certified',
  );
});

test('the kept evidence gives the kept findings again', async () => {
  const applications = await field.rows<{ id: string; evidence: Evidence; judged_on: string; found: object[] }>(
    `select application.id, application.evidence, max(finding.judged_on)::text as judged_on,
            json_agg(json_build_object('criterion', criterion, 'result', result, 'check', check_version, 'reasons', facts)
                     order by criterion) as found
       from admission.application join admission.finding on finding.application_id = application.id
      group by application.id`,
  );
  expect(applications.length).toBeGreaterThan(3);
  for (const { evidence, judged_on: judgedOn, found } of applications) {
    expect(assess(STANDARD, evidence, judgedOn).map(({ kind: _, ...finding }) => finding)).toEqual(found);
  }
});

test('a certification that has run out sells nothing', async () => {
  await field.setClock('1100 days');
  expect(await standing('good')).toEqual([{ standing: 'certified', may_sell: false }]);
  await field.setClock('0');
});

test('the register shows who was admitted, page by page, and finds by name, number and province', async () => {
  const first = await listRegister(field.database, { limit: 1 });
  const second = await listRegister(field.database, { limit: 1, cursor: first.nextCursor! });
  const names = [...first.data, ...second.data].map(({ name }) => name.zh);
  expect(names.sort()).toEqual(['示例good', '示例trader']);
  expect(second.nextCursor).toBeNull();
  const found = async (query: object) => (await listRegister(field.database, { limit: 24, ...query })).data.length;
  expect(await found({ q: 'GOO' })).toBe(1);
  expect(await found({ q: '93150125yy0001004b' })).toBe(2);
  expect(await found({ q: '%' })).toBe(0);
  expect(await found({ province: '620000' })).toBe(2);
  expect(await found({ province: '530000' })).toBe(0);
});

test('an applicant has no public page; an admitted one shows its findings', async () => {
  await expect(supplierPage(field.database, ids.get('elsewhere')!)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const page = await supplierPage(field.database, ids.get('good')!);
  expect(page).toMatchObject({ standing: 'certified', linkedHouseholds: null, standardVersion: 'test-1' });
  expect(page.findings.map(({ criterion: id, result }) => `${id} ${result}`)).toEqual([
    'A pass',
    'B pass',
    'C pass',
    'D notJudged',
  ]);
});

describe('jurisdiction', () => {
  const grant = (role: Grant['role'], jurisdiction: string | null): Grant => ({
    role,
    jurisdiction,
    organisationId: null,
    householdId: null,
  });
  const seen = async (...grants: Grant[]) =>
    (await listApplications(field.database, grants, { limit: 24 })).data.map(({ county }) => county.code);

  test.each([
    ['the own county', grant('countyAgriculture', LISTED), [LISTED]],
    ['another county', grant('countyRevitalisation', UNLISTED), [UNLISTED]],
    ['the province', grant('auditor', '62'), [LISTED, UNLISTED]],
    ['another province', grant('auditor', '53'), []],
    ['the whole country', grant('reviewer', null), [LISTED, UNLISTED]],
    ['nothing by a role that reviews nothing', grant('finance', null), []],
  ] as const)('sees %s', async (_name, given, counties) => {
    expect([...new Set(await seen(given))].sort().reverse()).toEqual([...counties]);
  });

  test('an application outside of it does not exist', async () => {
    const [row] = await field.rows<{ id: string }>('select id from admission.application where county_code = $1', [
      UNLISTED,
    ]);
    const read = (given: Grant) => readApplication(field.database, [given], row!.id);
    await expect(read(grant('countyAgriculture', LISTED))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await read(grant('auditor', '62'))).findings).toContainEqual(
      expect.objectContaining({
        criterion: 'B',
        result: 'fail',
        sentence: expect.objectContaining({ zh: expect.stringContaining(UNLISTED) }),
      }),
    );
  });
});
