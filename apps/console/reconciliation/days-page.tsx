import { useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Money, toast, usePages, useProblemText, useSend } from '@xihuo/ui';
import { Listing } from '../frame/listing';
import { Day, Moment } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { ReconPage } from './parts';

function ReadAgain({ day }: { day: string }) {
  const t = useT();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const send = useSend('POST /payment/bill-days/{day}/readings', {
    onSuccess: ({ open }) => toast(open === 0 ? t('recon.agrees') : t('recon.openOfDay', { count: open })),
    onError: (problem) => toast(problemText(problem)),
    onSettled: () => void queries.invalidateQueries(),
  });
  return (
    <Button
      data-act="POST /payment/bill-days/{day}/readings"
      look="quiet"
      size="small"
      pending={send.isPending}
      onClick={() => send.mutate({ params: { day }, body: {} })}
    >
      {t('recon.readAgain')}
    </Button>
  );
}

/** Day by day what stood on the bill, and what of it did not agree. */
export function DaysPage() {
  const t = useT();
  const isFinance = hasRole(useMe(), ['finance']);
  const query = usePages('GET /payment/bill-days', { query: {} });
  return (
    <ReconPage title={t('recon.days')} lead={t('recon.daysLead')}>
      <Listing
        id="billDays"
        query={query}
        caption={t('recon.days')}
        rowKey={(row) => row.day}
        empty={{ title: t('recon.noDays'), text: t('recon.noDaysText') }}
        columns={[
          { id: 'day', header: t('recon.day'), rowHeader: true, cell: (row) => <Day value={row.day} /> },
          { id: 'payments', header: t('recon.payments'), numeric: true, cell: (row) => <Money value={row.payments} /> },
          { id: 'refunds', header: t('recon.refunds'), numeric: true, cell: (row) => <Money value={row.refunds} /> },
          { id: 'other', header: t('recon.other'), numeric: true, cell: (row) => <Money value={row.other} /> },
          { id: 'fees', header: t('recon.fees'), numeric: true, cell: (row) => <Money value={row.fees} /> },
          { id: 'lines', header: t('recon.lines'), numeric: true, cell: (row) => row.lines },
          {
            id: 'open',
            header: t('recon.differences'),
            cell: (row) =>
              row.open > 0 ? (
                <Badge tone="bad">{t('recon.openOfDay', { count: row.open })}</Badge>
              ) : (
                <Badge tone="good">
                  {row.found > 0 ? t('recon.allClosed', { count: row.found }) : t('recon.agrees')}
                </Badge>
              ),
          },
          { id: 'read', header: t('recon.readAt'), cell: (row) => <Moment value={row.readAt} /> },
          ...(isFinance
            ? [{ id: 'act', header: t('recon.act'), cell: (row: { day: string }) => <ReadAgain day={row.day} /> }]
            : []),
        ]}
      />
    </ReconPage>
  );
}
