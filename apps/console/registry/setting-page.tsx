import { Card, EmptyState, Timeline, useApi, useLocale } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../frame/page';
import { Proposed } from '../frame/proposed';
import { NoSuchPage } from '../frame/views';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { isNumber, SettingStatus, useSettingValue, useTerm, type Setting } from './parts';
import { mayBeEntered, NO_DAYS, yearOf } from './calendar-year';
import { Changes } from './rule-value';
import { Decide, Propose } from './setting-acts';
import type { Json } from './value-tree';

/** The day after, YYYY-MM-DD. */
function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function Versions({ versions, holds }: { versions: readonly Setting[]; holds: Setting }) {
  const t = useT();
  const valueOf = useSettingValue();
  const termOf = useTerm();
  return (
    <Card title={t('setting.versions')}>
      <Timeline
        entries={versions.map((one) => ({
          id: `${one.effectiveFrom} ${one.status}`,
          at: termOf(one),
          title: (
            <span className="flex flex-wrap items-center gap-2">
              <span className="numeric wrap-anywhere whitespace-pre-wrap">{valueOf(one)}</span>
              <SettingStatus status={one.status} />
            </span>
          ),
          children: (
            <>
              {one.status !== 'past' && one !== holds && !isNumber(one) && (
                <Changes setting={one.key} before={holds.value} after={one.value} />
              )}
              <p className="max-w-[52em]">{one.source}</p>
              {one.status === 'proposed' && (
                <div className="flex flex-col items-start gap-3 pt-2">
                  <Proposed proposal={one.proposal} />
                  <Decide proposal={one} />
                </div>
              )}
            </>
          ),
        }))}
      />
    </Card>
  );
}

/** A year that nobody has entered yet: its notice is out, or soon will be. */
function YearToEnter({ name, asOf }: { name: string; asOf: string }) {
  const t = useT();
  const setting: Setting = {
    ...{ key: name, name: { zh: name, en: name }, unit: null, value: NO_DAYS as unknown as Json, source: '' },
    ...{ effectiveFrom: asOf, effectiveTo: null, status: 'coming', mine: null, proposal: null },
  };
  return (
    <Page
      title={t('setting.calendar.enter', { year: String(yearOf(name)) })}
      lead={t('setting.calendar.enterLead')}
      back={{ to: '/registry/settings?area=calendar', word: t('menu.settings') }}
      actions={<Propose setting={setting} tomorrow={dayAfter(asOf)} />}
    >
      <EmptyState title={t('setting.calendar.none')} />
    </Page>
  );
}

/** One setting with all it ever was and is to become, each version with its days and its source. */
export function SettingPage() {
  const t = useT();
  const isEnglish = useLocale() === 'en';
  const key = useParams()['key'] ?? '';
  const query = useApi('GET /settings', { query: { prefix: key } }, { staleTime: 0 });
  const back = { to: '/registry/settings', word: t('menu.settings') };
  return (
    <Whole query={query}>
      {({ asOf, data }) => {
        // A key may be the beginning of another.
        const versions = data.filter((one) => one.key === key);
        const holds = versions.find(({ status }) => status === 'inForce') ?? versions[0];
        if (!holds) return mayBeEntered(key, asOf) ? <YearToEnter name={key} asOf={asOf} /> : <NoSuchPage />;
        return (
          <Page
            title={isEnglish ? holds.name.en : holds.name.zh}
            lead={<code className="text-sm">{key}</code>}
            back={back}
            history={{ kind: 'setting', id: key }}
            actions={<Propose setting={holds} tomorrow={dayAfter(asOf)} />}
          >
            <Versions versions={versions} holds={holds} />
          </Page>
        );
      }}
    </Whole>
  );
}
