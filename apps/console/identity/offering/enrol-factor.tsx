import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, routeKey, TextField, useProblemText, useSend, type ApiProblem } from '@xihuo/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { FactorCode, isFactorCode } from '../../frame/factor-code';
import { useT } from './words';
import { drawSecret, factorAddress, inGroups } from './drawn-secret';
import { Entry } from '../entry';
import type { Me } from '../me';
import { QrPicture } from './qr-picture';
import { useSignOut } from '../use-sign-out';

const inField = (problem: ApiProblem | null, field: string): boolean =>
  problem?.errors.some(({ pointer }) => pointer === `/body/${field}`) ?? false;

function useEnrolling(secret: string) {
  const queries = useQueryClient();
  const [invitation, setInvitation] = useState('');
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const send = useSend('POST /me/second-factor', {
    onSuccess: (next) => queries.setQueryData(routeKey('GET /me', {}), next),
    onError: () => setCode(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (invitation.trim() === '' || !isFactorCode(code) || send.isPending) return;
    setTried(false);
    send.mutate({ body: { invitation: invitation.trim(), secret, code } });
  };
  return { invitation, setInvitation, code, setCode, tried, send, submit };
}

function Step({ at, title, children }: { at: number; title: string; children: ReactNode }) {
  return (
    <li className="flex flex-col gap-3">
      <h2 className="text-lg">
        <span className="numeric me-2 text-ink-faint">{at}</span>
        {title}
      </h2>
      {children}
    </li>
  );
}

/** The app takes the secret: by its camera, on the phone itself by the link, or by hand. */
function Taking({ me, secret }: { me: Me; secret: string }) {
  const t = useT();
  const address = factorAddress(secret, me.displayName);
  return (
    <Step at={1} title={t('enrol.scan')}>
      <p className="text-ink-soft">{t('enrol.scanText')}</p>
      <QrPicture text={address} title={t('enrol.picture')} />
      <a href={address} className="touch text-green underline-offset-4 hover:underline">
        {t('enrol.open')}
      </a>
      <p className="text-sm text-ink-soft">
        {t('enrol.byHand')}
        <span className="numeric block text-base tracking-wider text-ink select-all">{inGroups(secret)}</span>
      </p>
    </Step>
  );
}

/** Somebody who was given a role of the platform takes it: an app of theirs is enrolled, once. */
export function EnrolFactor({ me }: { me: Me }) {
  const t = useT();
  const problemText = useProblemText();
  const signOut = useSignOut();
  const [secret] = useState(drawSecret);
  const { invitation, setInvitation, code, setCode, tried, send, submit } = useEnrolling(secret);
  const ofInvitation = inField(send.error, 'invitation') ? t('enrol.invitationWrong') : null;
  const ofCode = inField(send.error, 'code') ? t('enrol.codeWrong') : null;
  return (
    <Entry title={t('enrol.title')} lead={t('enrol.lead', { name: me.displayName })}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        {send.error && !ofInvitation && !ofCode && <Notice urgent tone="bad" title={problemText(send.error)} />}
        <ol className="flex flex-col gap-6">
          <Taking me={me} secret={secret} />
          <Step at={2} title={t('enrol.prove')}>
            <TextField
              id="invitation"
              label={t('enrol.invitation')}
              hint={t('enrol.invitationHint')}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={12}
              value={invitation}
              error={tried && invitation.trim() === '' ? t('enrol.invitationMissing') : ofInvitation}
              onChange={(event) => setInvitation(event.target.value)}
            />
            <FactorCode
              id="code"
              label={t('factor.code')}
              hint={t('enrol.codeHint')}
              value={code}
              error={tried && !isFactorCode(code) ? t('factor.malformed') : ofCode}
              onCode={setCode}
            />
          </Step>
        </ol>
        <Button type="submit" size="large" wide pending={send.isPending}>
          {t('enrol.submit')}
        </Button>
        <Button look="quiet" onClick={() => signOut.mutate({})}>
          {t('factor.other')}
        </Button>
      </form>
    </Entry>
  );
}
