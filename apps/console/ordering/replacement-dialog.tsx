import { useQueryClient } from '@tanstack/react-query';
import { forgetIdempotencyKey, idempotencyKey, routeKey, toast, useApi, useSend } from '@xihuo/ui';
import { useT } from '../words';
import type { AfterSaleCase } from './after-sale-parts';
import { Whole } from '../frame/whole';
import { ParcelDialog } from './shipment-dialog';
import type { Task } from './state';

/** The order as if nothing of it had been sent but the packs of a claim were still to be. */
function toReplace(task: Task, one: AfterSaleCase): Task {
  const claimed = new Map(one.lines.map(({ lineId, packs }) => [lineId, packs]));
  return {
    ...task,
    lines: task.lines
      .filter((line) => claimed.has(line.id))
      .map((line) => ({ ...line, quantity: claimed.get(line.id)!, shippedPacks: 0, cancelledPacks: 0 })),
  };
}

/** Sends the packs of an accepted exchange or resend: all of them, in one parcel. */
export function ReplacementDialog({ one, onClose }: { one: AfterSaleCase; onClose: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const scope = `replace-${one.id}`;
  const order = useApi('GET /supplier/orders/{id}', { params: { id: one.supplierOrderId } });
  const send = useSend('POST /supplier/after-sales/{id}/replacement', {
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      toast(t('claim.replaceDone'));
      for (const route of [
        'GET /supplier/after-sales',
        'GET /supplier/after-sales/{id}',
        'GET /supplier/lots',
      ] as const)
        void queries.invalidateQueries({ queryKey: routeKey(route) });
      onClose();
    },
  });
  return (
    <Whole query={order}>
      {(task) => (
        <ParcelDialog
          whole
          title={t('claim.replaceTitle', { number: one.orderNumber })}
          task={toReplace(task, one)}
          problem={send.error}
          pending={send.isPending}
          onClose={onClose}
          onShip={({ carrier, trackingNumber, picks }) => {
            const body = { carrier, trackingNumber, picks };
            send.mutate({ params: { id: one.id }, body, idempotencyKey: idempotencyKey(scope, body) });
          }}
        />
      )}
    </Whole>
  );
}
