import { Badge, Card, TextLink, useApi, type Output } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { ActButton, type Act } from '../admission/watching/act';
import { Moment } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';

type Reading = Output<'GET /operations'>['data'][number];
type T = ReturnType<typeof useT>;

const NAMES = ['signUp', 'orders', 'publishing'] as const;
type Name = (typeof NAMES)[number];

function turnOf(t: T, name: Name, paused: boolean): Act<'POST /switches'> {
  return {
    route: 'POST /switches',
    word: t(paused ? `operations.${name}.pause` : `operations.${name}.resume`),
    lead: t(paused ? 'operations.pauseText' : 'operations.resumeText'),
    done: t('operations.turned'),
    look: paused ? 'danger' : 'secondary',
    fields: [{ name: 'reason', kind: 'area', label: t('operations.reason'), least: 2, most: 200 }],
    input: ({ reason = '' }) => ({ body: { name, paused, reason: reason.trim() } }),
  };
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
              {mayTurn && <ActButton act={turnOf(t, name, !paused)} />}
            </Standing>
          );
        })}
        <Payouts />
      </div>
    </section>
  );
}
