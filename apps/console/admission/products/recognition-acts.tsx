import { Select, TextArea, TextField, useApiClient, useSend, type RouteKey } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog, ReasonAct } from '../../frame/act-dialog';
import { GraveReason } from '../../frame/code-act';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { ActButton, offersAny } from './act-button';
import { CorrectionsDialog } from './field-picks';
import { RECOGNITION_READS as READS, type Recognition, type RecognitionAction } from './recognition';
import { useAfter } from './use-after';

type Own = Exclude<RecognitionAction, 'withdraw' | 'resubmit'>;
const ACTS: readonly { action: Own; route: RouteKey; look?: 'secondary' | 'danger' }[] = [
  { action: 'stamp', route: 'POST /admission/recognitions/{id}/stamp' },
  { action: 'publish', route: 'POST /admission/recognitions/{id}/publish' },
  { action: 'requestCorrections', route: 'POST /admission/recognitions/{id}/request-corrections', look: 'secondary' },
  { action: 'reject', route: 'POST /admission/recognitions/{id}/reject', look: 'danger' },
  { action: 'revoke', route: 'POST /admission/recognitions/{id}/revoke', look: 'danger' },
];

/** The reader's own steps; the supplier's stand with its products. */
export function RecognitionActs({ recognition }: { recognition: Recognition }) {
  const t = useT();
  const [act, setAct] = useState<Own | null>(null);
  const stepOf = (action: Own) => recognition.actions.find((one) => one.action === action);
  const dialog = { recognition, onClose: () => setAct(null) };
  if (!offersAny(ACTS.map(({ action }) => stepOf(action) ?? { why: 'NOT_YOUR_PART' }))) return null;
  return (
    <div className="mt-4 flex flex-col gap-2 border-t border-line pt-4">
      {ACTS.map(({ action, route, look }) => (
        <ActButton key={action} act={route} step={stepOf(action)} look={look} onClick={() => setAct(action)}>
          {t(`recognition.act.${action}`)}
        </ActButton>
      ))}
      {act === 'stamp' && <Stamp {...dialog} />}
      {act === 'publish' && <Publish {...dialog} />}
      {act === 'requestCorrections' && <Correct {...dialog} />}
      {act === 'reject' && <Reject {...dialog} />}
      {act === 'revoke' && <Revoke {...dialog} />}
    </div>
  );
}

interface ActProps {
  recognition: Recognition;
  onClose: () => void;
}

const DEPARTMENT_ROLES = { agriculture: 'countyAgriculture', revitalisation: 'countyRevitalisation' } as const;
const DEPARTMENTS = ['agriculture', 'revitalisation'] as const;

function Stamp({ recognition, onClose }: ActProps) {
  const t = useT();
  const me = useMe();
  const own = DEPARTMENTS.filter((department) => hasRole(me, [DEPARTMENT_ROLES[department]]));
  const [department, setDepartment] = useState<(typeof DEPARTMENTS)[number] | undefined>(own[0]);
  const [sealNumber, setSealNumber] = useState('');
  const [opinion, setOpinion] = useState('');
  const [tried, setTried] = useState(false);
  const send = useSend(
    'POST /admission/recognitions/{id}/stamp',
    useAfter({ routes: READS, told: t('recognition.stamped'), close: onClose }),
  );
  const short = opinion.trim().length < 4;
  const submit = () => {
    setTried(true);
    if (short || sealNumber.trim() === '' || !department) return;
    send.mutate({
      params: { id: recognition.id },
      body: { department, sealNumber, opinion },
      version: recognition.version,
    });
  };
  return (
    <ActDialog
      title={t('recognition.act.stamp')}
      submit={t('recognition.stampSubmit')}
      text={t('recognition.stampText')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {own.length > 1 && (
        <Select
          label={t('recognition.department')}
          value={department}
          choices={own.map((value) => ({ value, label: t(`department.${value}`) }))}
          onChange={(event) => setDepartment(own.find((value) => value === event.target.value))}
        />
      )}
      <TextField
        label={t('recognition.seal')}
        hint={t('recognition.sealHint')}
        maxLength={40}
        value={sealNumber}
        error={tried && sealNumber.trim() === '' ? t('recognition.sealMissing') : null}
        onChange={(event) => setSealNumber(event.target.value)}
      />
      <TextArea
        label={t('recognition.opinion')}
        hint={t('recognition.opinionHint')}
        maxLength={1000}
        value={opinion}
        error={tried && short ? t('act.tooShort', { count: 4 }) : null}
        onChange={(event) => setOpinion(event.target.value)}
      />
    </ActDialog>
  );
}

function Publish({ recognition, onClose }: ActProps) {
  const t = useT();
  const send = useSend(
    'POST /admission/recognitions/{id}/publish',
    useAfter({ routes: READS, told: t('recognition.publishedDone'), close: onClose }),
  );
  return (
    <ReasonAct
      title={t('recognition.act.publish')}
      submit={t('recognition.publishSubmit')}
      text={t('recognition.publishText')}
      label={t('recognition.checkOpinion')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(opinion) =>
        send.mutate({ params: { id: recognition.id }, body: { opinion }, version: recognition.version })
      }
      onClose={onClose}
    />
  );
}

function Correct({ recognition, onClose }: ActProps) {
  const t = useT();
  const send = useSend(
    'POST /admission/recognitions/{id}/request-corrections',
    useAfter({ routes: READS, told: t('corrections.done'), close: onClose }),
  );
  const { issuer, scheme, certificateNumber, files } = recognition;
  const groups = [
    {
      id: 'issuer',
      title: t('recognition.grounds'),
      fields: [
        { pointer: '/issuerName', label: t('recognition.issuer'), value: issuer.name },
        { pointer: '/scheme', label: t('recognition.scheme'), value: scheme },
        { pointer: '/certificateNumber', label: t('recognition.certificate'), value: certificateNumber },
      ],
    },
    {
      id: 'evidence',
      title: t('recognition.evidence'),
      fields: files.map(({ kind, reference }, index) => ({
        pointer: `/evidence/${index}`,
        label: t(`evidence.${kind}`),
        value: reference,
      })),
    },
  ];
  return (
    <CorrectionsDialog
      groups={groups}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(body) => send.mutate({ params: { id: recognition.id }, body, version: recognition.version })}
      onClose={onClose}
    />
  );
}

function Reject({ recognition, onClose }: ActProps) {
  const t = useT();
  const send = useSend(
    'POST /admission/recognitions/{id}/reject',
    useAfter({ routes: READS, told: t('recognition.rejectedDone'), close: onClose }),
  );
  return (
    <ReasonAct
      title={t('recognition.act.reject')}
      submit={t('recognition.act.reject')}
      look="danger"
      text={t('recognition.rejectText')}
      label={t('act.reason')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(reason) =>
        send.mutate({ params: { id: recognition.id }, body: { reason }, version: recognition.version })
      }
      onClose={onClose}
    />
  );
}

function Revoke({ recognition: { id, version }, onClose }: ActProps) {
  const t = useT();
  const api = useApiClient();
  return (
    <GraveReason
      title={t('recognition.act.revoke')}
      submit={t('recognition.act.revoke')}
      text={t('recognition.revokeText')}
      label={t('recognition.revokeReason')}
      done={t('recognition.revokedDone')}
      run={(reason) => api('POST /admission/recognitions/{id}/revoke', { params: { id }, body: { reason }, version })}
      onClose={onClose}
    />
  );
}
