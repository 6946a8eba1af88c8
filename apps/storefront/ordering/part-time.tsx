import { Button, formatDateTime, routeKey, toast, useLocale, useProblemText, useSend } from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useT } from '../words';
import { AskFirst } from './ask-first';
import { orderHeaders } from './order-keys';
import type { Order } from './use-order';

type Followed = Order['follow']['parts'][number];

interface PartTimeProps {
  orderId: string;
  part: Followed;
  token: string | undefined;
  /** Whoever may receive may remind, and ask for time. */
  mayAct: boolean;
}

function useSteps({ orderId, part, token }: Omit<PartTimeProps, 'mayAct'>) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const done = (word: 'follow.reminded' | 'follow.extended') => ({
    onSuccess: () => {
      toast(t(word));
      void queries.invalidateQueries({ queryKey: routeKey('GET /orders/{id}') });
    },
    onError: (problem: Parameters<typeof problemText>[0]) => toast(problemText(problem), 'bad'),
  });
  const remind = useSend('POST /orders/{id}/reminders', done('follow.reminded'));
  const extend = useSend('POST /orders/{id}/receipt-extensions', done('follow.extended'));
  const input = {
    params: { id: orderId },
    body: { supplierOrderId: part.supplierOrderId },
    headers: orderHeaders(token),
  };
  return {
    remind: { pending: remind.isPending, press: () => remind.mutate(input) },
    extend: { pending: extend.isPending, press: () => extend.mutate(input) },
  };
}

/** When a part is sent or counts as received, and what its buyer may do about it. */
export function PartTime(props: PartTimeProps) {
  const { part, mayAct } = props;
  const t = useT();
  const locale = useLocale();
  const { remind, extend } = useSteps(props);
  if (!part.shipBy && !part.receiveBy && !part.remark) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 text-sm text-ink-soft">
      {part.shipBy && <span>{t('follow.shipBy', { at: formatDateTime(part.shipBy, locale) })}</span>}
      {part.receiveBy && <span>{t('follow.receiveBy', { at: formatDateTime(part.receiveBy, locale) })}</span>}
      {part.shipBy && part.remindedAt && (
        <span>{t('follow.remindedAt', { at: formatDateTime(part.remindedAt, locale) })}</span>
      )}
      {mayAct && part.may.remind && (
        <Button look="quiet" size="small" className="print:hidden" pending={remind.pending} onClick={remind.press}>
          {t('follow.remind')}
        </Button>
      )}
      {mayAct && part.may.extend && (
        <span className="print:hidden">
          <AskFirst
            word={t('follow.extend')}
            title={t('follow.extendTitle')}
            text={t('follow.extendText')}
            yes={t('follow.extend')}
            pending={extend.pending}
            onYes={extend.press}
          />
        </span>
      )}
      {part.remark && (
        <span className="basis-full">
          {t('follow.remark')} <span lang="zh-CN">{part.remark}</span>
        </span>
      )}
    </div>
  );
}
