import { useQueryClient } from '@tanstack/react-query';
import { Money, Notice, TextField, useApi, useApiClient, usePages, type Column } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Finder, useAsked } from '../../frame/finder';
import { Listing } from '../../frame/listing';
import { OtherPerson } from '../../frame/other-person';
import { Page } from '../../frame/page';
import { Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { TableImport } from '../../platform/table-import';
import { useT } from '../../words';
import { CodeAct } from '../../frame/code-act';
import { FileAct } from './file-act';
import { PayeeLink } from './payee-link';
import { AccountTail, BatchState, ItemState, type Batch, type Item } from './parts';

const VOIDS = [
  ...(['accountChanged', 'accountReturned', 'accountDiffers', 'exceedsBalance'] as const),
  ...(['owesHouseholds', 'owesBack', 'standing'] as const),
];

function useColumns(): readonly Column<Item>[] {
  const t = useT();
  const why = ({ reason }: Item) => {
    const known = VOIDS.find((one) => one === reason);
    return known ? t(`payoutVoid.${known}`) : (reason ?? '');
  };
  return [
    { id: 'payee', header: t('payouts.payee'), rowHeader: true, cell: (row) => <PayeeLink payee={row.payee} /> },
    { id: 'purpose', header: t('payouts.purpose'), cell: (row) => t(`payoutPurpose.${row.purpose}`) },
    { id: 'account', header: t('payouts.account'), cell: (row) => <AccountTail {...row} /> },
    {
      ...{ id: 'amount', header: t('payouts.amount'), numeric: true, sort: 'amount' },
      cell: (row) => <Money value={row.amount} />,
    },
    { id: 'state', header: t('list.state'), cell: (row) => <ItemState state={row.state} /> },
    { id: 'why', header: t('payouts.why'), cell: why },
    { id: 'moved', header: t('payouts.moved'), cell: (row) => <Moment value={row.movedAt} /> },
  ];
}

function Acts({ batch }: { batch: Batch }) {
  const t = useT();
  const api = useApiClient();
  if (!hasRole(useMe(), ['finance'])) return null;
  if (batch.state === 'setAside')
    return (
      <span className="flex flex-wrap items-center gap-2">
        <CodeAct
          act="POST /settlement/payout-batches/{id}/instruct"
          word={t('payouts.instruct')}
          lead={t('payouts.instructText')}
          done={t('payouts.instructed')}
          run={() =>
            api('POST /settlement/payout-batches/{id}/instruct', {
              params: { id: batch.id },
              body: {},
              idempotencyKey: `payout-instruct-${batch.id}`,
            })
          }
        />
        {batch.mayDiscard ? <DiscardAct batch={batch} /> : <OtherPerson />}
      </span>
    );
  return batch.state === 'instructed' ? <FileAct batch={batch} /> : null;
}

/** One asks to take the batch back, another does it. */
function DiscardAct({ batch }: { batch: Batch }) {
  const t = useT();
  const api = useApiClient();
  const [reason, setReason] = useState('');
  const asked = batch.discardAsked;
  return (
    <CodeAct
      act="POST /settlement/payout-batches/{id}/discard"
      word={t(asked ? 'payouts.discardBatch' : 'payouts.askDiscard')}
      lead={t(asked ? 'payouts.discardBatchText' : 'payouts.askDiscardText')}
      done={t(asked ? 'payouts.batchDiscarded' : 'payouts.discardAsked')}
      look="danger"
      ready={reason.trim().length > 1}
      run={() =>
        api('POST /settlement/payout-batches/{id}/discard', {
          params: { id: batch.id },
          body: { reason: reason.trim() },
        })
      }
    >
      <TextField
        label={t('payouts.reason')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </CodeAct>
  );
}

/** Who asked to take it back, and why. */
function Asked({ batch }: { batch: Batch }) {
  const t = useT();
  if (!batch.discardedReason) return null;
  const why = batch.discardedReason === 'altered' ? t('payouts.altered') : batch.discardedReason;
  const taken = batch.state === 'discarded';
  if (!taken && batch.state !== 'setAside') return null;
  return (
    <Notice tone={taken ? 'bad' : 'attention'} title={t(taken ? 'payouts.batchDiscarded' : 'payouts.discardAsked')}>
      <p>
        {batch.discardAskedBy ? `${batch.discardAskedBy} · ` : ''}
        {why}
      </p>
    </Notice>
  );
}

function Results({ batch }: { batch: Batch }) {
  const t = useT();
  const queries = useQueryClient();
  const [round, setRound] = useState(0);
  if (!hasRole(useMe(), ['finance']) || batch.state !== 'instructed') return null;
  return (
    <TableImport
      key={round}
      kind="payoutResults"
      scope={batch.id}
      level={2}
      title={t('payouts.results')}
      onWritten={() => void queries.invalidateQueries()}
      onClose={() => setRound(round + 1)}
    />
  );
}

/** A batch of one debtor: its lines, the file for the bank, and what the bank says became of them. */
export function BatchPage() {
  const t = useT();
  const { id = '', batchId = '' } = useParams();
  const run = useApi('GET /settlement/payout-runs/{id}', { params: { id } });
  const asked = useAsked(['amount', '-amount']);
  const lines = usePages('GET /settlement/payout-batches/{id}/items', { params: { id: batchId }, query: asked });
  const columns = useColumns();
  return (
    <Whole query={run}>
      {({ batches }) => {
        const batch = batches.find((one) => one.id === batchId);
        return (
          <Page
            title={batch ? t('payouts.batch', { debtor: batch.debtor.name }) : t('payouts.batches')}
            lead={batch && <BatchState state={batch.state} />}
            back={{ to: `/settlement/payouts/${id}`, word: t('payouts.standing') }}
            actions={batch && <Acts batch={batch} />}
            history={{ kind: 'payoutBatch', id: batchId }}
          >
            <div className="flex flex-col gap-8">
              {batch && <Asked batch={batch} />}
              {batch && <Results batch={batch} />}
              <Finder label={t('payouts.find')} />
              <Listing
                id="payoutItems"
                query={lines}
                caption={t('payouts.lines')}
                rowKey={(row) => row.id}
                empty={{ title: t('payouts.noLines'), text: '' }}
                columns={columns}
              />
            </div>
          </Page>
        );
      }}
    </Whole>
  );
}
