import { Button, Card, Facts, LinkButton, Money, Notice, Timeline, useApi, type TimelineEntry } from '@xihuo/ui';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useOwnSuppliers } from '../benefit/parts';
import { hasRole, useMe } from '../identity/me';
import { Page } from '../frame/page';
import { rowLink } from '../frame/views';
import { Day, Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { ConfirmByCode } from './confirm-by-code';
import { DeliveryBadge, type Delivery } from './delivery-parts';
import { LotPaperButton } from './lot-paper';
import { ObjectFor } from './object-for';
import { useWeight } from './weights';
import { WitnessDelivery } from './witness-delivery';

/** A way to its lot for whoever keeps that; others read the number, which its page for everybody goes by. */
function LotOf({ delivery: { lot, supplier } }: { delivery: Delivery }) {
  const mine = useOwnSuppliers().some(({ id }) => id === supplier.id);
  if (!mine) return <code className="text-sm">{lot.code}</code>;
  return (
    <Link
      to={`/trace/lots/${lot.id}`}
      className="touch font-mono text-sm text-green underline-offset-4 hover:underline"
    >
      {lot.code}
    </Link>
  );
}

/** How it stands, who has to move, and what a clerk may do about it. */
function Standing({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const [confirming, setConfirming] = useState(false);
  const clerk = useOwnSuppliers().some((one) => one.id === delivery.supplier.id);
  const county = hasRole(useMe(), ['countyAgriculture', 'countyRevitalisation']);
  const { id, state, household, wasContested, replacedById } = delivery;
  const newer = replacedById && (
    <Link to={`/trace/deliveries/${replacedById}`} className={rowLink}>
      {t('delivery.toNewer')}
    </Link>
  );
  const correct = clerk && (
    <LinkButton look="secondary" to={`/trace/deliveries/${id}/correct`}>
      {t('delivery.correct')}
    </LinkButton>
  );
  if (state === 'contested')
    return (
      <Notice tone="bad" title={t('delivery.contestedBecause', { reason: delivery.contest?.reason ?? '' })}>
        <p>{t('delivery.contestedText')}</p>
        <p className="mt-3">{newer || correct}</p>
      </Notice>
    );
  if (state === 'recorded')
    return (
      <Notice tone="attention" title={t('delivery.recordedTitle', { household: household.displayName })}>
        <p>{t(wasContested ? 'delivery.recordedAgainText' : 'delivery.recordedText')}</p>
        <p className="mt-3 flex flex-wrap gap-3">
          {clerk && (
            <Button data-act="POST /supplier/deliveries/{id}/confirmation" onClick={() => setConfirming(true)}>
              {t('delivery.byCode')}
            </Button>
          )}
          {(county || !wasContested) && <WitnessDelivery delivery={delivery} />}
          {correct}
          <ObjectFor delivery={delivery} />
        </p>
        {confirming && <ConfirmByCode id={id} household={household.displayName} onClose={() => setConfirming(false)} />}
      </Notice>
    );
  if (state === 'witnessed')
    return (
      <Notice tone="info" title={t('delivery.witnessedTitle')}>
        <p>
          {t('delivery.witnessedText')}
          <Day value={delivery.confirmsOn} />
        </p>
        <p className="mt-3 flex flex-wrap gap-3">
          {newer || (
            <>
              {correct}
              <ObjectFor delivery={delivery} />
            </>
          )}
        </p>
      </Notice>
    );
  if (state === 'corrected')
    return (
      <Notice tone="info" title={t('delivery.correctedTitle')}>
        {newer}
      </Notice>
    );
  return (
    <Notice tone="good" title={t('delivery.confirmedTitle')}>
      <p>{t('delivery.confirmedText')}</p>
      <p className="mt-3">{newer || <ObjectFor delivery={delivery} />}</p>
    </Notice>
  );
}

function useHistory(delivery: Delivery): TimelineEntry[] {
  const t = useT();
  const { witness, contest, confirmedAt, confirmedBy, replacesId, replacedById } = delivery;
  const entries: (TimelineEntry & { order: string })[] = [
    {
      id: 'recorded',
      order: delivery.recordedAt,
      at: <Moment value={delivery.recordedAt} />,
      title: t('delivery.happened.recorded'),
      children: replacesId && (
        <>
          {delivery.correctionReason && <p>{t('delivery.because', { reason: delivery.correctionReason })}</p>}
          <Link to={`/trace/deliveries/${replacesId}`} className={rowLink}>
            {t('delivery.toOlder')}
          </Link>
        </>
      ),
    },
  ];
  if (witness)
    entries.push({
      id: 'witnessed',
      order: witness.at,
      at: <Moment value={witness.at} />,
      title: t('delivery.happened.witnessed'),
      children: (
        <>
          <p>{`${witness.name} · ${t(`witness.${witness.role}`)}`}</p>
          {witness.sheetFileId && <LotPaperButton id={witness.sheetFileId}>{t('delivery.seeSheet')}</LotPaperButton>}
        </>
      ),
    });
  if (confirmedAt)
    entries.push({
      id: 'confirmed',
      order: confirmedAt,
      at: <Moment value={confirmedAt} />,
      title: t('delivery.happened.confirmed'),
      children: confirmedBy && t(`delivery.by.${confirmedBy}`),
    });
  if (contest)
    entries.push({
      id: 'contested',
      order: contest.at,
      at: <Moment value={contest.at} />,
      title: t('delivery.happened.contested'),
      children: (
        <>
          <p>{contest.reason}</p>
          {contest.paperId && <LotPaperButton id={contest.paperId}>{t('objectFor.see')}</LotPaperButton>}
        </>
      ),
    });
  entries.sort((one, other) => one.order.localeCompare(other.order));
  if (!replacedById) return entries;
  return [
    ...entries,
    {
      id: 'replaced',
      at: t('delivery.thereafter'),
      title: t('delivery.happened.corrected'),
      children: (
        <Link to={`/trace/deliveries/${replacedById}`} className={rowLink}>
          {t('delivery.toNewer')}
        </Link>
      ),
    },
  ];
}

function Whats({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const weight = useWeight();
  const history = useHistory(delivery);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="flex flex-col gap-6">
        <Standing delivery={delivery} />
        <Card title={t('delivery.facts')} aside={<DeliveryBadge state={delivery.state} />}>
          <Facts
            facts={[
              {
                term: t('deliveries.household'),
                detail: `${delivery.household.displayName} · ${delivery.household.village}`,
              },
              { term: t('deliveries.weight'), detail: <span className="numeric">{weight(delivery.grams)}</span> },
              { term: t('delivery.yields'), detail: <span className="numeric">{weight(delivery.yieldGrams)}</span> },
              { term: t('deliveries.product'), detail: delivery.product.name },
              { term: t('deliveries.grade'), detail: t(`grade.${delivery.grade}`) },
              {
                term: t('deliveries.price'),
                detail: delivery.pricePerKg ? <Money value={delivery.pricePerKg} /> : t('delivery.byAgreement'),
              },
              { term: t('deliveries.day'), detail: <Day value={delivery.deliveredOn} /> },
              {
                term: t('deliveries.lot'),
                detail: <LotOf delivery={delivery} />,
              },
              ...(delivery.note ? [{ term: t('scale.note'), detail: delivery.note }] : []),
              ...(delivery.ticketFileId
                ? [
                    {
                      term: t('scale.photo'),
                      detail: <LotPaperButton id={delivery.ticketFileId}>{t('delivery.seeTicket')}</LotPaperButton>,
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      </div>
      <Card title={t('delivery.history')}>
        <Timeline entries={history} />
      </Card>
    </div>
  );
}

/** One delivery: how it stands, what it says, and everything that happened to it; nothing is ever erased. */
export function DeliveryPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /supplier/deliveries/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? t('delivery.title', { household: query.data.household.displayName }) : t('delivery.untitled')}
      back={{ to: '/trace/deliveries', word: t('menu.deliveries') }}
      history={{ kind: 'delivery', id }}
    >
      <Whole query={query}>{(delivery) => <Whats delivery={delivery} />}</Whole>
    </Page>
  );
}
