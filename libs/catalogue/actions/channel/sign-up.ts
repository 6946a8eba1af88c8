import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { versionOfSet } from '../../rules/version-of-set';
import {
  fairBySlug,
  lockFair,
  signUp,
  signUpsOf,
  standingToExhibit,
  takeBackSignUp,
} from '../../store/channel/fair.sql';

/**
 * Signs a supplier up for a fair with the products it brings; with none the sign-up is taken back, unless a buyer has asked for
 * goods already.
 *
 * @param version of what was brought when it was read; a loader reads nothing
 * @throws ProblemError NOT_FOUND, SIGN_UP_OVER, SUPPLIER_NOT_IN_STANDING, PRODUCT_UNKNOWN, STALE_VERSION
 */
export async function signUpForFair(
  tx: Tx,
  {
    supplierId,
    slug,
    products,
    personId,
    version,
  }: { supplierId: string; slug: string; products: readonly string[]; personId: string; version?: number },
): Promise<void> {
  tx.attempt({ action: 'fair.signUp', subjectKind: 'supplier', subjectId: supplierId });
  const [found] = await tx.sql(fairBySlug, [slug]);
  if (!found) throw fail('NOT_FOUND');
  tx.attempt({
    ...{ action: 'fair.signUp', subjectKind: 'fair', subjectId: found.id },
    among: { after: { supplierId } },
  });
  await tx.sql(lockFair, [found.id]);
  const [fair] = await tx.sql(fairBySlug, [slug]);
  if (!fair || fair.state !== 'published' || fair.sign_up_by < time.businessDate(tx.now)) throw fail('SIGN_UP_OVER');
  const [standing] = await tx.sql(signUpsOf, [supplierId, [fair.id]]);
  if (version !== undefined) mustBeVersion(versionOfSet(standing?.products ?? []), version);
  if (products.length === 0) {
    const [gone] = await tx.sql(takeBackSignUp, [fair.id, supplierId]);
    if (gone) tx.audit({ action: 'fair.takeBack', subjectKind: 'fair', subjectId: fair.id, after: { supplierId } });
    return;
  }
  const wanted = [...new Set(products)];
  const [exhibits] = await tx.sql(standingToExhibit, [supplierId, wanted]);
  if (!exhibits!.may_sell) throw fail('SUPPLIER_NOT_IN_STANDING');
  if (exhibits!.own !== wanted.length) throw fail('PRODUCT_UNKNOWN');
  await tx.sql(signUp, [fair.id, supplierId, wanted, personId, tx.now]);
  const after = { supplierId, products: wanted };
  tx.audit({ action: 'fair.signUp', subjectKind: 'fair', subjectId: fair.id, after });
}
