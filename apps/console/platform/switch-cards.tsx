import { Badge, Card, TextArea, TextLink, useApi, useApiClient, type Output } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { Moment } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { CodeAct } from '../frame/code-act';
import { useT } from '../words';

type Reading = Output<'GET /operations'>['data'][number];

const NAMES = ['signUp', 'orders', 'publishing'] as const;
type Name = (typeof NAMES)[number];

/** Pauses it or lets it go on, and why: with a fresh second factor. */
function Turn({ name, paused }: { name: Name; paused: boolean }) {
  const t = useT();
  const api = useApiClient();
  const [reason, setReason] = useState('');
  return (
    <CodeAct
      act="POST /switches"
      word={t(paused ? `operations.${name}.pause` : `operations.${name}.resume`)}
      lead={t(paused ? 'operations.pauseText' : 'operations.resumeText')}
      done={t('operations.turned')}
      look={paused ? 'danger' : 'secondary'}
      ready={reason.trim().length >= 2}
      run={() => api('POST /switches', { body: { name, paused, reason: reason.trim() } })}
    >
      <TextArea
        label={t('operations.reason')}
        rows={4}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </CodeAct>
  );
}

interface Standing {
  title: string;
  text: string;
  paused: boolean;
  reason: string | null;
  since: string | null;
  children?: ReactNode;
}

function Standing({ title, text, paused, reason, since, children }: Standing) {
  const t = useT();
  return (
    <Card
      level={3}
      title={title}
      aside={<Badge tone={paused ? 'bad' : 'good'}>{t(paused ? 'operations.paused' : 'operations.running')}</Badge>}
      className="flex flex-col"
    >
      <p className="text-sm text-ink-soft">{text}</p>
      {paused && (
        <p className="mt-3 border-s-3 border-cinnabar ps-3 text-sm">
          {reason}
          <span className="block text-ink-soft">
            {t('operations.since')} <Moment value={since} />
          </span>
        </p>
      )}
      {children && <div className="mt-auto pt-4">{children}</div>}
    </Card>
  );
}

function Payouts() {
  const t = useT();
  const mayRead = hasRole(useMe(), ['finance']);
  const { data } = useApi('GET /settlement/payout-stop', {});
  if (!data) return null;
  return (
    <Standing
      title={t('operations.payouts')}
      text={t('operations.payouts.text')}
      paused={data.stopped}
      reason={data.reason}
      since={data.at}
    >
      {mayRead && <TextLink to="/settlement/payouts">{t('operations.payouts.open')}</TextLink>}
    </Standing>
  );
}

/** What may be paused, each with what goes on meanwhile; operators turn them, whoever reads sees why. */
export function SwitchCards({ readings }: { readings: readonly Reading[] }) {
  const t = useT();
  const mayTurn = hasRole(useMe(), ['operator']);
  return (
    <section aria-labelledby="switches">
      <h2 id="switches" className="mb-3 text-lg">
        {t('operations.switches')}
      </h2>
      <div className="grid gap-4 sm:grid-cols-2">
        {NAMES.map((name) => {
          const reading = readings.find((one) => one.kind === 'switch' && one.name === name);
          const paused = reading?.ok === false;
          return (
            <Standing
              key={name}
              title={t(`operations.${name}`)}
              text={t(`operations.${name}.text`)}
              paused={paused}
              reason={reading?.words ?? null}
              since={reading?.since ?? null}
            >
              {mayTurn && <Turn name={name} paused={!paused} />}
            </Standing>
          );
        })}
        <Payouts />
      </div>
    </section>
  );
}
