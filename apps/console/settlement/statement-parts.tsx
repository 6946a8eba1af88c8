import { Card, Money, usePages } from '@xihuo/ui';
import { Link } from 'react-router';
import { Listing } from '../frame/listing';
import { rowLink } from '../frame/views';
import { Day } from '../frame/when';
import { readsWholeCountry, useMe } from '../identity/me';
import { useT } from '../words';
import { useAdjustmentColumns } from './adjustments/parts';
import { AccountTail } from './payouts/parts';

/** Corrections and late refunds that are lines of a statement; nothing where there are none. */
export function Changes({ statementId }: { statementId: string }) {
  const t = useT();
  const columns = useAdjustmentColumns('statement');
  const query = usePages('GET /settlement/adjustments', { query: { statementId } });
  if (query.rows?.length === 0) return null;
  return (
    <div id="changes">
      <Card title={t('statement.changes')}>
        <Listing
          id="statementChanges"
          query={query}
          caption={t('statement.changes')}
          rowKey={(row) => row.id}
          empty={{ title: t('adjustments.none'), text: t('adjustments.noneText') }}
          columns={columns}
        />
      </Card>
    </div>
  );
}

/** What the bank paid to the supplier, or sent back, since the statement before; whoever reads payout lists goes on to the list. */
export function Payments({ statementId }: { statementId: string }) {
  const t = useT();
  const readsLists = readsWholeCountry(useMe(), ['finance', 'auditor']);
  const query = usePages('GET /settlement/statements/{id}/payouts', { params: { id: statementId } });
  if (query.rows?.length === 0) return null;
  return (
    <div id="payments">
      <Card title={t('statement.payouts')}>
        <Listing
          id="statementPayouts"
          query={query}
          caption={t('statement.payouts')}
          rowKey={(row) => `${row.itemId} ${row.event}`}
          empty={{ title: t('payouts.noLines'), text: '' }}
          columns={[
            {
              id: 'on',
              header: t('payouts.date'),
              rowHeader: true,
              cell: (row) =>
                readsLists ? (
                  <Link to={`/settlement/payouts/${row.payoutRunId}/batches/${row.batchId}`} className={rowLink}>
                    <Day value={row.on} />
                  </Link>
                ) : (
                  <Day value={row.on} />
                ),
            },
            {
              id: 'event',
              header: t('statement.payoutEvent'),
              cell: (row) => t(row.event === 'pay' ? 'statement.paid' : 'statement.bounced'),
            },
            { id: 'account', header: t('payouts.account'), cell: (row) => <AccountTail {...row} /> },
            { id: 'amount', header: t('payouts.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
          ]}
        />
      </Card>
    </div>
  );
}
