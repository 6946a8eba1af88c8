import type { states } from '@xihuo/kernel';

export const PICKUP_STATES = ['expected', 'arrived', 'handedOver'] as const;
export type PickupState = (typeof PICKUP_STATES)[number];
export type PickupEvent = 'takeIn' | 'handOver';

/** A supplier's part of an order on its way over the counter of a venue. */
export const pickupStates: states.StateTable<PickupState, PickupEvent> = {
  initial: 'expected',
  table: {
    expected: { takeIn: 'arrived' },
    arrived: { handOver: 'handedOver' },
    handedOver: {},
  },
};
