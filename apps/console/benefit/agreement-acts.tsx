import { LinkButton } from '@xihuo/ui';
import { ActButton, type Act } from '../admission/watching/act';
import { useToday } from '../admission/watching/today';
import { useT } from '../words';
import type { Agreement } from './parts';
import { SignByCode } from './sign-by-code';
import { WitnessAct } from './witness-act';

function useOffer({ id, version }: Agreement): Act<'POST /benefit/agreements/{id}/offer'> {
  const t = useT();
  return {
    route: 'POST /benefit/agreements/{id}/offer',
    ...{ word: t('agreement.offer'), lead: t('agreement.offer.lead'), done: t('agreement.offer.done') },
    ...{ look: 'primary', fields: [] },
    input: () => ({ params: { id }, version }),
  };
}

function useWithdraw({ id, version }: Agreement): Act<'POST /benefit/agreements/{id}/withdraw'> {
  const t = useT();
  return {
    route: 'POST /benefit/agreements/{id}/withdraw',
    ...{ word: t('agreement.withdraw'), lead: t('agreement.withdraw.lead'), done: t('agreement.withdraw.done') },
    fields: [{ name: 'reason', kind: 'area', label: t('agreement.reason'), least: 4, most: 500 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
}

function useEnd({ id, version }: Agreement): Act<'POST /benefit/agreements/{id}/end'> {
  const t = useT();
  const today = useToday();
  return {
    route: 'POST /benefit/agreements/{id}/end',
    ...{ word: t('agreement.end'), lead: t('agreement.end.lead'), done: t('agreement.end.done'), look: 'danger' },
    fields: [
      {
        ...{ name: 'lastDay', kind: 'day', label: t('agreement.lastDay'), hint: t('agreement.lastDayHint') },
        ...(today === undefined ? {} : { min: today, initial: today }),
      },
      { name: 'reason', kind: 'area', label: t('agreement.reason'), hint: t('agreement.endHint'), least: 4, most: 500 },
    ],
    input: ({ reason = '', lastDay = '' }) => ({ params: { id }, version, body: { reason: reason.trim(), lastDay } }),
  };
}

/** What whoever looks at it may do now: the server says what, and every refusal names its rule. */
export function AgreementActs({ agreement }: { agreement: Agreement }) {
  const t = useT();
  const offer = useOffer(agreement);
  const withdraw = useWithdraw(agreement);
  const end = useEnd(agreement);
  const may = (action: Agreement['actions'][number]) => agreement.actions.includes(action);
  const at = `/benefit/agreements/${agreement.id}`;
  if (!(['offer', 'sendCode', 'witness', 'edit', 'amend', 'withdraw', 'end'] as const).some(may)) return null;
  return (
    <div className="flex flex-col gap-3">
      {may('offer') && <ActButton act={offer} />}
      {may('sendCode') && <SignByCode agreement={agreement} />}
      {may('witness') && <WitnessAct agreement={agreement} />}
      {may('edit') && (
        <LinkButton look="secondary" to={`${at}/edit`}>
          {t('agreement.edit')}
        </LinkButton>
      )}
      {may('amend') && (
        <LinkButton look="secondary" to={`${at}/amend`}>
          {t('agreement.amend')}
        </LinkButton>
      )}
      {may('withdraw') && <ActButton act={withdraw} />}
      {may('end') && <ActButton act={end} />}
    </div>
  );
}
