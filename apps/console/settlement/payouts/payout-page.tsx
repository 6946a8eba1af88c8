import {
  Button,
  Card,
  Facts,
  formatNumber,
  Money,
  Notice,
  useApi,
  useApiClient,
  useLocale,
  type Column,
  Table,
} from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ActButton, type Act } from '../../admission/watching/act';
import { Page } from '../../frame/page';
import { RowLink } from '../../frame/views';
import { Day, Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { CodeAct } from '../../frame/code-act';
import { HeldDialog } from './held-dialog';
import { BatchState, ItemState, RunState, type Batch, type PayoutRun } from './parts';

function Standing({ run }: { run: PayoutRun }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Card title={t('payouts.standing')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <RunState state={run.state} /> },
          { term: t('payouts.items'), detail: formatNumber(run.items, locale) },
          { term: t('payouts.amount'), detail: <Money value={run.amount} /> },
          {
            term: t('payouts.drawnBy'),
            detail: (
              <>
                {run.drawnBy} <Moment value={run.drawnAt} />
              </>
            ),
          },
          {
            term: t('payouts.approvedBy'),
            detail: run.approvedBy ? (
              <>
                {run.approvedBy} <Moment value={run.approvedAt} />
              </>
            ) : (
              t('list.notYet')
            ),
          },
          ...(run.discardedReason
            ? [
                {
                  term: t('payouts.discardedReason'),
                  detail: run.discardedReason === 'altered' ? t('payouts.altered') : run.discardedReason,
                },
              ]
            : []),
          {
            term: t('payouts.hash'),
            detail: <code className="block text-sm break-all">{run.hash}</code>,
          },
        ]}
      />
      <p className="mt-2 text-sm text-ink-faint">{t('payouts.hashHint')}</p>
    </Card>
  );
}

/** What may be done now: approve by a second person, or, until money is set aside, throw the list away. */
function Now({ run }: { run: PayoutRun }) {
  const t = useT();
  const api = useApiClient();
  if (!hasRole(useMe(), ['finance']) || (run.state !== 'drawn' && run.state !== 'approved')) return null;
  const discard: Act<'POST /settlement/payout-runs/{id}/discard'> = {
    route: 'POST /settlement/payout-runs/{id}/discard',
    word: t('payouts.discard'),
    lead: t('payouts.discardText'),
    done: t('payouts.discarded'),
    look: 'secondary',
    fields: [{ name: 'reason', kind: 'area', label: t('payouts.reason'), least: 2, most: 200 }],
    input: ({ reason = '' }) => ({ params: { id: run.id }, body: { reason: reason.trim() } }),
  };
  return (
    <Card title={t('act.now')}>
      <div className="flex flex-col items-stretch gap-3">
        {run.mine ? (
          <CodeAct
            act="POST /settlement/payout-runs/{id}/approve"
            word={t('payouts.approve')}
            lead={t('payouts.approveText')}
            done={t('payouts.approved')}
            run={() =>
              api('POST /settlement/payout-runs/{id}/approve', {
                params: { id: run.id },
                body: { hash: run.hash },
                idempotencyKey: `payout-approve-${run.id}-${run.hash.slice(0, 16)}`,
              })
            }
          />
        ) : (
          run.state === 'drawn' && <p className="text-ink-soft">{t('payouts.otherApproves')}</p>
        )}
        <ActButton act={discard} />
      </div>
    </Card>
  );
}

function Batches({ run }: { run: PayoutRun }) {
  const t = useT();
  const locale = useLocale();
  const columns: readonly Column<Batch>[] = [
    {
      id: 'debtor',
      header: t('payouts.debtor'),
      rowHeader: true,
      cell: (row) => <RowLink to={`/settlement/payouts/${run.id}/batches/${row.id}`}>{row.debtor.name}</RowLink>,
    },
    { id: 'state', header: t('list.state'), cell: (row) => <BatchState state={row.state} /> },
    { id: 'items', header: t('payouts.items'), numeric: true, cell: (row) => formatNumber(row.items, locale) },
    { id: 'amount', header: t('payouts.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
    {
      id: 'became',
      header: t('payouts.became'),
      cell: (row) => (
        <span className="flex flex-wrap gap-2">
          {row.became.map(({ state, items }) => (
            <span key={state} className="numeric whitespace-nowrap">
              <ItemState state={state} /> {formatNumber(items, locale)}
            </span>
          ))}
        </span>
      ),
    },
  ];
  return (
    <section className="mt-8">
      <h2 className="text-lg">{t('payouts.batches')}</h2>
      <p className="mb-3 text-ink-soft">{t('payouts.batchesText')}</p>
      <Table caption={t('payouts.batches')} columns={columns} rows={run.batches} rowKey={(row) => row.id} />
    </section>
  );
}

function Held({ run }: { run: PayoutRun }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  if (run.held.length === 0) return null;
  return (
    <Notice tone="attention" title={t('payouts.held')}>
      <p>{t(run.items === 0 ? 'payouts.allHeld' : 'payouts.heldText')}</p>
      <ul className="mt-1">
        {run.held.map(({ reason, payees, amount }) => (
          <li key={reason} className="numeric">
            {t(`payoutHold.${reason}`)} · {t('payouts.payees', { count: payees })} · <Money value={amount} />
          </li>
        ))}
      </ul>
      <Button look="quiet" size="small" className="-ms-3" onClick={() => setOpen(true)}>
        {t('payouts.openHeld')}
      </Button>
      {open && <HeldDialog runId={run.id} onClose={() => setOpen(false)} />}
    </Notice>
  );
}

/** One list: what it pays, who approves it, what became of every batch, and who is due and not on it. */
export function PayoutPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /settlement/payout-runs/{id}', { params: { id } });
  return (
    <Whole query={query}>
      {(run) => (
        <Page
          title={t('menu.payouts')}
          lead={<Day value={run.businessDate} />}
          back={{ to: '/settlement/payouts', word: t('menu.payouts') }}
          history={{ kind: 'payoutRun', id }}
        >
          <div className="flex flex-col gap-6">
            <div className="grid gap-6 lg:grid-cols-[2fr_1fr]">
              <Standing run={run} />
              <Now run={run} />
            </div>
            <Held run={run} />
          </div>
          <Batches run={run} />
        </Page>
      )}
    </Whole>
  );
}
