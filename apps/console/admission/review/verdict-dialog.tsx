import { Notice, type ApiProblem } from '@xihuo/ui';
import { ReasonAct } from '../../frame/act-dialog';
import { useT } from '../../words';
import { REGISTERS, useStep, type Review } from './case';
import { useLanguage } from './findings-card';

type Fault = { criterion: string; fault: 'missing' | 'notInStandard' | 'noteMissing' | 'blockingFails' };
type Obstacle = {
  code: 'creditMissing' | 'creditStale' | 'creditListed' | 'inspectionPlanned' | 'inspectionFailed';
  register?: (typeof REGISTERS)[number];
};

/** What exactly stands against it, item by item: the server's own list put into words. */
function Against({ review, problem }: { review: Review; problem: ApiProblem | null }) {
  const t = useT();
  const language = useLanguage();
  const faults = (problem?.facts['faults'] ?? []) as readonly Fault[];
  const obstacles = (problem?.facts['obstacles'] ?? []) as readonly Obstacle[];
  if (faults.length === 0 && obstacles.length === 0) return null;
  const nameOf = (criterion: string) =>
    review.checklist.find((item) => item.criterion === criterion)?.name[language] ?? criterion;
  return (
    <Notice tone="attention">
      <ul className="list-disc ps-5">
        {faults.map(({ criterion, fault }) => (
          <li key={criterion}>
            {criterion === '*'
              ? t('desk.fault.none')
              : `${nameOf(criterion)}${t('list.colon')}${t(`desk.fault.${fault}`)}`}
          </li>
        ))}
        {obstacles.map(({ code, register }) => (
          <li key={`${code} ${register ?? ''}`}>
            {code === 'inspectionPlanned' || code === 'inspectionFailed'
              ? t(`desk.obstacle.${code}`)
              : t(`desk.obstacle.${code}`, { register: register ? t(`review.creditRegister.${register}`) : '' })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** One reviewer's own verdict; it is not changed afterwards. */
export function VerdictDialog({
  review,
  verdict,
  onClose,
  onDone,
}: {
  review: Review;
  verdict: 'approve' | 'reject';
  onClose: () => void;
  onDone: () => void;
}) {
  const t = useT();
  const send = useStep('POST /admission/applications/{id}/decide', { done: t('desk.decided'), onDone });
  return (
    <ReasonAct
      title={t(`desk.${verdict}`)}
      submit={t(`desk.${verdict}`)}
      look={verdict === 'reject' ? 'danger' : 'primary'}
      text={t(verdict === 'approve' ? 'desk.approveText' : 'desk.rejectText')}
      label={t('desk.verdictReason')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(reason) =>
        send.mutate({ params: { id: review.applicationId }, version: review.version, body: { verdict, reason } })
      }
      onClose={onClose}
    >
      <Against review={review} problem={send.error} />
    </ReasonAct>
  );
}
