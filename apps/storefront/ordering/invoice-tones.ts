import type { Output, Tone } from '@xihuo/ui';

type State = Output<'GET /orders/{id}/invoices'>['data'][number]['invoice']['state'];

/** How an invoice stands, as a badge shows it. */
export const invoiceTones: Record<State, Tone> = {
  requested: 'info',
  issued: 'good',
  contested: 'attention',
  confirmed: 'good',
  declined: 'bad',
  withdrawn: 'neutral',
};
