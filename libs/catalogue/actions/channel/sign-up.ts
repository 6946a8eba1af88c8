import { fail } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { fairBySlug, lockFair, signUp, standingToExhibit, takeBackSignUp } from '../../store/channel/fair.sql';

/**
 * Signs a supplier up for a fair with the products it brings; with none the sign-up is taken back, unless a buyer has asked for
 * goods already.
 *
 * @throws ProblemError NOT_FOUND, SIGN_UP_OVER, SUPPLIER_NOT_IN_STANDING, PRODUCT_UNKNOWN
 */
export async function signUpForFair(
  tx: Tx,
  {
    supplierId,
    slug,
    products,
    personId,
  }: { supplierId: string; slug: string; products: readonly string[]; personId: string },
): Promise<void> {
  tx.attempt({ action: 'fair.signUp', subjectKind: 'supplier', subjectId: supplierId });
  const [found] = await tx.sql(fairBySlug, [slug]);
  if (!found) throw fail('NOT_FOUND');
  await tx.sql(lockFair, [found.id]);
  const [fair] = await tx.sql(fairBySlug, [slug]);
  if (!fair || fair.state !== 'published' || fair.sign_up_by < time.businessDate(tx.now)) throw fail('SIGN_UP_OVER');
  if (products.length === 0) {
    const [gone] = await tx.sql(takeBackSignUp, [fair.id, supplierId]);
    if (gone) tx.audit({ action: 'fair.takeBack', subjectKind: 'fair', subjectId: fair.id, after: { supplierId } });
    return;
  }
  const wanted = [...new Set(products)];
  const [standing] = await tx.sql(standingToExhibit, [supplierId, wanted]);
  if (!standing!.may_sell) throw fail('SUPPLIER_NOT_IN_STANDING');
  if (standing!.own !== wanted.length) throw fail('PRODUCT_UNKNOWN');
  await tx.sql(signUp, [fair.id, supplierId, wanted, personId, tx.now]);
  const after = { supplierId, products: wanted };
  tx.audit({ action: 'fair.signUp', subjectKind: 'fair', subjectId: fair.id, after });
}
