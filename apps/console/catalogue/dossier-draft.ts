import type { Output } from '@xihuo/ui';
import { fenOf, yuanOf } from './yuan';

export type DossierForm = Output<'GET /suppliers/{supplierId}/products/{productId}/dossier'>['form'];
export type DossierDraft = Output<'GET /suppliers/{supplierId}/products/{productId}/dossier'>;

type Cell = string | boolean | null;
export type Group = Readonly<Record<string, Cell>>;

export interface FieldSpec {
  name: string;
  kind: 'text' | 'long' | 'date' | 'number' | 'flag' | 'paper' | 'choice';
  /** What a choice may be. */
  values?: readonly string[];
  /** May stand empty in a group that is whole. */
  optional?: true;
}

const text = (...names: string[]): FieldSpec[] => names.map((name) => ({ name, kind: 'text' }));
const paper: FieldSpec = { name: 'fileId', kind: 'paper' };
const issuer: FieldSpec = { name: 'issuer', kind: 'text', optional: true };
const validUntil: FieldSpec = { name: 'validUntil', kind: 'date' };

/** The parts of a dossier that belong together: said whole, or not at all. */
export const GROUPS = {
  foodLicence: [...text('number'), issuer, validUntil],
  testReport: [
    ...text('number', 'laboratory'),
    { name: 'testedOn', kind: 'date' },
    { name: 'accredited', kind: 'flag' },
    { name: 'qualified', kind: 'flag' },
    paper,
  ],
  label: [
    { name: 'ingredients', kind: 'long' },
    ...text('netContent', 'producer', 'producerAddress', 'standardCode', 'storage', 'shelfLife'),
    { name: 'nutrition', kind: 'flag' },
    paper,
  ],
  afterSale: [...text('phone', 'returnAddress'), { name: 'responseHours', kind: 'number' }],
} as const satisfies Record<string, readonly FieldSpec[]>;

/** Entries of which there may be several. */
export const LISTS = {
  originEvidence: [
    { name: 'kind', kind: 'choice', values: ['baseRecord', 'landContract', 'purchaseRecords', 'villageCertificate'] },
    ...text('reference'),
    paper,
  ],
  marks: [
    { name: 'kind', kind: 'choice', values: ['greenFood', 'organic', 'geographicalIndication'] },
    ...text('number'),
    issuer,
    ...text('holder'),
    { name: 'indication', kind: 'text', optional: true },
    validUntil,
    paper,
  ],
} as const satisfies Record<string, readonly FieldSpec[]>;

export type GroupName = keyof typeof GROUPS;
export type ListName = keyof typeof LISTS;

/** As people fill it in: every cell may stand empty, also in the middle of a group. */
export interface Typed {
  packaging: string;
  producedInCounty: string | null;
  rawMaterialCounty: string | null;
  operationLicence: string;
  brand: string;
  trademarkNumber: string;
  annualYuan: string;
  groups: Record<GroupName, Group>;
  lists: Record<ListName, readonly Group[]>;
}

const EMPTY: Record<FieldSpec['kind'], Cell> = {
  text: '',
  long: '',
  date: '',
  number: '',
  flag: false,
  paper: null,
  choice: '',
};

export const emptyGroup = (specs: readonly FieldSpec[]): Group =>
  Object.fromEntries(specs.map(({ name, kind }) => [name, EMPTY[kind]]));

function typedGroup(specs: readonly FieldSpec[], said: Readonly<Record<string, unknown>> | null): Group {
  if (said === null) return emptyGroup(specs);
  return Object.fromEntries(
    specs.map(({ name, kind }) => {
      const value = said[name];
      return [name, kind === 'number' ? String(value) : ((value ?? EMPTY[kind]) as Cell)];
    }),
  );
}

export function typedOf(form: DossierForm): Typed {
  return {
    packaging: form.packaging ?? '',
    producedInCounty: form.producedInCounty,
    rawMaterialCounty: form.rawMaterialCounty,
    operationLicence: form.operationLicence ?? '',
    brand: form.brand ?? '',
    trademarkNumber: form.trademarkNumber ?? '',
    annualYuan: form.annualValue ? yuanOf(form.annualValue.amount) : '',
    groups: {
      foodLicence: typedGroup(GROUPS.foodLicence, form.foodLicence),
      testReport: typedGroup(GROUPS.testReport, form.testReport),
      label: typedGroup(GROUPS.label, form.label),
      afterSale: typedGroup(GROUPS.afterSale, form.afterSale),
    },
    lists: {
      originEvidence: form.originEvidence.map((entry) => typedGroup(LISTS.originEvidence, entry)),
      marks: form.marks.map((entry) => typedGroup(LISTS.marks, entry)),
    },
  };
}

const isFilled = ({ name, kind, optional }: FieldSpec, group: Group) =>
  optional || kind === 'flag' || kind === 'paper' || String(group[name] ?? '').trim() !== '';
const isTouched = ({ name, kind }: FieldSpec, group: Group) => group[name] !== EMPTY[kind];

/** Cells of a group that somebody began and did not finish; such a group is not saved yet. */
export function unfinished(specs: readonly FieldSpec[], group: Group): string[] {
  if (!specs.some((spec) => isTouched(spec, group))) return [];
  return specs.filter((spec) => !isFilled(spec, group)).map(({ name }) => name);
}

function saidGroup(specs: readonly FieldSpec[], group: Group): Record<string, unknown> | null {
  if (!specs.some((spec) => isTouched(spec, group)) || unfinished(specs, group).length > 0) return null;
  return Object.fromEntries(
    specs.map(({ name, kind, optional }) => {
      const said = group[name];
      if (optional && String(said ?? '').trim() === '') return [name, null];
      return [name, kind === 'number' ? Number(said) : said];
    }),
  );
}

/** What may be sent of it: whole groups, and whatever stands alone. */
export function formOf(typed: Typed): DossierForm {
  const { groups, lists } = typed;
  const said = Object.fromEntries([
    ...Object.entries(GROUPS).map(([name, specs]) => [name, saidGroup(specs, groups[name as GroupName])] as const),
    ...Object.entries(LISTS).map(
      ([name, specs]) =>
        [name, lists[name as ListName].map((entry) => saidGroup(specs, entry)).filter((one) => one !== null)] as const,
    ),
  ]) as Pick<DossierForm, GroupName | ListName>;
  const annual = fenOf(typed.annualYuan);
  const alone = (value: string) => (value.trim() === '' ? null : value.trim());
  return {
    ...said,
    packaging: (typed.packaging || null) as DossierForm['packaging'],
    producedInCounty: typed.producedInCounty,
    rawMaterialCounty: typed.rawMaterialCounty,
    operationLicence: alone(typed.operationLicence),
    brand: alone(typed.brand),
    trademarkNumber: alone(typed.trademarkNumber),
    annualValue: annual === null ? null : { amount: annual, currency: 'CNY' },
  };
}

/** Whether every group that was begun is whole. */
export function isWhole({ groups, lists }: Typed): boolean {
  return (
    Object.entries(GROUPS).every(([name, specs]) => unfinished(specs, groups[name as GroupName]).length === 0) &&
    Object.entries(LISTS).every(([name, specs]) =>
      lists[name as ListName].every((entry) => unfinished(specs, entry).length === 0),
    )
  );
}
