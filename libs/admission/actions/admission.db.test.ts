import { loading, organisations, setPolicies } from '@xihuo/registry';
import type { Grant } from '@xihuo/platform';
import { openField, type Field } from '@xihuo/testing';
import { assess } from '../rules/assess';
import type { Evidence } from '../rules/evidence';
import type { Standard } from '../rules/standard';
import { publishStandard } from './publish-standard';
import { listApplications, readApplication } from './read-applications';
import { listRegister, supplierPage } from './register/read-register';

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
    await loading.loadPlaces(tx, {
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
  for (const reference of ['good', 'trader']) await handedIn(reference, { certified: true });
  for (const reference of ['elsewhere', 'other']) await handedIn(reference, { certified: false });
});
afterAll(() => field?.close());

/** Handed in and judged; admitted where that is asked for. */
async function handedIn(reference: string, { certified }: { certified: boolean }): Promise<void> {
  const countyCode = reference === 'elsewhere' ? UNLISTED : LISTED;
  const list = {
    list: 'povertyExitCounty' as const,
    inProgramme: true,
    effectiveFrom: '2021-01-01',
    effectiveTo: null,
  };
  const evidence: Evidence = {
    declared: {
      ...{ uscc: '93150125YY0001004B', kind: 'cooperative', countyCode, licenceValidUntil: null },
      ...{ foodLicences: [], products: [], linkage: { households: 12, models: ['dividend'] } },
    },
    lookedUp: { countyLists: countyCode === LISTED ? [list] : [], credit: 'clear', mandate: null },
  };
  const supplierId = ids.get(reference);
  const [row] = await field.rows<{ id: string; today: string }>(
    `insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version, submitted_at)
     values ($1, 'cooperative', $2, $3, $4, 'test-1', now()) returning id, now()::date::text as today`,
    [supplierId, countyCode, certified ? 'certified' : 'submitted', JSON.stringify(evidence)],
  );
  for (const { criterion: id, result, check, reasons } of assess(STANDARD, evidence, row!.today)) {
    await field.rows(
      `insert into admission.finding (application_id, criterion, result, check_version, facts, judged_on)
       values ($1, $2, $3, $4, $5, now()::date)`,
      [row!.id, id, result, check, JSON.stringify(reasons)],
    );
  }
  if (!certified) return;
  await field.rows(
    `insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
     values ($1, $2, now()::date, (now() + interval '3 years')::date)`,
    [supplierId, row!.id],
  );
}

const standing = (reference: string) =>
  field.rows<{ standing: string; may_sell: boolean }>(
    'select standing, may_sell from admission.supplier_standing_v where supplier_id = $1',
    [ids.get(reference)],
  );

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

  test('applications stand by when they were handed in, either way and page by page, and are found by the supplier', async () => {
    const given = [grant('reviewer', null)];
    const ids = async (sort: 'submitted' | '-submitted') => {
      const met: { id: string; at: string }[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await listApplications(field.database, given, { sort, limit: 2, ...(cursor ? { cursor } : {}) });
        met.push(...page.data.map(({ id, submittedAt }) => ({ id, at: submittedAt! })));
        if (page.nextCursor === null) return met;
        cursor = page.nextCursor;
      }
    };
    const up = await ids('submitted');
    const plain = await listApplications(field.database, given, { limit: 100 });
    expect(up.map(({ id }) => id).toSorted()).toEqual(plain.data.map(({ id }) => id).toSorted());
    expect(up.map(({ at }) => at)).toEqual(up.map(({ at }) => at).toSorted());
    expect((await ids('-submitted')).map(({ id }) => id)).toEqual(up.map(({ id }) => id).toReversed());
    const [one] = plain.data;
    const found = await listApplications(field.database, given, { q: one!.supplierName, limit: 100 });
    expect(new Set(found.data.map(({ supplierName }) => supplierName))).toEqual(new Set([one!.supplierName]));
    expect((await listApplications(field.database, given, { q: '_', limit: 100 })).data).toEqual([]);
    const longAgo = Buffer.from(`-999999999999999999:${plain.data[0]!.id}`).toString('base64url');
    for (const cursor of ['AAAA', longAgo]) {
      const other = listApplications(field.database, given, { sort: 'submitted', cursor, limit: 2 });
      await expect(other).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    }
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
