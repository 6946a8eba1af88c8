import { fail, type InputOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { partyFault, witnessFault } from '../rules/witness';
import { partyNamed } from '../store/witness.sql';

export interface Witnessed {
  readonly supplierId: string;
  readonly householdIds: readonly string[];
  /** YYYY-MM-DD: before it there was nothing to sign. */
  readonly since: string;
  /** The household said before that it was not so. */
  readonly contested?: boolean;
  /** Where in the request the witness stands, such as `witness/`. */
  readonly at?: string;
}

interface Witness {
  readonly name: string;
  readonly role: InputOf<'POST /benefit/agreements/{id}/witness'>['body']['role'];
  /** YYYY-MM-DD: when the sheet was signed. */
  readonly on: string;
}

/** Whether whoever acts is a clerk of the supplier: then it enters somebody else, and no officer of the county. */
function actsFor({ actor }: Pick<Tx, 'actor'>, supplierId: string): boolean {
  return (
    actor.kind === 'person' &&
    actor.grants.some(({ role, organisationId }) => role === 'supplier' && organisationId === supplierId)
  );
}

/**
 * Whoever stands for what a household cannot confirm itself is no party to it: neither acts for the supplier nor is of the
 * household, by the names people are known by here. An officer of the county does so in its own session and name.
 *
 * @throws ProblemError WITNESS_UNFIT, naming the field
 */
export async function mustBeFitWitness(tx: Tx, witness: Witness, of: Witnessed): Promise<void> {
  const bySupplier = actsFor(tx, of.supplierId);
  const officer = !bySupplier && tx.actor.kind === 'person' ? tx.actor.personId : null;
  const [named] = await tx.sql(partyNamed, [of.supplierId, of.householdIds, witness.name, officer]);
  const fault =
    witnessFault(witness, {
      ...{ bySupplier, contested: of.contested ?? false, today: time.businessDate(tx.now), since: of.since },
    }) ?? partyFault(named?.party ?? null);
  if (fault) throw fail.inField('WITNESS_UNFIT', `${of.at ?? ''}${fault.field}`, fault.message);
}
