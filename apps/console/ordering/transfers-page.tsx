import { Button, Money, usePages, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { ListFile } from '../frame/list-file';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { Day } from '../frame/when';
import { useT } from '../words';
import { EnterTransferDialog } from './enter-transfer-dialog';
import { MatchTransferDialog } from './match-transfer-dialog';
import { Standing, Steps } from './transfer-steps';

export type Transfer = Output<'GET /bank-transfers'>['data'][number];

/** What somebody wrote, in lines that can be read. */
function Words({ children }: { children: string }) {
  return (
    <span lang="zh-CN" className="block sm:min-w-28">
      {children}
    </span>
  );
}

/** Money that organisations sent by bank: entered as the bank shows it, named by its code or by hand, confirmed by a second person. */
export function TransfersPage() {
  const t = useT();
  const [isEntering, setEntering] = useState(false);
  const [matching, setMatching] = useState<Transfer | null>(null);
  const input = { query: {} };
  const query = usePages('GET /bank-transfers', input);
  return (
    <Page
      title={t('menu.transfers')}
      lead={t('transfers.lead')}
      actions={<Button onClick={() => setEntering(true)}>{t('transfers.enter')}</Button>}
    >
      <Listing
        id="transfers"
        query={query}
        caption={t('menu.transfers')}
        rowKey={(row) => row.id}
        empty={{ title: t('transfers.none'), text: t('transfers.noneText') }}
        file={<ListFile name={t('menu.transfers')} route="GET /bank-transfers" input={input} />}
        columns={[
          { id: 'reference', header: t('transfers.reference'), rowHeader: true, cell: (row) => row.bankReference },
          { id: 'day', header: t('transfers.receivedOn'), cell: (row) => <Day value={row.receivedOn} /> },
          { id: 'amount', header: t('transfers.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
          { id: 'payer', header: t('transfers.payer'), cell: (row) => <Words>{row.payerName}</Words> },
          { id: 'remark', header: t('transfers.remark'), cell: (row) => <Words>{row.remark}</Words> },
          {
            id: 'standing',
            header: t('transfers.matched'),
            cell: (row) => <Standing row={row} />,
          },
          {
            id: 'used',
            header: t('transfers.used'),
            cell: (row) => (
              <ul className="text-sm">
                {row.used.map((use, index) => (
                  <li key={index}>
                    <span className="numeric">{use.purchaseNumber}</span> <span lang="zh-CN">{use.supplierName}</span>{' '}
                    <Money value={use.amount} />
                  </li>
                ))}
              </ul>
            ),
          },
          {
            id: 'steps',
            header: t('transfers.steps'),
            cell: (row) => <Steps row={row} onMatch={() => setMatching(row)} />,
          },
        ]}
      />
      {isEntering && <EnterTransferDialog onClose={() => setEntering(false)} />}
      {matching && <MatchTransferDialog transfer={matching} onClose={() => setMatching(null)} />}
    </Page>
  );
}
