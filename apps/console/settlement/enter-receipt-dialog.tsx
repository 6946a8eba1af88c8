import { useQueryClient } from '@tanstack/react-query';
import { forgetIdempotencyKey, idempotencyKey, routeKey, toast, useSend } from '@xihuo/ui';
import { useT } from '../words';
import { BankMovementDialog, type BankMovement } from './bank-movement-dialog';
import type { Subsidy } from './subsidies-page';

const SCOPE = 'subsidy-receipt';
const PLATFORM = 'platform';

/** A funder's money as the bank shows it: pays its oldest debts first. Funders to choose from are those the list shows. */
export function EnterReceiptDialog({ rows, onClose }: { rows: readonly Subsidy[]; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const funders = new Map(rows.map(({ funder }) => [funder.id ?? PLATFORM, funder.name ?? t('subsidies.platform')]));
  const send = useSend('POST /settlement/subsidy-receipts', {
    onSuccess: ({ state, suppliers }) => {
      forgetIdempotencyKey(SCOPE);
      toast(state === 'waits' ? t('subsidies.waits') : t('subsidies.entered', { suppliers }));
      void queries.invalidateQueries({ queryKey: routeKey('GET /settlement/subsidies') });
      onClose();
    },
  });
  const submit = ({ funder, ...movement }: BankMovement) => {
    const body = { funderId: funder === PLATFORM ? null : funder, ...movement };
    send.mutate({ body, idempotencyKey: idempotencyKey(SCOPE, body) });
  };
  return (
    <BankMovementDialog
      title={t('subsidies.enter')}
      funders={funders}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
