import { Badge, Money, TextArea, useApiClient, usePages, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { ActButton, type Act } from '../admission/watching/act';
import { HistoryButton } from '../frame/history';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { useView, Views } from '../frame/views';
import { Moment } from '../frame/when';
import { CodeAct } from '../frame/code-act';
import { useT } from '../words';

type Decide = 'POST /transfer-returns/{id}/decide';
type Return = Output<'GET /transfer-returns'>['data'][number];

const TONES = {
  proposed: 'attention',
  approved: 'attention',
  refused: 'neutral',
  withdrawn: 'neutral',
  sent: 'good',
} as const;

function Approve({ id }: Pick<Return, 'id'>) {
  const t = useT();
  const api = useApiClient();
  const [reason, setReason] = useState('');
  return (
    <CodeAct
      act="POST /transfer-returns/{id}/decide"
      word={t('returns.approve')}
      lead={t('returns.approveText')}
      done={t('returns.approved')}
      ready={reason.trim() !== ''}
      run={() =>
        api('POST /transfer-returns/{id}/decide', {
          params: { id },
          body: { decision: 'approve', reason: reason.trim() },
        })
      }
    >
      <TextArea
        label={t('returns.opinion')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
    </CodeAct>
  );
}

/** What the reader may do: decide what somebody else has proposed, take back their own, say that the bank has sent it. */
function Steps({ row: { id, mine } }: { row: Return }) {
  const t = useT();
  const act = (decision: 'refuse' | 'withdraw' | 'send'): Act<Decide> => ({
    ...{
      route: 'POST /transfer-returns/{id}/decide',
      word: t(`returns.${decision}`),
      done: t(`returns.${decision}Done`),
    },
    lead: t(`returns.${decision}Text`),
    fields: [
      decision === 'send'
        ? { name: 'reason', kind: 'text', label: t('transfers.reference'), most: 200 }
        : { name: 'reason', kind: 'area', label: t('returns.opinion'), least: 2, most: 200 },
    ],
    input: ({ reason = '' }) => ({ params: { id }, body: { decision, reason: reason.trim() } }),
  });
  if (mine === null) return null;
  return (
    <>
      {mine === 'decide' && <Approve id={id} />}
      <ActButton act={act(mine === 'decide' ? 'refuse' : mine)} />
    </>
  );
}

/** Transfers that are reversed and money that goes back to whoever paid by bank: proposed by one, decided by another. */
export function TransferReturnsPage() {
  const t = useT();
  const state = useView('state', ['proposed']);
  const query = usePages('GET /transfer-returns', { query: state ? { state } : {} });
  return (
    <Page title={t('menu.returns')} lead={t('returns.lead')}>
      <Views
        name="state"
        label={t('menu.returns')}
        views={[
          { value: '', word: t('list.all') },
          { value: 'proposed', word: t('returns.toDecide') },
        ]}
      />
      <Listing
        id="transfer-returns"
        query={query}
        caption={t('menu.returns')}
        rowKey={(row) => row.id}
        empty={{ title: t('returns.none'), text: t('returns.noneText') }}
        columns={[
          {
            ...{ id: 'payee', header: t('returns.payee'), rowHeader: true },
            cell: (row) => <span lang="zh-CN">{row.payee}</span>,
          },
          { id: 'kind', header: t('returns.kind'), cell: (row) => t(`transfers.${row.kind}`) },
          { id: 'amount', header: t('transfers.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
          {
            ...{ id: 'reference', header: t('transfers.reference') },
            cell: (row) => row.bankReference ?? row.transferReference,
          },
          {
            ...{ id: 'reason', header: t('transfers.reason') },
            cell: (row) => (
              <span lang="zh-CN" className="block sm:min-w-32">
                {row.reason}
              </span>
            ),
          },
          {
            ...{ id: 'state', header: t('list.state') },
            cell: (row) => (
              <span className="flex flex-col items-start gap-1 text-sm">
                <Badge tone={TONES[row.state]}>{t(`returns.state.${row.state}`)}</Badge>
                <span className="text-ink-soft">
                  {row.proposedBy} <Moment value={row.proposedAt} />
                </span>
                {row.decidedBy && (
                  <span className="text-ink-soft">
                    {row.decidedBy} <span lang="zh-CN">{row.decidedReason}</span>
                  </span>
                )}
              </span>
            ),
          },
          {
            ...{ id: 'steps', header: t('transfers.steps') },
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-2">
                <Steps row={row} />
                <HistoryButton of={{ kind: 'transferReturn', id: row.id }} name={row.payee} />
              </span>
            ),
          },
        ]}
      />
    </Page>
  );
}
