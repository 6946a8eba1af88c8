import { Button, Money, usePages, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { ListFile } from '../frame/list-file';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';
import { EnterTransferDialog } from './enter-transfer-dialog';
import { MatchTransferDialog } from './match-transfer-dialog';
import { Standing, Steps } from './transfer-steps';

export type Transfer = Output<'GET /bank-transfers'>['data'][number];

/** As the list has it now, so that who was overtaken decides on what stands; as it was where it has left the list. */
export function asItStands(rows: readonly Transfer[] | undefined, chosen: Transfer): Transfer {
  return rows?.find(({ id }) => id === chosen.id) ?? chosen;
}

/** Money that organisations sent by bank: entered as the bank shows it, named by its code or by hand, confirmed by a second person. */
export function TransfersPage() {
  const t = useT();
  const [isEntering, setEntering] = useState(false);
  const [matching, setMatching] = useState<Transfer | null>(null);
  const state = useView('state', ['waiting']);
  const input = { query: state ? { state } : {} };
  const query = usePages('GET /bank-transfers', input);
  return (
    <Page
      title={t('menu.transfers')}
      lead={t('transfers.lead')}
      actions={
        <Button data-act="POST /bank-transfers" onClick={() => setEntering(true)}>
          {t('transfers.enter')}
        </Button>
      }
    >
      <Views
        name="state"
        label={t('menu.transfers')}
        views={[
          { value: '', word: t('list.all') },
          { value: 'waiting', word: t('transfers.waiting') },
        ]}
      />
      <Listing
        id="transfers"
        query={query}
        caption={t('menu.transfers')}
        rowKey={(row) => row.id}
        empty={{ title: t('transfers.none'), text: t('transfers.noneText') }}
        file={<ListFile name={t('menu.transfers')} route="GET /bank-transfers" input={input} />}
        columns={[
          {
            ...{ id: 'reference', header: t('transfers.reference'), rowHeader: true },
            cell: (row) => (
              <span className="flex flex-col">
                <span className="break-words sm:min-w-40">{row.bankReference}</span>
                <span className="text-sm text-ink-soft">
                  <Day value={row.receivedOn} />
                </span>
              </span>
            ),
          },
          { id: 'amount', header: t('transfers.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
          {
            ...{ id: 'payer', header: t('transfers.payer') },
            cell: (row) => (
              <span lang="zh-CN" className="flex flex-col sm:min-w-28">
                {row.payerName}
                <span className="text-sm text-ink-soft">{row.remark}</span>
              </span>
            ),
          },
          { id: 'standing', header: t('transfers.matched'), cell: (row) => <Standing row={row} /> },
          {
            id: 'steps',
            header: t('transfers.steps'),
            cell: (row) => <Steps row={row} onMatch={() => setMatching(row)} />,
          },
        ]}
      />
      {isEntering && <EnterTransferDialog onClose={() => setEntering(false)} />}
      {matching && (
        <MatchTransferDialog transfer={asItStands(query.rows, matching)} onClose={() => setMatching(null)} />
      )}
    </Page>
  );
}
