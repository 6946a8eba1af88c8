import { useQueryClient } from '@tanstack/react-query';
import { forgetIdempotencyKey, idempotencyKey, routeKey, Select, TextField, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { fenOf } from '../catalogue/yuan';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';
import type { Subsidy } from './subsidies-page';

const SCOPE = 'subsidy-receipt';
const PLATFORM = 'platform';

/** A funder's money as the bank shows it: pays its oldest debts first. Funders to choose from are those the list shows. */
export function EnterReceiptDialog({ rows, onClose }: { rows: readonly Subsidy[]; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const funders = new Map(rows.map(({ funder }) => [funder.id ?? PLATFORM, funder.name ?? t('subsidies.platform')]));
  const [funder, setFunder] = useState(funders.size === 1 ? [...funders.keys()][0]! : '');
  const [yuan, setYuan] = useState('');
  const [bankReference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const send = useSend('POST /settlement/subsidy-receipts', {
    onSuccess: ({ state, suppliers }) => {
      forgetIdempotencyKey(SCOPE);
      toast(state === 'waits' ? t('subsidies.waits') : t('subsidies.entered', { suppliers }));
      void queries.invalidateQueries({ queryKey: routeKey('GET /settlement/subsidies') });
      onClose();
    },
  });
  const fen = fenOf(yuan);
  const missing = (is: boolean) => (tried && is ? t('act.missing') : null);
  const submit = () => {
    setTried(true);
    if (fen === null || funder === '' || bankReference.trim() === '') return;
    const amount = { amount: fen, currency: 'CNY' as const };
    const body = { funderId: funder === PLATFORM ? null : funder, amount, bankReference: bankReference.trim() };
    send.mutate({ body, idempotencyKey: idempotencyKey(SCOPE, body) });
  };
  return (
    <ActDialog
      title={t('subsidies.enter')}
      submit={t('subsidies.save')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="text-ink-soft">{t('subsidies.byTwo')}</p>
      <Select
        label={t('subsidies.funder')}
        value={funder}
        choices={[...funders].map(([value, label]) => ({ value, label }))}
        error={missing(funder === '')}
        onChange={(event) => setFunder(event.target.value)}
      />
      <TextField
        label={t('transfers.amountYuan')}
        inputMode="decimal"
        value={yuan}
        error={missing(fen === null)}
        onChange={(event) => setYuan(event.target.value)}
      />
      <TextField
        label={t('transfers.reference')}
        maxLength={64}
        value={bankReference}
        error={missing(bankReference.trim() === '')}
        onChange={(event) => setReference(event.target.value)}
      />
    </ActDialog>
  );
}
