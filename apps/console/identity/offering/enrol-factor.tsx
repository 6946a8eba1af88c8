import { useQueryClient } from '@tanstack/react-query';
import { Button, Notice, routeKey, TextField, useProblemText, useSend } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { FactorCode, isFactorCode } from '../../frame/factor-code';
import { useT } from './words';
import { drawSecret } from './drawn-secret';
import { inField } from './in-field';
import { Entry } from '../entry';
import type { Me } from '../me';
import { Step, TakingApp } from './taking-app';
import { useSignOut } from '../use-sign-out';

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
    send.mutate({ body: { by: { invitation: invitation.trim() }, secret, code } });
  };
  return { invitation, setInvitation, code, setCode, tried, send, submit };
}

/** Somebody who was given a role of the platform takes it: an app of theirs is enrolled, once. */
export function EnrolFactor({ me }: { me: Me }) {
  const t = useT();
  const problemText = useProblemText();
  const signOut = useSignOut(me.personId);
  const [secret] = useState(drawSecret);
  const { invitation, setInvitation, code, setCode, tried, send, submit } = useEnrolling(secret);
  const ofInvitation = inField(send.error, 'by/invitation') ? t('enrol.invitationWrong') : null;
  const ofCode = inField(send.error, 'code') ? t('enrol.codeWrong') : null;
  return (
    <Entry title={t('enrol.title')} lead={t('enrol.lead', { name: me.displayName })}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        {send.error && !ofInvitation && !ofCode && <Notice urgent tone="bad" title={problemText(send.error)} />}
        <ol className="flex flex-col gap-6">
          <TakingApp name={me.displayName} secret={secret} />
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
        <Button data-act="POST /me/second-factor" type="submit" size="large" wide pending={send.isPending}>
          {t('enrol.submit')}
        </Button>
        <Button look="quiet" onClick={() => signOut.mutate({})}>
          {t('factor.other')}
        </Button>
      </form>
    </Entry>
  );
}
