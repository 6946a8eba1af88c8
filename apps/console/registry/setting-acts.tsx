import { Select, TextArea, TextField, useApiClient, useLocale, type ApiProblem, type Input } from '@xihuo/ui';
import { useState } from 'react';
import { fenOf } from '../catalogue/yuan';
import { Proposed } from '../frame/proposed';
import { hasRole, useMe } from '../identity/me';
import { CodeAct } from '../frame/code-act';
import { useT } from '../words';
import { yearOf, type CalendarYear } from './calendar-year';
import { isNumber, type Setting } from './parts';
import { Changes } from './rule-value';
import { useRuleWord } from './rule-words';
import { ValueEditor } from './value-editor';
import { changesOf, isComplete, type Json } from './value-tree';
import { YearEditor } from './year-editor';

const ROUTE = 'POST /settings/steps';
type Said = Input<typeof ROUTE>['body'];

/** As people write it: yuan and per cent, all else as it is counted. Null where it is no such number. */
function numberOf(typed: string, unit: Setting['unit']): number | null {
  const text = typed.trim();
  if (unit === 'fen' || unit === 'basisPoints') {
    const hundredths = fenOf(text);
    return hundredths === null ? null : Number(hundredths);
  }
  return /^\d{1,13}$/.test(text) ? Number(text) : null;
}

function useUnitWord(unit: Setting['unit']): string {
  const t = useT();
  if (unit === 'fen') return t('setting.unit.yuan');
  if (unit === 'basisPoints') return '%';
  return unit === null ? '' : t(`setting.unit.${unit}`).trim();
}

/** Where in the value the server finds something that it may not be. */
function Unsound({ problem }: { problem: ApiProblem }) {
  const t = useT();
  const wordOf = useRuleWord();
  const places = problem.errors
    .filter(({ code }) => code === 'SHAPE')
    .map(({ pointer }) => pointer.split('/').slice(3));
  if (places.length === 0) return null;
  return (
    <p>
      {t('setting.unsound')}
      {places.map((path) => path.map((part) => wordOf(part)).join(' · ')).join(' / ')}
    </p>
  );
}

/** Another value from a later day on; it waits for another operator. @param tomorrow the first day it may hold from */
export function Propose({ setting, tomorrow }: { setting: Setting; tomorrow: string }) {
  const t = useT();
  const api = useApiClient();
  const isEnglish = useLocale() === 'en';
  const unit = useUnitWord(setting.unit);
  const [typed, setTyped] = useState({ value: '', day: tomorrow, source: '', reason: '' });
  const set = (name: keyof typeof typed) => (event: { target: { value: string } }) =>
    setTyped((before) => ({ ...before, [name]: event.target.value }));
  const [edited, setEdited] = useState<Json>(setting.value);
  const single = isNumber(setting);
  const value = single ? numberOf(typed.value, setting.unit) : edited;
  const isReady = single ? value !== null : isComplete(edited) && changesOf(setting.value, edited).length > 0;
  const [source, reason] = [typed.source.trim(), typed.reason.trim()];
  if (!hasRole(useMe(), ['operator'])) return null;
  return (
    <CodeAct
      act="POST /settings/steps"
      word={t('setting.propose')}
      lead={t(yearOf(setting.key) === null ? 'setting.proposeText' : 'setting.calendar.proposeText', {
        name: isEnglish ? setting.name.en : setting.name.zh,
      })}
      done={t('setting.proposeDone')}
      ready={isReady && source.length >= 4 && reason.length >= 2 && typed.day >= tomorrow}
      refusal={(problem) => <Unsound problem={problem} />}
      run={() =>
        api(ROUTE, {
          body: { step: 'propose', key: setting.key, value, effectiveFrom: typed.day, source, reason },
        })
      }
    >
      {single ? (
        <TextField
          label={unit === '' ? t('setting.newValue') : t('setting.newValueIn', { unit })}
          inputMode="decimal"
          maxLength={14}
          className="numeric"
          value={typed.value}
          error={typed.value !== '' && value === null ? t('setting.noNumber') : null}
          onChange={set('value')}
        />
      ) : (
        <>
          {yearOf(setting.key) === null ? (
            <ValueEditor setting={setting.key} label={t('setting.newValue')} value={edited} onChange={setEdited} />
          ) : (
            <YearEditor
              value={edited as unknown as CalendarYear}
              onChange={(year) => setEdited(year as unknown as Json)}
            />
          )}
          <Changes setting={setting.key} before={setting.value} after={edited} />
        </>
      )}
      <TextField type="date" label={t('setting.from')} min={tomorrow} value={typed.day} onChange={set('day')} />
      <TextArea
        label={t('setting.newSource')}
        hint={t('setting.sourceHint')}
        maxLength={300}
        value={typed.source}
        onChange={set('source')}
      />
      <TextArea label={t('setting.reason')} maxLength={200} value={typed.reason} onChange={set('reason')} />
    </CodeAct>
  );
}

type Decision = Exclude<Said['step'], 'propose'>;

/** Whoever proposed it takes it back; another lets it come or refuses it. */
export function Decide({ proposal }: { proposal: Setting }) {
  const t = useT();
  const api = useApiClient();
  const steps = (['approve', 'refuse'] as const).map((value) => ({ value, label: t(`setting.${value}`) }));
  const [step, setStep] = useState<Decision>(proposal.mine ? 'withdraw' : 'approve');
  const [reason, setReason] = useState('');
  const { key, value, effectiveFrom, source, mine } = proposal;
  if (!hasRole(useMe(), ['operator'])) return null;
  return (
    <CodeAct
      act="POST /settings/steps"
      word={t(mine ? 'setting.withdraw' : 'setting.decide')}
      look={mine ? 'secondary' : 'primary'}
      lead={t(mine ? 'setting.withdrawText' : 'setting.decideText')}
      done={t(`setting.${step}Done`)}
      ready={reason.trim().length >= 2}
      run={() => api(ROUTE, { body: { step, key, value, effectiveFrom, source, reason: reason.trim() } })}
    >
      <Proposed proposal={proposal.proposal} />
      {!mine && (
        <Select
          label={t('setting.decision')}
          choices={steps}
          value={step}
          onChange={(event) => setStep(event.target.value as Decision)}
        />
      )}
      <TextArea
        label={t('setting.reason')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </CodeAct>
  );
}
