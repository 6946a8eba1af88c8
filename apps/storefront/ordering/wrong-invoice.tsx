import { Button, Dialog, Notice, TextArea, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import { orderHeaders } from './order-keys';

const SHORTEST = 4;

interface WrongInvoiceProps {
  orderId: string;
  requestId: string;
  token: string | undefined;
  onSaid: () => void;
}

/** What is wrong with an invoice that was issued, said to whoever issued it. */
export function WrongInvoice({ orderId, requestId, token, onSaid }: WrongInvoiceProps) {
  const t = useT();
  const problemText = useProblemText();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const send = useSend('POST /orders/{id}/invoices/{requestId}/contest', { onSuccess: onSaid });
  const isShort = reason.trim().length < SHORTEST;
  const submit = () => {
    setTried(true);
    if (!isShort) send.mutate({ params: { id: orderId, requestId }, body: { reason }, headers: orderHeaders(token) });
  };
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setAsking(true)}>
        {t('ownInvoice.wrong')}
      </Button>
      <Dialog
        title={t('ownInvoice.wrongTitle')}
        open={isAsking}
        onClose={() => setAsking(false)}
        actions={
          <Button pending={send.isPending} onClick={submit}>
            {t('ownInvoice.wrong')}
          </Button>
        }
      >
        <div className="flex flex-col gap-4">
          <p>{t('ownInvoice.wrongText')}</p>
          {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
          <TextArea
            label={t('ownInvoice.wrongWhat')}
            maxLength={500}
            value={reason}
            error={isTried && isShort ? t('ownInvoice.wrongShort') : null}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      </Dialog>
    </>
  );
}
