import { Dialog, Money, usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { useT } from '../../words';
import { PayeeLink } from './payee-link';

/** Who is due and not on a list, and why. */
export function HeldDialog({ runId, onClose }: { runId: string; onClose: () => void }) {
  const t = useT();
  const query = usePages('GET /settlement/payout-runs/{id}/held', { params: { id: runId }, query: {} });
  return (
    <Dialog title={t('payouts.held')} open onClose={onClose}>
      <Listing
        id="payoutHeld"
        query={query}
        caption={t('payouts.held')}
        rowKey={(row) => `${row.payee.id} ${row.supplierId} ${row.purpose}`}
        empty={{ title: t('payouts.noLines'), text: '' }}
        columns={[
          { id: 'payee', header: t('payouts.payee'), rowHeader: true, cell: (row) => <PayeeLink payee={row.payee} /> },
          { id: 'purpose', header: t('payouts.purpose'), cell: (row) => t(`payoutPurpose.${row.purpose}`) },
          { id: 'amount', header: t('payouts.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
          { id: 'why', header: t('payouts.why'), cell: (row) => t(`payoutHold.${row.reason}`) },
        ]}
      />
    </Dialog>
  );
}
