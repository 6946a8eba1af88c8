import { Button, Card, Notice, phoneCodes, TextField, TextLink, toast, useApi, useProblemText } from '@xihuo/ui';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { FactorCode, isFactorCode } from '../../frame/factor-code';
import { Page } from '../../frame/page';
import { Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useMe } from '../me';
import { drawSecret } from '../offering/drawn-secret';
import { inField } from '../offering/in-field';
import { Step, TakingApp } from '../offering/taking-app';
import { useT } from '../offering/words';
import { useOwnFactor, type ProvenBy } from './use-own-factor';

const { digitsOf, PHONE } = phoneCodes;
type Enrolling = ReturnType<typeof useOwnFactor>;

function ByPassword({ of: { password, setPassword, tried, send } }: { of: Enrolling }) {
  const t = useT();
  const wrong = inField(send.error, 'by/password') ? t('ownFactor.passwordWrong') : null;
  return (
    <TextField
      id="password"
      label={t('signIn.password')}
      type="password"
      autoComplete="current-password"
      value={password}
      error={tried && password === '' ? t('signIn.passwordMissing') : wrong}
      onChange={(event) => setPassword(event.target.value)}
    />
  );
}

function ByPhone({ of: { shown, tried } }: { of: Enrolling }) {
  const t = useT();
  const { phone, setPhone, code, setCode, left, ask, want } = shown;
  return (
    <>
      <TextField
        id="phone"
        label={t('register.phone')}
        inputMode="numeric"
        autoComplete="tel-national"
        className="numeric"
        value={phone}
        error={tried && !PHONE.test(phone) ? t('register.phoneMalformed') : null}
        onChange={(event) => setPhone(digitsOf(event.target.value, 11))}
      />
      {ask.data && (
        <TextField
          id="sms"
          label={t('register.code')}
          hint={t('register.sentTo', { phone })}
          inputMode="numeric"
          autoComplete="one-time-code"
          className="numeric"
          value={code}
          error={tried && !isFactorCode(code) ? t('register.codeMalformed') : null}
          onChange={(event) => setCode(digitsOf(event.target.value, 6))}
        />
      )}
      <Button
        data-act="POST /sms-codes"
        look="secondary"
        className="self-start"
        unavailable={left > 0 || !PHONE.test(phone)}
        pending={ask.isPending}
        onClick={want}
      >
        {left > 0 ? t('register.againIn', { seconds: left }) : t(ask.data ? 'register.again' : 'register.sendCode')}
      </Button>
    </>
  );
}

/** Two steps: the app takes what the page has drawn, and one shows that it is oneself who has it. */
function Enrol({ ways, onDone }: { ways: readonly ProvenBy[]; onDone: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const me = useMe();
  const [secret] = useState(drawSecret);
  const [by, setBy] = useState<ProvenBy>(ways[0] ?? 'phone');
  const enrolling = useOwnFactor({ secret, by, onDone });
  const { code, setCode, tried, send, submit, shown } = enrolling;
  const other = ways.find((way) => way !== by);
  const inAField = ['by/password', 'code'].some((field) => inField(send.error, field));
  const problem = (inAField ? null : send.error) ?? shown.ask.error;
  const wrong = inField(send.error, 'code') ? t('enrol.codeWrong') : null;
  return (
    <form noValidate onSubmit={submit} className="flex max-w-md flex-col gap-6">
      <ol className="flex flex-col gap-6">
        <TakingApp name={me.displayName} secret={secret} />
        <Step at={2} title={t('ownFactor.prove')}>
          {by === 'password' ? <ByPassword of={enrolling} /> : <ByPhone of={enrolling} />}
          {other && (
            <Button look="quiet" size="small" className="-ms-3 self-start" onClick={() => setBy(other)}>
              {t(`ownFactor.by.${other}`)}
            </Button>
          )}
          <FactorCode
            id="code"
            label={t('factor.code')}
            hint={t('enrol.codeHint')}
            value={code}
            error={tried && !isFactorCode(code) ? t('factor.malformed') : wrong}
            onCode={setCode}
          />
        </Step>
      </ol>
      {problem && <Notice urgent tone="bad" title={problemText(problem)} />}
      <Button data-act="POST /me/second-factor" type="submit" size="large" wide pending={send.isPending}>
        {t('ownFactor.submit')}
      </Button>
    </form>
  );
}

/** Where one wanted to go when a second factor was missing. */
function useComingFrom(): string {
  const { state } = useLocation();
  const from: unknown = (state as { from?: unknown } | null)?.from;
  return typeof from === 'string' && from.startsWith('/') ? from : '/identity/sessions';
}

/** The own second factor: enrolled once, by oneself, and asked for at every sign-in from then on. */
export function OwnFactorPage() {
  const t = useT();
  const navigate = useNavigate();
  const from = useComingFrom();
  const query = useApi('GET /me/second-factor', {});
  const done = () => {
    toast(t('ownFactor.done'));
    void navigate(from);
  };
  return (
    <Page
      title={t('ownFactor.title')}
      lead={t('ownFactor.lead')}
      back={{ to: '/identity/sessions', word: t('menu.sessions') }}
    >
      <Whole query={query}>
        {({ enrolledAt, by }) =>
          enrolledAt !== null ? (
            <Notice tone="good" title={t('ownFactor.enrolled')}>
              {t('ownFactor.since')} <Moment value={enrolledAt} />
              <p className="mt-2">{t('ownFactor.lost')}</p>
              {from !== '/identity/sessions' && (
                <p className="mt-2">
                  <TextLink to={from}>{t('ownFactor.goOn')}</TextLink>
                </p>
              )}
            </Notice>
          ) : by.length > 0 ? (
            <Card title={t('enrol.title')}>
              <Enrol ways={by} onDone={done} />
            </Card>
          ) : (
            <Notice tone="attention" title={t('ownFactor.notAlone')}>
              {t('ownFactor.notAloneText')}
            </Notice>
          )
        }
      </Whole>
    </Page>
  );
}
