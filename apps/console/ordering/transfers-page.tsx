import { Badge, Button, Money, usePages, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { ListFile } from '../frame/list-file';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { Day } from '../frame/when';
import { useT } from '../words';
import { EnterTransferDialog } from './enter-transfer-dialog';
import { MatchTransferDialog } from './match-transfer-dialog';

export type Transfer = Output<'GET /bank-transfers'>['data'][number];

function Match({ row, onMatch }: { row: Transfer; onMatch: () => void }) {
  const t = useT();
  if (row.matchedBy === null) {
    return (
      <span className="flex flex-wrap items-center gap-2">
        <Badge tone="attention">{t('transfers.waiting')}</Badge>
        <Button look="secondary" size="small" onClick={onMatch}>
          {t('transfers.match')}
        </Button>
      </span>
    );
  }
  return (
    <span className="flex flex-col">
      <Badge tone="good">{row.matchedBy === 'code' ? t('transfers.byCode') : t('transfers.byPerson')}</Badge>
      <span lang="zh-CN" className="text-sm">
        {row.organisation?.name}
      </span>
    </span>
  );
}

/** What somebody wrote, in lines that can be read. */
function Words({ children }: { children: string }) {
  return (
    <span lang="zh-CN" className="block sm:min-w-28">
      {children}
    </span>
  );
}

/** Money that organisations sent by bank: entered as the bank shows it, matched by its code or by hand. */
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
            id: 'match',
            header: t('transfers.matched'),
            cell: (row) => <Match row={row} onMatch={() => setMatching(row)} />,
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
        ]}
      />
      {isEntering && <EnterTransferDialog onClose={() => setEntering(false)} />}
      {matching && <MatchTransferDialog transfer={matching} onClose={() => setMatching(null)} />}
    </Page>
  );
}
