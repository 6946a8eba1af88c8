import { Money, usePages, type Input } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { Until } from '../admission/watching/today';
import { Listing } from '../frame/listing';
import { Day } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { ObjectFor } from './object-for';
import { PaperButton } from './paper';
import { HouseholdName, StateBadge, useOwnSuppliers, type OutsidePayment } from './parts';
import { WitnessPayment } from './witness-payment';

function Withdraw({ payment }: { payment: OutsidePayment }) {
  const t = useT();
  const act: Act<'POST /benefit/outside-payments/{id}/withdraw'> = {
    route: 'POST /benefit/outside-payments/{id}/withdraw',
    ...{ word: t('outside.withdraw'), lead: t('outside.withdraw.lead'), done: t('outside.withdraw.done') },
    fields: [{ name: 'reason', kind: 'area', label: t('agreement.reason'), least: 4, most: 300 }],
    input: ({ reason = '' }) => ({
      ...{ params: { id: payment.id }, version: payment.version },
      body: { reason: reason.trim() },
    }),
  };
  return <ActButton act={act} size="small" />;
}

/** How it stands: until when the household answers, what it said, or why it was taken back. */
function Answer({ payment }: { payment: OutsidePayment }) {
  const t = useT();
  const { state } = payment;
  return (
    <span className="block">
      <StateBadge state={`outside.${state}`} />
      <span className="block text-sm text-ink-soft sm:max-w-64">
        {state === 'recorded' && (
          <>
            {t('outside.answerBy')} <Until day={payment.answerBy} />
          </>
        )}
        {state === 'witnessed' && payment.witness && (
          <>
            {payment.witness.name} · {t(`witness.${payment.witness.role}`)}
            <span className="block">
              {t('outside.standsOn')} <Day value={payment.standsOn} />
            </span>
          </>
        )}
        {state === 'confirmed' && <Day value={payment.confirmedAt} />}
        {state === 'contested' && payment.contest?.reason}
        {payment.contest?.paperId && <PaperButton id={payment.contest.paperId}>{t('objectFor.see')}</PaperButton>}
        {state === 'withdrawn' && payment.withdrawReason}
        {state === 'lapsed' && t('outside.lapsedText')}
      </span>
    </span>
  );
}

/** What suppliers paid households by themselves, each with its receipt and the household's answer. */
export function OutsideList({
  query: filter,
}: {
  query: NonNullable<Input<'GET /benefit/outside-payments'>['query']>;
}) {
  const t = useT();
  const own = useOwnSuppliers();
  const query = usePages('GET /benefit/outside-payments', { query: filter });
  const me = useMe();
  const county = hasRole(me, ['countyAgriculture', 'countyRevitalisation']);
  const ours = (row: OutsidePayment) => own.some(({ id }) => id === row.supplier.id);
  const mayWithdraw = (row: OutsidePayment) =>
    ours(row) && (row.state === 'recorded' || row.state === 'witnessed' || row.state === 'contested');
  const mayObject = (row: OutsidePayment) =>
    (ours(row) || county) && (row.state === 'recorded' || row.state === 'witnessed');
  const mayWitness = (row: OutsidePayment) => (ours(row) || county) && row.state === 'recorded';
  return (
    <Listing
      id="outside-payments"
      query={query}
      caption={t('outside.list')}
      rowKey={(row) => row.id}
      empty={{ title: t('outside.none'), text: t('outside.noneText') }}
      columns={[
        {
          id: 'household',
          header: t('dues.household'),
          rowHeader: true,
          cell: (row) => <HouseholdName household={row.household} />,
        },
        ...(own.length === 1
          ? []
          : [{ id: 'supplier', header: t('agreement.supplier'), cell: (row: OutsidePayment) => row.supplier.name }]),
        { id: 'amount', header: t('books.amount'), numeric: true, cell: (row) => <Money value={row.amount} /> },
        {
          id: 'how',
          header: t('outside.how'),
          cell: (row) => (
            <span className="block">
              {t(`outside.method.${row.method}`)} · <Day value={row.paidOn} />
              <span className="block">
                <PaperButton id={row.paperId}>{t('outside.receipt')}</PaperButton>
              </span>
            </span>
          ),
        },
        { id: 'answer', header: t('outside.answer'), cell: (row) => <Answer payment={row} /> },
        {
          id: 'act',
          header: t('list.act'),
          cell: (row) => (
            <span className="flex flex-wrap gap-2">
              {mayObject(row) && (
                <ObjectFor
                  size="small"
                  route="POST /benefit/outside-payments/{id}/contest"
                  of={row}
                  input={(body) => ({ params: { id: row.id }, version: row.version, body })}
                />
              )}
              {mayWitness(row) && <WitnessPayment payment={row} />}
              {mayWithdraw(row) && <Withdraw payment={row} />}
              {!mayWitness(row) && !mayWithdraw(row) && t('list.notYet')}
            </span>
          ),
        },
      ]}
    />
  );
}
