import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Card,
  forgetIdempotencyKey,
  idempotencyKey,
  Money,
  routeKey,
  Table,
  toast,
  useApi,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import { BankMovementDialog, type BankMovement } from './bank-movement-dialog';

const SCOPE = 'subsidy-return';

type Credit = Output<'GET /settlement/funder-credits'>['data'][number];

/** What organisations have back of discounts they funded; nothing is shown where none has. */
export function FunderCredits({ mayEnter }: { mayEnter: boolean }) {
  const t = useT();
  const { data } = useApi('GET /settlement/funder-credits', {});
  const [entering, setEntering] = useState(false);
  const credits = data?.data ?? [];
  if (credits.length === 0) return null;
  return (
    <Card
      className="mb-6"
      title={t('subsidies.credits')}
      aside={
        mayEnter && (
          <Button data-act="POST /settlement/subsidy-returns" look="secondary" onClick={() => setEntering(true)}>
            {t('subsidies.return')}
          </Button>
        )
      }
    >
      <p className="mb-4 text-ink-soft">{t('subsidies.creditsText')}</p>
      <Table
        caption={t('subsidies.credits')}
        rows={credits}
        rowKey={({ funder }) => funder.id}
        columns={[
          { id: 'funder', header: t('subsidies.funder'), rowHeader: true, cell: ({ funder }) => funder.name },
          {
            id: 'credit',
            header: t('subsidies.credit'),
            numeric: true,
            cell: ({ credit }) => <Money value={credit} />,
          },
          { id: 'free', header: t('subsidies.free'), numeric: true, cell: ({ free }) => <Money value={free} /> },
        ]}
      />
      {entering && <ReturnDialog credits={credits} onClose={() => setEntering(false)} />}
    </Card>
  );
}

function ReturnDialog({ credits, onClose }: { credits: readonly Credit[]; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const send = useSend('POST /settlement/subsidy-returns', {
    onSuccess: ({ state }) => {
      forgetIdempotencyKey(SCOPE);
      toast(t(state === 'waits' ? 'subsidies.returnWaits' : 'subsidies.returned'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /settlement/funder-credits') });
      onClose();
    },
  });
  const submit = ({ funder, ...movement }: BankMovement) => {
    const body = { funderId: funder, ...movement };
    send.mutate({ body, idempotencyKey: idempotencyKey(SCOPE, body) });
  };
  const freeOf = (id: string) => credits.find(({ funder }) => funder.id === id)?.free;
  return (
    <BankMovementDialog
      title={t('subsidies.return')}
      funders={new Map(credits.map(({ funder }) => [funder.id, funder.name]))}
      hintOf={(id) => {
        const free = freeOf(id);
        return (
          free && (
            <p>
              {t('subsidies.free')} <Money value={free} />
            </p>
          )
        );
      }}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
