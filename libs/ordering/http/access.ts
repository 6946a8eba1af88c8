import type { Caller } from '@xihuo/platform';
import type { OrderAccess } from '../actions/view-order';

export function accessOf(caller: Caller): OrderAccess {
  return { personId: caller.person?.id ?? null, token: caller.orderToken };
}

/** The suppliers a person acts for. */
export function suppliersOf(caller: Caller): string[] {
  return (caller.person?.grants ?? []).flatMap((grant) =>
    grant.role === 'supplier' && grant.organisationId ? [grant.organisationId] : [],
  );
}
