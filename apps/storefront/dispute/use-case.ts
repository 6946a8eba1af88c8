import { useQueryClient } from '@tanstack/react-query';
import { routeKey, toast, useApi, useProblemText, useSend, type Output } from '@xihuo/ui';
import { orderHeaders, useOrderKeys } from '../ordering/order-keys';
import { useT } from '../words';

export type Case = Output<'GET /orders/{id}/disputes/{disputeId}'>;
export type Tones = Case['state'];

/** The key of a guest's order, where one is kept on this device. */
export function useToken(orderId: string): string | undefined {
  return useOrderKeys().find((key) => key.id === orderId)?.token;
}

export function useCase(orderId: string, disputeId: string) {
  const token = useToken(orderId);
  return useApi(
    'GET /orders/{id}/disputes/{disputeId}',
    { params: { id: orderId, disputeId }, headers: orderHeaders(token) },
    { staleTime: 0, refetchOnWindowFocus: true },
  );
}

/** Where requests about a case go, with the key that opens it. */
export function useAt(one: Case) {
  const token = useToken(one.orderId);
  return { params: { id: one.orderId, disputeId: one.id }, headers: orderHeaders(token) };
}

/** A case that was changed is shown as it was answered; whatever else shows it is read again. */
export function useTaken() {
  const queries = useQueryClient();
  return (one: Case) => {
    const params = { id: one.orderId, disputeId: one.id };
    queries.setQueryData(routeKey('GET /orders/{id}/disputes/{disputeId}', { params }), one);
    void queries.invalidateQueries({ queryKey: routeKey('GET /orders/{id}/disputes') });
  };
}

/** A step of the buyer; a refusal says why and shows how the case stands now. */
export function useStep(one: Case) {
  const t = useT();
  const at = useAt(one);
  const taken = useTaken();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const send = useSend('POST /orders/{id}/disputes/{disputeId}/steps', {
    onSuccess: (answer) => {
      taken(answer);
      toast(t('dispute.sent'));
    },
    onError: (problem) => {
      toast(problemText(problem), 'bad');
      void queries.invalidateQueries({ queryKey: routeKey('GET /orders/{id}/disputes/{disputeId}') });
    },
  });
  type Step = 'accept' | 'escalate' | 'withdraw' | 'finishEvidence' | 'acceptDecision';
  return {
    pending: send.isPending,
    take: (step: Step) =>
      send.mutate({
        ...at,
        version: one.version,
        body: { step, ...(step === 'accept' && one.offer ? { offerId: one.offer.id } : {}) },
      }),
  };
}
