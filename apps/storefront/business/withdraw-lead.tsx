import { useQueryClient } from '@tanstack/react-query';
import { Button, Dialog, Notice, routeKey, toast, useProblemText, useSend, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';

type Lead = Output<'GET /me/leads'>['data'][number];

/** Takes back what oneself asked for, as long as it is no order; asked once more, since it cannot be undone. */
export function WithdrawLead({ lead }: { lead: Lead }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const withdraw = useSend('POST /me/leads/{id}/withdraw', {
    onSuccess: () => {
      toast(t('business.leads.withdrawnDone'));
      setAsking(false);
      void queries.invalidateQueries({ queryKey: routeKey('GET /me/leads') });
    },
  });
  if (!lead.mine || lead.state === 'ordered' || lead.state === 'withdrawn') return null;
  const { name } = lead.supplier;
  return (
    <>
      <Button
        look="secondary"
        size="small"
        className="self-start"
        aria-label={t('business.leads.withdrawOf', { name })}
        onClick={() => setAsking(true)}
      >
        {t('business.leads.withdraw')}
      </Button>
      <Dialog
        title={t('business.leads.withdrawOf', { name })}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button look="secondary" onClick={() => setAsking(false)}>
              {t('business.leads.keep')}
            </Button>
            <Button
              look="danger"
              pending={withdraw.isPending}
              onClick={() => withdraw.mutate({ params: { id: lead.id } })}
            >
              {t('business.leads.withdraw')}
            </Button>
          </>
        }
      >
        {withdraw.error && <Notice tone="bad" urgent title={problemText(withdraw.error)} />}
        <p>{t('business.leads.withdrawText', { name })}</p>
      </Dialog>
    </>
  );
}
