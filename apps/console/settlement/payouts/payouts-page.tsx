import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  forgetIdempotencyKey,
  formatNumber,
  idempotencyKey,
  Money,
  Notice,
  TextField,
  toast,
  useApi,
  useApiClient,
  useLocale,
  usePages,
  useSend,
} from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActButton, type Act } from '../../admission/watching/act';
import { ActDialog } from '../../frame/act-dialog';
import { Listing } from '../../frame/listing';
import { OtherPerson } from '../../frame/other-person';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Moment } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { CodeAct } from '../../frame/code-act';
import { RunState } from './parts';

const SCOPE = 'payout-run';

function DrawDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const send = useSend('POST /settlement/payout-runs', {
    onSuccess: ({ id }) => {
      forgetIdempotencyKey(SCOPE);
      toast(t('payouts.drawn'));
      void queries.invalidateQueries();
      void navigate(`/settlement/payouts/${id}`);
    },
  });
  return (
    <ActDialog
      title={t('payouts.draw')}
      submit={t('payouts.draw')}
      text={t('payouts.drawText')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={() => send.mutate({ body: {}, idempotencyKey: idempotencyKey(SCOPE, {}) })}
      onClose={onClose}
    />
  );
}

/** Everything stops at once, by whoever of finance sees something wrong first. */
function Stop() {
  const t = useT();
  const act: Act<'POST /settlement/payout-stop'> = {
    route: 'POST /settlement/payout-stop',
    word: t('payouts.stop'),
    lead: t('payouts.stopText'),
    done: t('payouts.stopped'),
    look: 'danger',
    fields: [{ name: 'reason', kind: 'area', label: t('payouts.reason'), least: 2, most: 200 }],
    input: ({ reason = '' }) => ({ body: { stopped: true, reason: reason.trim() } }),
  };
  return <ActButton act={act} />;
}

/** Somebody else than who stopped them lets payouts go on, with a second factor. */
function Resume() {
  const t = useT();
  const api = useApiClient();
  const [reason, setReason] = useState('');
  return (
    <CodeAct
      act="POST /settlement/payout-stop"
      word={t('payouts.resume')}
      lead={t('payouts.resumeText')}
      done={t('payouts.resumed')}
      look="secondary"
      ready={reason.trim().length > 1}
      run={() => api('POST /settlement/payout-stop', { body: { stopped: false, reason: reason.trim() } })}
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

/** Payout lists, newest first; whoever draws one up does not approve it. */
export function PayoutsPage() {
  const t = useT();
  const locale = useLocale();
  const me = useMe();
  const [drawing, setDrawing] = useState(false);
  const stop = useApi('GET /settlement/payout-stop', {});
  const state = useView('state', ['drawn']);
  const query = usePages('GET /settlement/payout-runs', { query: state ? { state } : {} });
  const stopped = stop.data?.stopped ?? false;
  return (
    <Page
      title={t('menu.payouts')}
      lead={t('payouts.lead')}
      actions={
        hasRole(me, ['finance']) && (
          <div className="flex flex-wrap gap-3">
            {!stopped && (
              <Button data-act="POST /settlement/payout-runs" onClick={() => setDrawing(true)}>
                {t('payouts.draw')}
              </Button>
            )}
            {stop.data && !stopped && <Stop />}
            {stop.data?.mayResume && <Resume />}
            {stopped && stop.data?.mayResume === false && <OtherPerson />}
          </div>
        )
      }
    >
      {stopped && (
        <Notice tone="bad" title={t('payouts.stopped')}>
          <span>
            {stop.data?.reason} · <Moment value={stop.data?.at ?? null} />
          </span>
        </Notice>
      )}
      <Views
        name="state"
        label={t('menu.payouts')}
        views={[
          { value: '', word: t('list.all') },
          { value: 'drawn', word: t('payouts.toApprove') },
        ]}
      />
      <Listing
        id="payouts"
        query={query}
        caption={t('menu.payouts')}
        rowKey={(row) => row.id}
        empty={{ title: t('payouts.none'), text: t('payouts.noneText') }}
        columns={[
          {
            id: 'date',
            header: t('payouts.date'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/settlement/payouts/${row.id}`}>{row.businessDate}</RowLink>,
          },
          { id: 'state', header: t('list.state'), cell: (row) => <RunState state={row.state} /> },
          { id: 'items', header: t('payouts.items'), numeric: true, cell: (row) => formatNumber(row.items, locale) },
          { id: 'amount', header: t('payouts.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
          { id: 'drawnBy', header: t('payouts.drawnBy'), cell: (row) => row.drawnBy },
          { id: 'approvedBy', header: t('payouts.approvedBy'), cell: (row) => row.approvedBy ?? t('list.notYet') },
        ]}
      />
      {drawing && <DrawDialog onClose={() => setDrawing(false)} />}
    </Page>
  );
}
