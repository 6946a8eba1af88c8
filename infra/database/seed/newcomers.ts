import type { NewOrganisation } from './organisations';
import type { FarmerRow } from './season';
import { supplierRows, type SupplierRow } from './suppliers';

/** In the county of the demo's two officers, so that there is something on their desks. */
const COUNTY = { code: '621123', name: '渭源县' };

const COMMON: Pick<
  SupplierRow,
  'kind' | 'countyCode' | 'licenceValidUntil' | 'foodLicences' | 'credit' | 'mandateOf' | 'expected'
> = {
  ...{ kind: 'cooperative', countyCode: COUNTY.code, licenceValidUntil: null, foodLicences: [], credit: 'clear' },
  ...{ mandateOf: null, expected: { admission: 'certified', criterion: null, reason: null } },
};

/** Cooperatives that apply while the demo is looked at: one waits for the second department, one still writes. */
export const WAITS_FOR_COUNTY = 'N001';
export const WRITES = 'N002';

const NEWCOMERS: readonly SupplierRow[] = [
  {
    ...COMMON,
    reference: WAITS_FOR_COUNTY,
    nameZh: `${COUNTY.name}苜禾坪马铃薯专业合作社`,
    nameEn: 'Muheping Potato Cooperative',
    uscc: '93621123YY0009989L',
    address: `${COUNTY.name}示例乡一号园区`,
    legalRepresentative: '赵禾生',
    establishedOn: '2021-04-08',
    ...{ products: ['P0165'], linkage: { households: 6, models: ['contractPurchase'] } },
  },
  {
    ...COMMON,
    reference: WRITES,
    nameZh: `${COUNTY.name}砚田垄中药材专业合作社`,
    nameEn: 'Yantianlong Herb Cooperative',
    uscc: '93621123YY0009997F',
    address: `${COUNTY.name}样例镇二号园区`,
    legalRepresentative: '孙月英',
    establishedOn: '2022-09-15',
    ...{ products: ['P0165'], linkage: { households: 6, models: ['contractPurchase'] } },
  },
];

/** The file's suppliers, and those who come later. */
export function everySupplier(): readonly SupplierRow[] {
  return [...supplierRows(), ...NEWCOMERS];
}

export function newcomer(reference: string): SupplierRow {
  return NEWCOMERS.find((row) => row.reference === reference)!;
}

export function newcomerOrganisations(): NewOrganisation[] {
  return NEWCOMERS.map((row) => ({
    ...{ reference: row.reference, nameZh: row.nameZh, nameEn: row.nameEn, kind: row.kind, uscc: row.uscc },
    ...{ regionCode: row.countyCode, address: row.address },
    ...{ legalRepresentative: row.legalRepresentative, establishedOn: row.establishedOn },
  }));
}

/** Refused once, and back with what was wanting put right. */
export const RETURNING: Readonly<Record<'renewedFoodLicence' | 'renewedLicence' | 'rightCode', string>> = {
  renewedFoodLicence: 'S123',
  renewedLicence: 'S124',
  rightCode: 'S128',
};

export function returning(reference: string): SupplierRow {
  const row = supplierRows().find((one) => one.reference === reference)!;
  const better: SupplierRow = { ...row, expected: COMMON.expected };
  switch (reference) {
    case RETURNING.renewedFoodLicence:
      return { ...better, foodLicences: row.foodLicences.map(({ number }) => ({ number, validUntil: '2031-05-31' })) };
    case RETURNING.renewedLicence:
      return { ...better, licenceValidUntil: '2045-12-31' };
    default:
      return { ...better, uscc: '93511921YY0009890M' };
  }
}

/** Invented, as all of them: region 000000 and cards of prefix 000000 do not exist. */
const HOUSEHOLDS = [
  ['赵禾生', '000000196803129017', '0000009980000013'],
  ['孙月英', '000000197211059021', '0000009980000021'],
  ['李垄成', '000000198106249039', '0000009980000039'],
  ['周田秀', '000000197609189045', '0000009980000047'],
  ['吴麦收', '000000196501279052', '0000009980000054'],
  ['郑粟香', '000000198908039068', '0000009980000062'],
] as const;

type Household = Pick<
  FarmerRow,
  'name' | 'county_code' | 'village' | 'linkage_model' | 'household_kind' | 'id_number_test' | 'bank_card_test'
>;

/** Behind the newcomer that has handed in; the other has not got so far. */
export function newcomerHouseholds(reference: string): Household[] {
  if (reference !== WAITS_FOR_COUNTY) return [];
  return HOUSEHOLDS.map(([name, idNumber, bankCard]) => ({
    ...{ name, county_code: COUNTY.code, village: '苜禾样例村', linkage_model: 'contractPurchase' },
    ...{ household_kind: 'ordinary', id_number_test: idNumber, bank_card_test: bankCard },
  }));
}
