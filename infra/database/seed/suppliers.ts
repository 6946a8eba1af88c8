import { orNull, readCsv, split } from './read-csv';

export interface SupplierRow {
  reference: string;
  nameZh: string;
  nameEn: string;
  kind: 'cooperative' | 'company' | 'familyFarm' | 'ruralCollective' | 'trader';
  uscc: string;
  countyCode: string;
  address: string;
  legalRepresentative: string;
  establishedOn: string;
  licenceValidUntil: string | null;
  foodLicences: { number: string; validUntil: string }[];
  credit: 'clear' | 'serious';
  mandateOf: string | null;
  products: string[];
  linkage: { households: number; models: string[] };
  expected: { admission: 'certified' | 'refused'; criterion: string | null; reason: string | null };
}

const KINDS: Record<string, SupplierRow['kind']> = {
  cooperative: 'cooperative',
  company: 'company',
  family_farm: 'familyFarm',
  rural_collective: 'ruralCollective',
  trader: 'trader',
};

/** The invented suppliers, as they would fill in their applications. */
export function supplierRows(): SupplierRow[] {
  return readCsv<string>('suppliers.csv').map((row) => {
    const until = split(row.sc_valid_until!);
    return {
      reference: row.id!,
      nameZh: row.name_zh!,
      nameEn: row.name_en!,
      kind: KINDS[row.kind!]!,
      uscc: row.uscc!,
      countyCode: row.county_code!,
      address: `${row.county_name}${row.village_address}`,
      legalRepresentative: row.legal_rep!,
      establishedOn: row.established!,
      licenceValidUntil: orNull(row.licence_valid_until!),
      foodLicences: split(row.sc_licences!).map((number, index) => ({ number, validUntil: until[index]! })),
      credit: row.credit_status as SupplierRow['credit'],
      mandateOf: orNull(row.mandate_of!),
      products: split(row.product_ids!),
      linkage: { households: Number(row.linked_farmers), models: split(row.linkage_models!) },
      expected: {
        admission: row.expected_admission as 'certified' | 'refused',
        criterion: orNull(row.expected_criterion!),
        reason: orNull(row.expected_reason!),
      },
    };
  });
}
