import { useT } from '../../words';

/** What corrections may point at, in the order of the form. */
export const FIELDS = {
  subject: [
    'kind',
    'nameZh',
    'nameEn',
    'uscc',
    'countyCode',
    'address',
    'legalRepresentative',
    'establishedOn',
    'licenceValidUntil',
  ],
  licences: ['foodLicences', 'operationLicence'],
  linkage: ['models', 'description'],
  capacity: ['annualKg', 'shipWithinHours', 'months', 'note'],
  documents: [
    'businessLicence',
    'foodProductionLicence',
    'foodOperationLicence',
    'linkageAgreement',
    'householdConsent',
    'mandate',
    'testReport',
    'originCertificate',
    'labelPhoto',
    'sitePhoto',
    'honour',
    'other',
  ],
} as const;

export type Group = keyof typeof FIELDS | 'products' | 'undertakings' | 'others';

/** Groups in the form's order, with the pointers of each. */
export const GROUPS: readonly { group: Group; pointers: readonly string[] }[] = [
  ...(['subject', 'licences'] as const).map(grouped),
  { group: 'products', pointers: ['/products'] },
  ...(['linkage', 'capacity'] as const).map(grouped),
  { group: 'undertakings', pointers: ['/undertakings'] },
  grouped('documents'),
  { group: 'others', pointers: ['/households', '/mandate'] },
];

function grouped(group: keyof typeof FIELDS) {
  return { group, pointers: FIELDS[group].map((field) => `/${group}/${field}`) };
}

type Named = keyof typeof FIELDS;
type FieldWord =
  | {
      [G in Named]: `review.${G extends 'documents' ? 'paperKind' : `field.${G}`}.${(typeof FIELDS)[G][number]}`;
    }[Named]
  | `review.field.${'products' | 'undertakings' | 'households' | 'mandate'}`;

/** The word of a pointer; of one that leads further down, the word of what it is in. Null for what nobody knows. */
export function wordOf(pointer: string): FieldWord | null {
  const [, group = '', field = ''] = pointer.split('/');
  if (group === 'documents' && isField('documents', field)) return `review.paperKind.${field}`;
  if (group === 'subject' && isField(group, field)) return `review.field.subject.${field}`;
  if (group === 'licences' && isField(group, field)) return `review.field.licences.${field}`;
  if (group === 'linkage' && isField(group, field)) return `review.field.linkage.${field}`;
  if (group === 'capacity' && isField(group, field)) return `review.field.capacity.${field}`;
  if (group === 'products' || group === 'undertakings' || group === 'households' || group === 'mandate')
    return `review.field.${group}`;
  return null;
}

function isField<G extends keyof typeof FIELDS>(group: G, field: string): field is (typeof FIELDS)[G][number] {
  return (FIELDS[group] as readonly string[]).includes(field);
}

export function useFieldName(): (pointer: string) => string {
  const t = useT();
  return (pointer) => {
    const word = wordOf(pointer);
    return word === null ? pointer : t(word);
  };
}
