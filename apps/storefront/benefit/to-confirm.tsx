import { EmptyState, useApi } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { AgreementRow } from './agreements';
import { DeliverySheet } from './delivery-sheet';
import { OutsideSheet } from './outside-sheet';
import { Reading } from './pieces';
import { Recent } from './recent';
import { TodaysWork } from './todays-work';
import { servedByBenefit } from './served';
import { useT } from './words';
import { WorkSheet } from './work-sheet';

const MANY = { query: { limit: 100 } };

/** What waits for the household, in every kind there is. */
export function useWaiting() {
  const recorded = useApi('GET /me/deliveries', { query: { state: 'recorded', limit: 100 } });
  const witnessed = useApi('GET /me/deliveries', { query: { state: 'witnessed', limit: 100 } });
  const work = useApi('GET /me/work', MANY, servedByBenefit);
  const outside = useApi('GET /me/outside-payments', MANY, servedByBenefit);
  const agreements = useApi('GET /me/agreements', {}, servedByBenefit);
  const reads = [recorded, witnessed, ...(servedByBenefit.enabled ? [work, outside, agreements] : [])];
  const failed = reads.find(({ error }) => error);
  const data = {
    deliveries: [...(recorded.data?.data ?? []), ...(witnessed.data?.data ?? [])],
    work: (work.data?.data ?? []).filter(({ state }) => state === 'recorded' || state === 'witnessed'),
    outside: (outside.data?.data ?? []).filter(({ state }) => state === 'recorded' || state === 'witnessed'),
    agreements: (agreements.data?.data ?? []).filter(({ state }) => state === 'offered'),
    employers: (agreements.data?.data ?? []).filter(({ kind, state }) => kind === 'employment' && state === 'inForce'),
  };
  const count = data.deliveries.length + data.work.length + data.outside.length + data.agreements.length;
  const complete = reads.every((read) => read.data !== undefined);
  return {
    count,
    data: complete ? data : undefined,
    error: failed?.error,
    refetch: () => Promise.all(reads.map((read) => read.refetch())),
  };
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-3 text-xl">
        {title}
      </h2>
      <ul className="flex flex-col gap-4">{children}</ul>
    </section>
  );
}

export function ToConfirm() {
  const t = useT();
  const waiting = useWaiting();
  const [said, setSaid] = useState('');
  return (
    <div className="flex flex-col gap-8">
      <p role="status" className="rounded-md bg-green-wash px-4 py-3 font-medium empty:hidden">
        {said}
      </p>
      <Reading read={waiting}>
        {({ deliveries, work, outside, agreements, employers }) => (
          <>
            {waiting.count === 0 && (
              <EmptyState title={t('farmer.nothingWaits')}>{t('farmer.nothingWaitsText')}</EmptyState>
            )}
            {agreements.length > 0 && (
              <Part id="to-sign" title={t('farmer.toSign')}>
                {agreements.map((agreement) => (
                  <AgreementRow key={agreement.id} agreement={agreement} />
                ))}
              </Part>
            )}
            {deliveries.length > 0 && (
              <Part id="deliveries" title={t('farmer.deliveries')}>
                {deliveries.map((delivery) => (
                  <DeliverySheet key={delivery.id} delivery={delivery} onSaid={setSaid} />
                ))}
              </Part>
            )}
            {work.length > 0 && (
              <Part id="work" title={t('farmer.work')}>
                {work.map((record) => (
                  <WorkSheet key={record.id} record={record} onSaid={setSaid} />
                ))}
              </Part>
            )}
            {outside.length > 0 && (
              <Part id="outside" title={t('farmer.outside')}>
                {outside.map((payment) => (
                  <OutsideSheet key={payment.id} payment={payment} onSaid={setSaid} />
                ))}
              </Part>
            )}
            {employers.length > 0 && <TodaysWork agreements={employers} onSaid={setSaid} />}
          </>
        )}
      </Reading>
      <Recent />
    </div>
  );
}
