import type { ResponseOf } from '@xihuo/contract';
import type { Database, Vault } from '@xihuo/platform';
import { offerSteps } from '../../rules/offers';
import { invitationOf } from '../../secrets/invitation';
import { offerCell } from '../../store/identity-kit';
import { offersNow, type OfferRow } from '../../store/offer.sql';

type View = ResponseOf<'GET /people'>['offers'][number];

/** Roles that wait for a second operator, or for whom they were given to. */
export async function viewOffers(
  { database, vault }: { database: Database; vault: Vault },
  reader: string,
): Promise<View[]> {
  const rows = await database.read(offersNow);
  return rows.map((row) => offerView(vault, row, reader));
}

const LAST_DIGITS = 4;

function offerView(vault: Vault, row: OfferRow, reader: string): View {
  const isOpen = row.decided_by === null;
  return {
    ...{ id: row.id, name: row.name, role: row.role },
    phone: row.phone_sealed && vault.open(offerCell(row.id), row.phone_sealed).slice(-LAST_DIGITS),
    jurisdiction:
      row.jurisdiction === null
        ? null
        : { code: row.jurisdiction.padEnd(6, '0'), name: row.region_name ?? row.jurisdiction },
    proposal: { by: row.proposed_by_name, at: row.proposed_at.toISOString(), reason: row.reason },
    invitation: !isOpen && row.decided_by === reader ? invitationOf(vault, row.id) : null,
    may: isOpen ? offerSteps({ proposedBy: row.proposed_by, personId: row.person_id }, reader) : [],
  };
}
