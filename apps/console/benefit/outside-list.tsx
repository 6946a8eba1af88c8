import { Money, usePages, type Input } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { Until } from '../admission/watching/today';
import { Listing } from '../frame/listing';
import { Day } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { AnswerCollective } from './answer-collective';
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
              {t('outside.standsOn')}
              <Day value={payment.standsOn} />
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

const OPEN: readonly OutsidePayment['state'][] = ['recorded', 'witnessed', 'contested'];

/** What whoever looks may do with it: the payee answers, the desk and the county write down, the supplier takes it back. */
function Acts({ row }: { row: OutsidePayment }) {
  const t = useT();
  const own = useOwnSuppliers();
  const me = useMe();
  const county = hasRole(me, ['countyAgriculture', 'countyRevitalisation']);
  const ours = own.some(({ id }) => id === row.supplier.id);
  const open = OPEN.includes(row.state);
  const isPayee = own.some(({ id }) => id === row.collective?.id) && open;
  const mayWithdraw = ours && open;
  const mayObject = (ours || county) && open && row.state !== 'contested';
  const mayWitness = (ours || county) && row.state === 'recorded';
  return (
    <span className="flex flex-wrap gap-2">
      {isPayee && <AnswerCollective payment={row} />}
      {row.household && mayObject && (
        <ObjectFor
          size="small"
          route="POST /benefit/outside-payments/{id}/contest"
          of={{ supplier: row.supplier, household: row.household }}
          input={(body) => ({ params: { id: row.id }, version: row.version, body })}
        />
      )}
      {row.household && mayWitness && <WitnessPayment payment={row} household={row.household} />}
      {mayWithdraw && <Withdraw payment={row} />}
      {!(row.household && mayWitness) && !mayWithdraw && !isPayee && t('list.notYet')}
    </span>
  );
}

/** What suppliers paid households and collectives by themselves, each with its receipt and the payee's answer. */
export function OutsideList({
  query: filter,
}: {
  query: NonNullable<Input<'GET /benefit/outside-payments'>['query']>;
}) {
  const t = useT();
  const own = useOwnSuppliers();
  const query = usePages('GET /benefit/outside-payments', { query: filter });
  return (
    <Listing
      id="outside-payments"
      query={query}
      caption={t('outside.list')}
      rowKey={(row) => row.id}
      empty={{ title: t('outside.none'), text: t('outside.noneText') }}
      columns={[
        {
          id: 'payee',
          header: t('outside.payee'),
          rowHeader: true,
          cell: (row) => (row.household ? <HouseholdName household={row.household} /> : row.collective?.name),
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
          cell: (row) => <Acts row={row} />,
        },
      ]}
    />
  );
}
