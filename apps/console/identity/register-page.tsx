import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, routeKey, Select, TextField, useProblemText, useSend, phoneCodes } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { CountyField } from '../frame/county-field';
import { SUPPLIER_KINDS, type SupplierKind } from '../frame/supplier-kinds';
import { useT } from '../words';
import { Entry } from './entry';

const { AGAIN_AFTER_S, digitsOf, PHONE, useSecondsLeft } = phoneCodes;

/** First step: a code to the phone, which from then on is how one signs in. */
function PhoneStep({
  phone,
  onPhone,
  onSent,
}: {
  phone: string;
  onPhone: (phone: string) => void;
  onSent: (requestId: string) => void;
}) {
  const t = useT();
  const problemText = useProblemText();
  const [tried, setTried] = useState(false);
  const send = useSend('POST /registrations/codes', { onSuccess: ({ requestId }) => onSent(requestId) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (PHONE.test(phone) && !send.isPending) send.mutate({ body: { phone } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      {send.error && <Notice urgent tone="bad" title={problemText(send.error)} />}
      <TextField
        id="phone"
        label={t('register.phone')}
        hint={t('register.phoneHint')}
        inputMode="numeric"
        autoComplete="tel-national"
        autoFocus
        className="numeric"
        value={phone}
        error={tried && !PHONE.test(phone) ? t('register.phoneMalformed') : null}
        onChange={(event) => onPhone(digitsOf(event.target.value, 11))}
      />
      <Button type="submit" size="large" wide pending={send.isPending}>
        {t('register.sendCode')}
      </Button>
      <p className="text-center text-sm">
        <Link to="/" className="touch text-green underline-offset-4 hover:underline">
          {t('register.haveAccount')}
        </Link>
      </p>
    </form>
  );
}

interface Applicant {
  displayName: string;
  name: string;
  kind: SupplierKind | '';
  countyCode: string | null;
}

function faultsOf(code: string, { displayName, name, kind, countyCode }: Applicant, t: ReturnType<typeof useT>) {
  return {
    code: /^\d{6}$/.test(code) ? null : t('register.codeMalformed'),
    displayName: displayName.trim() === '' ? t('register.displayNameMissing') : null,
    name: name.trim() === '' ? t('register.nameMissing') : null,
    kind: kind === '' ? t('register.kindMissing') : null,
    countyCode: countyCode === null ? t('register.countyMissing') : null,
  };
}

function SendAgain({ phone, onSent }: { phone: string; onSent: (requestId: string) => void }) {
  const t = useT();
  const problemText = useProblemText();
  const [left, setLeft] = useSecondsLeft(AGAIN_AFTER_S);
  const send = useSend('POST /registrations/codes', {
    onSuccess: ({ requestId }) => {
      onSent(requestId);
      setLeft(AGAIN_AFTER_S);
    },
  });
  return (
    <p className="-mt-2 text-sm text-ink-faint">
      {t('register.sentTo', { phone })}
      {left > 0 ? (
        <span className="numeric">{t('register.againIn', { seconds: left })}</span>
      ) : (
        <Button look="quiet" size="small" pending={send.isPending} onClick={() => send.mutate({ body: { phone } })}>
          {t('register.again')}
        </Button>
      )}
      {send.error && <span className="block text-cinnabar">{problemText(send.error)}</span>}
    </p>
  );
}

/** Signs in with the answer and begins the draft, so that the next page is the first step of the application. */
function useRegister() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const begin = useSend('POST /admission/applications', {
    onSuccess: ({ id }) => navigate(`/admission/apply/${id}`, { replace: true }),
    // Registered all the same: the list of the own applications has the button to begin one.
    onError: () => navigate('/admission/apply', { replace: true }),
  });
  return useSend('POST /registrations', {
    onSuccess: ({ me, supplierId }) => {
      queries.clear();
      queries.setQueryData(routeKey('GET /me', {}), me);
      begin.mutate({ body: { supplierId } });
    },
  });
}

interface ApplicantFieldsProps {
  who: Applicant;
  change: (some: Partial<Applicant>) => void;
  faults: Partial<ReturnType<typeof faultsOf>>;
}

function ApplicantFields({ who, change, faults }: ApplicantFieldsProps) {
  const t = useT();
  return (
    <>
      <TextField
        id="displayName"
        label={t('register.displayName')}
        autoComplete="name"
        maxLength={40}
        value={who.displayName}
        error={faults.displayName}
        onChange={(event) => change({ displayName: event.target.value })}
      />
      <TextField
        id="organisation"
        label={t('register.name')}
        hint={t('register.nameHint')}
        autoComplete="organization"
        maxLength={80}
        value={who.name}
        error={faults.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <Select
        id="kind"
        label={t('register.kind')}
        value={who.kind}
        choices={SUPPLIER_KINDS.map((value) => ({ value, label: t(`supplierKind.${value}`) }))}
        error={faults.kind}
        onChange={(event) => change({ kind: event.target.value as SupplierKind | '' })}
      />
      <CountyField
        id="county"
        label={t('register.county')}
        value={who.countyCode}
        error={faults.countyCode}
        onChange={(countyCode) => change({ countyCode })}
      />
    </>
  );
}

/** Second step: the code, who one is, and for whom one applies. */
function ApplicantStep({
  phone,
  requestId,
  onSent,
  onBack,
}: {
  phone: string;
  requestId: string;
  onSent: (requestId: string) => void;
  onBack: () => void;
}) {
  const t = useT();
  const problemText = useProblemText();
  const [code, setCode] = useState('');
  const [who, setWho] = useState<Applicant>({ displayName: '', name: '', kind: '', countyCode: null });
  const [tried, setTried] = useState(false);
  const register = useRegister();
  const faults = faultsOf(code, who, t);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const { displayName, name, kind, countyCode } = who;
    if (kind === '' || countyCode === null || Object.values(faults).some(Boolean) || register.isPending) return;
    register.mutate({ body: { requestId, phone, code, displayName, organisation: { name, kind, countyCode } } });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <TextField
        id="code"
        label={t('register.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        className="numeric text-center text-2xl tracking-[0.35em]"
        value={code}
        error={tried ? faults.code : null}
        onChange={(event) => setCode(digitsOf(event.target.value, 6))}
      />
      <SendAgain phone={phone} onSent={onSent} />
      <ApplicantFields
        who={who}
        change={(some) => setWho((now) => ({ ...now, ...some }))}
        faults={tried ? faults : {}}
      />
      {register.error && <Notice urgent tone="bad" title={problemText(register.error)} />}
      <Button type="submit" size="large" wide pending={register.isPending}>
        {t('register.submit')}
      </Button>
      <Button look="quiet" onClick={onBack}>
        {t('register.otherPhone')}
      </Button>
      <p className="text-sm text-ink-faint">
        {t('register.terms')}{' '}
        <a className="touch text-green underline-offset-4 hover:underline" href="/standards">
          {t('register.standards')}
        </a>
      </p>
    </form>
  );
}

/** Whoever wants to sell begins here: no account, no paper yet, only a phone that takes messages. */
export function RegisterPage() {
  const t = useT();
  const [phone, setPhone] = useState('');
  const [requestId, setRequestId] = useState<string | null>(null);
  return (
    <Entry title={t('register.title')} lead={requestId === null ? t('register.lead') : t('register.leadApplicant')}>
      {requestId === null ? (
        <PhoneStep phone={phone} onPhone={setPhone} onSent={setRequestId} />
      ) : (
        <ApplicantStep phone={phone} requestId={requestId} onSent={setRequestId} onBack={() => setRequestId(null)} />
      )}
    </Entry>
  );
}
