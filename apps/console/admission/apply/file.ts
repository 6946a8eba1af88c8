import type { Output } from '@xihuo/ui';

export type ApplicationFile = Output<'GET /admission/applications/{id}/file'>;
export type OwnApplication = Output<'GET /me/applications'>['data'][number];
export type Form = ApplicationFile['form'];
export type FormStep = keyof Form;
export type Subject = NonNullable<Form['subject']>;
export type StepName = ApplicationFile['missing'][number]['step'] | 'submit';
export type DocumentKind = ApplicationFile['documents'][number]['kind'];
export type LinkageModel = NonNullable<Form['linkage']>['models'][number];

const MODELS: Readonly<Record<LinkageModel, true>> = {
  contractPurchase: true,
  employment: true,
  dividend: true,
  landRent: true,
  share: true,
};
export const LINKAGE_MODELS = Object.keys(MODELS) as LinkageModel[];

const CATEGORY: Readonly<Record<NonNullable<NonNullable<Form['products']>[number]['category']>, true>> = {
  fruit: true,
  vegetable: true,
  'grain-oil': true,
  meat: true,
  dairy: true,
  egg: true,
  tea: true,
  'medicinal-food': true,
  mushroom: true,
  nut: true,
  honey: true,
  seasoning: true,
  'seafood-freshwater': true,
  processed: true,
  beverage: true,
  handicraft: true,
};
export const CATEGORIES = Object.keys(CATEGORY) as (keyof typeof CATEGORY)[];

/** The steps of the wizard in their order; only a trader is asked for a mandate. */
export function stepsOf(kind: Subject['kind']): StepName[] {
  return [
    'subject',
    'licences',
    'products',
    'linkage',
    'households',
    ...(kind === 'trader' ? (['mandate'] as const) : []),
    'capacity',
    'documents',
    'undertakings',
    'submit',
  ];
}

/** What a step holds before anybody has filled anything in. */
export function emptySteps({ supplierName, kind, county }: Pick<OwnApplication, 'supplierName' | 'kind' | 'county'>) {
  return {
    subject: {
      kind,
      nameZh: supplierName,
      nameEn: '',
      uscc: '',
      countyCode: county.code,
      address: '',
      legalRepresentative: '',
      establishedOn: null,
      licenceValidUntil: null,
      licenceWithoutTerm: false,
    },
    licences: { foodLicences: [], operationLicence: '' },
    products: [],
    linkage: { models: [], description: '' },
    capacity: { annualKg: null, shipWithinHours: null, months: [], note: '' },
    undertakings: { truthful: false, noPenalty: false, publication: false },
  } satisfies Required<Form>;
}

/** The field that a pointer names, as an id in the page: '/subject/uscc' is #subject-uscc. */
export const fieldId = (pointer: string) => pointer.slice(1).replaceAll('/', '-');

/** The step in which a pointer is filled in. */
export function stepOfPointer(pointer: string): StepName {
  const [, head = ''] = pointer.split('/');
  return (
    (
      ['licences', 'products', 'linkage', 'households', 'mandate', 'capacity', 'documents', 'undertakings'] as const
    ).find((step) => step === head) ?? 'subject'
  );
}
