import type { z } from 'zod';
import { admissionEvents } from './admission/events';
import { disputeEvents } from './dispute/events';
import { orderingEvents } from './ordering/events';
import { paymentEvents } from './payment/events';
import { settlementEvents } from './settlement/events';
import { traceEvents } from './trace/events';

/** Every outbox event: name -> payload schema. Payloads carry ids and amounts, never personal data. */
export const events = {
  ...admissionEvents,
  ...traceEvents,
  ...paymentEvents,
  ...orderingEvents,
  ...disputeEvents,
  ...settlementEvents,
} as const;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;
