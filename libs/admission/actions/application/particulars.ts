import type { Tx } from '@xihuo/platform';
import { organisations } from '@xihuo/registry';
import { normalCode, type ApplicationForm } from '../../rules/application/application-form';

/** Enters into the register of organisations what an application says its supplier is. */
export async function enterParticulars(
  tx: Tx,
  supplierId: string,
  subject: NonNullable<ApplicationForm['subject']>,
): Promise<void> {
  await organisations.describeOrganisation(tx, supplierId, {
    ...{ nameZh: subject.nameZh, nameEn: subject.nameEn || subject.nameZh, kind: subject.kind },
    ...{ uscc: normalCode(subject.uscc), regionCode: subject.countyCode, address: subject.address },
    ...{ legalRepresentative: subject.legalRepresentative, establishedOn: subject.establishedOn },
  });
}
