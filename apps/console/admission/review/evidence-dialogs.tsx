import { Select, TextArea, TextField, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useHandedPapers } from '../../frame/handed-papers';
import { useT } from '../../words';
import { REGISTERS, useStep } from './case';

interface Box {
  applicationId: string;
  onClose: () => void;
}

/** Sends somebody to look. */
export function InspectDialog({ applicationId, onClose }: Box) {
  const t = useT();
  const [plannedOn, setPlannedOn] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = useStep('POST /admission/applications/{id}/inspections', {
    done: t('review.inspect.done'),
    onDone: onClose,
  });
  const submit = () => {
    setTried(true);
    if (plannedOn && reason.trim().length >= 2)
      send.mutate({ params: { id: applicationId }, body: { plannedOn, reason } });
  };
  return (
    <ActDialog
      title={t('review.act.inspect')}
      submit={t('review.act.inspect')}
      text={t('review.inspect.text')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        type="date"
        label={t('review.inspect.plannedOn')}
        value={plannedOn}
        error={tried && !plannedOn ? t('review.inspect.plannedOnMissing') : null}
        onChange={(event) => setPlannedOn(event.target.value)}
      />
      <TextArea
        label={t('review.inspect.reason')}
        maxLength={500}
        value={reason}
        error={tried && reason.trim().length < 2 ? t('act.tooShort', { count: 2 }) : null}
        onChange={(event) => setReason(event.target.value)}
      />
    </ActDialog>
  );
}

interface Said {
  status: '' | 'clear' | 'listed';
  reason: string;
}

const unasked = (): Record<(typeof REGISTERS)[number], Said> => ({
  seriousDishonesty: { status: '', reason: '' },
  judgmentDefaulter: { status: '', reason: '' },
  abnormalOperation: { status: '', reason: '' },
  penalty: { status: '', reason: '' },
});

/** Today in the time zone of the registers, as a date field wants it. */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** The page of the register as it stood that day, of all that is written down with it. */
function useRegisterPage(supplierId: string) {
  const t = useT();
  const { mutate, isPending, error } = useSend('POST /admission/suppliers/{id}/papers');
  const send = (file: File, kept: (fileId: string) => void) =>
    mutate({ params: { id: supplierId }, file }, { onSuccess: ({ fileId }) => kept(fileId) });
  return useHandedPapers({ send, pending: isPending, error }, 1, t('review.credit.pageHint'));
}

type Answered = ReturnType<typeof unasked>;

/** One choice for each register, with the reason where it lists the name. */
function Answers({ said, tried, onSaid }: { said: Answered; tried: boolean; onSaid: (said: Answered) => void }) {
  const t = useT();
  return (
    <>
      {REGISTERS.map((register) => (
        <div key={register} className="flex flex-col gap-2">
          <Select
            label={t(`review.creditRegister.${register}`)}
            placeholder={t('review.credit.skip')}
            value={said[register].status}
            choices={(['clear', 'listed'] as const).map((value) => ({ value, label: t(`review.credit.${value}`) }))}
            onChange={({ target }) =>
              onSaid({ ...said, [register]: { ...said[register], status: target.value as Said['status'] } })
            }
          />
          {said[register].status === 'listed' && (
            <TextField
              label={t('review.credit.reason')}
              maxLength={500}
              value={said[register].reason}
              error={tried && said[register].reason.trim() === '' ? t('review.credit.reasonMissing') : null}
              onChange={({ target }) => onSaid({ ...said, [register]: { ...said[register], reason: target.value } })}
            />
          )}
        </div>
      ))}
    </>
  );
}

/** Writes down what the public registers say, one record each; nothing written is changed later. */
export function CreditDialog({ applicationId, supplierId, onClose }: Box & { supplierId: string }) {
  const t = useT();
  const papers = useRegisterPage(supplierId);
  const [said, setSaid] = useState(unasked);
  const [queriedOn, setQueriedOn] = useState(today);
  const [source, setSource] = useState('');
  const [tried, setTried] = useState(false);
  const send = useStep('POST /admission/applications/{id}/credit', { done: t('review.credit.done'), onDone: onClose });
  const snapshots = REGISTERS.flatMap((register) => {
    const { status, reason } = said[register];
    const [fileId] = papers.ids;
    return status === '' ? [] : [{ register, status, reason, queriedOn, source, ...(fileId && { fileId }) }];
  });
  const unfounded = snapshots.some(({ status, reason }) => status === 'listed' && reason.trim() === '');
  const submit = () => {
    setTried(true);
    if (snapshots.length > 0 && !unfounded && source.trim().length >= 2) {
      send.mutate({ params: { id: applicationId }, body: { snapshots } });
    }
  };
  return (
    <ActDialog
      title={t('review.credit.title')}
      submit={t('review.act.credit')}
      text={t('review.credit.text')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Answers said={said} tried={tried} onSaid={setSaid} />
      {tried && snapshots.length === 0 && (
        <p className="text-sm font-medium text-cinnabar">{t('review.credit.nothing')}</p>
      )}
      <TextField
        type="date"
        label={t('review.credit.queriedOn')}
        value={queriedOn}
        onChange={(event) => setQueriedOn(event.target.value)}
      />
      <TextField
        label={t('review.credit.source')}
        placeholder="www.gsxt.gov.cn"
        maxLength={300}
        value={source}
        error={tried && source.trim().length < 2 ? t('review.credit.sourceMissing') : null}
        onChange={(event) => setSource(event.target.value)}
      />
      {papers.picker}
    </ActDialog>
  );
}
