import { products } from '@xihuo/admission';
import type { dossiers } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { statement, type Files, type Tx } from '@xihuo/platform';
import { photographed } from './specimen';

const clerks = statement<{ supplier_id: string; person_id: string }>(
  'seed.clerks_of_suppliers',
  `select organisation_id as supplier_id, min(person_id::text) as person_id
     from identity.role_grant_v where role = 'supplier' group by organisation_id`,
);

type Mark = dossiers.DossierForm['marks'][number];

const TITLES: Readonly<Record<Mark['kind'], string>> = {
  greenFood: 'Certificate of green food',
  organic: 'Certificate of organic products',
  geographicalIndication: 'Right to use a geographical indication',
};

interface Sent {
  readonly supplierId: string;
  readonly productId: string;
  readonly form: dossiers.DossierForm;
}

/** Marks of quality come with a photograph of their certificate: whoever buys may look at it. */
export async function withMarksPhotographed<D extends Sent>(tx: Tx, files: Files, sent: readonly D[]): Promise<D[]> {
  const clerkOf = new Map((await tx.sql(clerks)).map((row) => [row.supplier_id, row.person_id]));
  const photos = new Map<Mark, string>();
  for (const { supplierId, productId, form } of sent) {
    for (const mark of form.marks) {
      const personId = clerkOf.get(supplierId);
      must(personId, 'somebody acts for every supplier of the demonstration');
      const paper = await photographed(TITLES[mark.kind], [`Valid until ${mark.validUntil}`]);
      photos.set(mark, await products.putPaper(tx, files, { supplierId, productId, personId, paper }));
    }
  }
  const photographedMarks = ({ marks }: dossiers.DossierForm) =>
    marks.map((mark) => ({ ...mark, fileId: photos.get(mark)! }));
  return sent.map((dossier) => ({ ...dossier, form: { ...dossier.form, marks: photographedMarks(dossier.form) } }));
}
