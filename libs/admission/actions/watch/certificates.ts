import { fail, machines, type InputOf } from '@xihuo/contract';
import { states, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { scClassOf } from '../../rules/sc-number';
import { certificateFault } from '../../rules/watch/certificate-fault';
import { effectOn } from '../../rules/watch/effect';
import { CERTIFICATE_WORDS, groundOf, named } from '../../rules/watch/finding';
import { judgeRefusal } from '../../rules/watch/may-act';
import { MESSAGES } from '../../rules/watch/messages';
import {
  insertCertificate,
  judgeCertificate,
  lockCertificate,
  ownsProduct,
  revokeCertificateRow,
  type CertificateRow,
} from '../../store/watch/certificate.sql';
import { deciderOf } from '../review/open-case';
import type { ReviewKit } from '../review/review-kit';
import { mustBeFree, ownSuppliers, type Deciding } from './open-matter';
import { putInPlace } from './put-in-place';
import { mustBePapersOf } from './supplier-papers';
import { takeUpByRule } from './take-up';
import { tellSuppliers } from './tell';

/** Hands in a renewed licence or certificate. @throws ProblemError NOT_FOUND, CERTIFICATE_UNSOUND, CERTIFICATE_KNOWN */
export async function handInCertificate(
  tx: Tx,
  wanted: InputOf<'POST /supplier/certificates'>['body'],
): Promise<{ id: string }> {
  const { supplierId, productId = null, kind, number, issuer = '', validUntil, fileId = null } = wanted;
  const owner = deciderOf(tx);
  if (!ownSuppliers(owner).includes(supplierId)) throw fail('NOT_FOUND');
  const fault = certificateFault(
    { kind, number, validUntil, productId, scope: wanted.scope },
    time.businessDate(tx.now),
  );
  if (fault !== null) throw fail('CERTIFICATE_UNSOUND', { extra: { fault } });
  // Somebody else's product is not there: a test report would else be shown on a page that nobody handed it in for.
  if (productId !== null && (await tx.sql(ownsProduct, [supplierId, productId])).length === 0)
    throw fail('CERTIFICATE_UNSOUND', { extra: { fault: 'product' } });
  await mustBePapersOf(tx, supplierId, [fileId]);
  const scope = kind === 'foodProductionLicence' ? scClassOf(number) : wanted.scope;
  const [row] = await tx.sql(insertCertificate, [
    ...[supplierId, productId, kind, scope, number, issuer, validUntil, fileId, owner.personId, tx.now],
  ]);
  if (!row) throw fail('CERTIFICATE_KNOWN');
  tx.audit({
    action: 'certificate.handIn',
    subjectKind: 'supplier',
    subjectId: supplierId,
    after: { certificateId: row.id, kind, number, validUntil },
  });
  return row;
}

/** Verifies it, which puts it in the place of its forerunner and cures what that one's end had brought, or refuses it. */
export async function judgeHandedIn(
  tx: Tx,
  kit: ReviewKit,
  { verdict, note, ...at }: Deciding & InputOf<'POST /admission/certificates/{id}/verification'>['body'],
): Promise<void> {
  const { row, personId } = await openCertificate(tx, at, verdict === 'valid' ? 'verify' : 'refuse');
  if (verdict === 'refused' && note === '') throw fail('CERTIFICATE_UNSOUND', { extra: { fault: 'reason' } });
  // It may have ended while it waited: verified, it would cure what the end of its forerunner brought.
  const ended = row.valid_until !== null && row.valid_until < time.businessDate(tx.now);
  if (verdict === 'valid' && ended) throw fail('CERTIFICATE_UNSOUND', { extra: { fault: 'ended' } });
  await tx.sql(judgeCertificate, [row.id, verdict, `person:${personId}`, tx.now, verdict === 'refused' ? note : null]);
  noteJudged(tx, row, verdict === 'valid' ? 'verify' : 'refuse', { note });
  if (verdict === 'valid') await putInPlace(tx, kit, [row.id]);
  const words =
    verdict === 'valid' ? { zh: '已核验', en: 'verified' } : { zh: `未通过：${note}`, en: `refused: ${note}` };
  await tellSuppliers(tx, kit, [
    {
      ...{ supplierId: row.supplier_id, key: `certificate.decided:${row.id}` },
      message: (supplier) =>
        MESSAGES.certificateDecided({
          ...{ supplier, name: named(CERTIFICATE_WORDS, row.kind), number: row.number, verdict: words },
        }),
    },
  ]);
}

/** Its issuer took it back: what the setting says of its end happens now. */
export async function revokeCertificate(
  tx: Tx,
  kit: ReviewKit,
  { reason, ...at }: Deciding & InputOf<'POST /admission/certificates/{id}/revocation'>['body'],
): Promise<void> {
  const { row } = await openCertificate(tx, at, 'revoke');
  await tx.sql(revokeCertificateRow, [row.id]);
  noteJudged(tx, row, 'revoke', { reason });
  const effects = await policyOn(tx, 'admission.expiryEffects', time.businessDate(tx.now));
  await takeUpByRule(tx, kit, {
    ...{ supplierId: row.supplier_id, productId: row.product_id, ground: groundOf(row.kind) },
    ...{ sourceKey: `certificate:${row.id}`, code: 'certificateRevoked' },
    values: { kind: row.kind, number: row.number, reason },
    measure: effectOn(effects[row.kind], row.product_id),
  });
}

async function openCertificate(
  tx: Tx,
  { id, version }: Deciding,
  event: 'verify' | 'refuse' | 'revoke',
): Promise<{ row: CertificateRow; personId: string }> {
  tx.attempt({ action: `certificate.${event}`, subjectKind: 'certificate', subjectId: id });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockCertificate, [id]);
  const tie = row ? judgeRefusal(decider, row, row.handed_in_by) : 'NOT_YOUR_PART';
  if (!row || tie === 'NOT_YOUR_PART') throw fail('NOT_FOUND');
  const next = states.transition(machines.certificateStates, row.state, event);
  mustBeFree(tie ?? (next === null ? 'NOT_AT_THIS_STEP' : null), { row, decider, version });
  return { row, personId: decider.personId };
}

function noteJudged(tx: Tx, row: CertificateRow, event: string, after: object): void {
  tx.audit({
    action: `certificate.${event}`,
    subjectKind: 'supplier',
    subjectId: row.supplier_id,
    before: { state: row.state },
    after: {
      ...states.ledTo(machines.certificateStates, row.state, event),
      ...{ certificateId: row.id, kind: row.kind, number: row.number, ...after },
    },
  });
}
