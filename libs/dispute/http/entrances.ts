import { must } from '@xihuo/kernel';
import type { Caller } from '@xihuo/platform';
import type { Entrance } from '../actions/case-door';

type At<Side extends Entrance['side']> = Extract<Entrance, { side: Side }>;

export function asBuyer(caller: Caller, orderId: string): At<'buyer'> {
  return { side: 'buyer', orderId, personId: caller.person?.id ?? null, token: caller.orderToken };
}

export function asSupplier(caller: Caller): At<'supplier'> {
  must(caller.person, 'a supplier is signed in');
  const supplierIds = caller.person.grants.flatMap((grant) =>
    grant.role === 'supplier' && grant.organisationId ? [grant.organisationId] : [],
  );
  return { side: 'supplier', personId: caller.person.id, supplierIds };
}

export function asMediator(caller: Caller): At<'mediator'> {
  must(caller.person, 'a mediator is signed in');
  const organisationIds = caller.person.grants.flatMap((grant) => grant.organisationId ?? []);
  return { side: 'mediator', personId: caller.person.id, organisationIds };
}

/** Whoever moderates, and the supplier whose goods it is about, read what is hidden from everybody else. */
export function seesHidden(caller: Caller): (supplierId: string) => boolean {
  const grants = caller.person?.grants ?? [];
  return (supplierId) =>
    grants.some(
      ({ role, organisationId }) => role === 'operator' || (role === 'supplier' && organisationId === supplierId),
    );
}

const READING: readonly string[] = ['mediator', 'operator', 'auditor'];

/** Patterns of the counties whose suppliers' cases somebody of the platform sees. */
export function countiesOf(caller: Caller): string[] {
  return (caller.person?.grants ?? [])
    .filter(({ role }) => READING.includes(role))
    .map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
}

/** A mediator acts, the others read. */
export function asPlatform(caller: Caller): At<'mediator'> | At<'reader'> {
  const mediates = caller.person?.grants.some(({ role }) => role === 'mediator') ?? false;
  return mediates ? asMediator(caller) : { side: 'reader', counties: countiesOf(caller) };
}
