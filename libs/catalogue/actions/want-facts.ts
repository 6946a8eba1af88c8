import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { factsFixed, sameFacts } from '../rules/product-facts';
import { unknownIn } from '../store/channel/venue.sql';
import { lockDraft, setWantedFacts } from '../store/supplier-product.sql';
import { mustReadLawful } from './listing/first-words';
import { EMPTY_FORM, factsOf, saveDossier, standingFacts } from './send-dossiers';

type Key = 'PUT /suppliers/{supplierId}/products/{productId}/dossier/facts';

/**
 * Says what the product shall be from the next version of its dossier on. The shop goes on showing what was approved; what equals it
 * takes an earlier wish back.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, FACTS_FIXED, TEXT_UNLAWFUL, REGION_UNKNOWN
 */
export async function wantFacts(
  tx: Tx,
  { supplierId, productId, version, facts }: InputOf<Key>['params'] & { version: number; facts: InputOf<Key>['body'] },
): Promise<void> {
  must(tx.actor.kind === 'person', 'people say what a product is');
  const own = { supplierId, productId };
  tx.attempt({ action: 'dossier.facts', subjectKind: 'product', subjectId: productId });
  const row = await factsOf(tx, own);
  const fixed = factsFixed({ shared: row.shared, giKinds: row.gi_kinds });
  if (fixed !== null) throw fail('FACTS_FIXED', { extra: { why: fixed } });
  await mustReadLawful(tx, { nameZh: facts.name.zh, nameEn: facts.name.en });
  await mustKnowRegion(tx, facts.regionCode);
  const [draft] = await tx.sql(lockDraft, [supplierId, productId]);
  // What nobody saved yet is there as version 1, and the saving of it makes the next.
  if (draft) mustBeVersion(draft.row_version, version);
  else await saveDossier(tx, { ...own, form: EMPTY_FORM, version });
  const standing = standingFacts(row);
  const wanted = sameFacts(standing, facts) ? null : JSON.stringify(facts);
  await tx.sql(setWantedFacts, [supplierId, productId, wanted, tx.actor.personId, tx.now]);
}

/** @throws ProblemError REGION_UNKNOWN */
export async function mustKnowRegion(tx: Tx, code: string): Promise<void> {
  const [unknown] = await tx.sql(unknownIn, [[], [code]]);
  if (unknown!.regions > 0) throw fail('REGION_UNKNOWN');
}
