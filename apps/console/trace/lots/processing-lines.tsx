import { Button, Select, TextField } from '@xihuo/ui';
import { useT } from '../../words';
import { gramsOf } from '../scale/weight';
import type { Line } from './processing';

interface ProcessingLinesProps {
  title: string;
  what: 'process.lot' | 'process.reason';
  lines: readonly Line[];
  choices: readonly { value: string; label: string }[];
  set: (lines: readonly Line[]) => void;
  most: number;
  /** So many always stay. */
  least: number;
  tried: boolean;
  add: string;
}

/** One side of processing: as many lines as there are lots, each with its weight. */
export function ProcessingLines({ title, what, lines, choices, set, most, least, tried, add }: ProcessingLinesProps) {
  const t = useT();
  const change = (key: number, some: Partial<Line>) =>
    set(lines.map((line) => (line.key === key ? { ...line, ...some } : line)));
  const next = lines.reduce((highest, { key }) => Math.max(highest, key), 0) + 1;
  return (
    <fieldset className="rounded-lg border border-line bg-surface p-4">
      <legend className="px-1 text-lg font-semibold">{title}</legend>
      <div className="flex flex-col gap-4">
        {lines.map((line, index) => (
          <div key={line.key} className="grid items-start gap-3 sm:grid-cols-[1fr_11rem_auto]">
            <Select
              label={t(what, { nth: index + 1 })}
              value={line.what}
              choices={choices}
              error={tried && line.what === '' ? t('act.missing') : null}
              onChange={(event) => change(line.key, { what: event.target.value })}
            />
            <TextField
              label={t('lotAct.kilograms')}
              inputMode="decimal"
              autoComplete="off"
              maxLength={14}
              className="numeric"
              value={line.kilograms}
              error={tried && gramsOf(line.kilograms, 'kg') === null ? t('scale.fault.weight') : null}
              onChange={(event) => change(line.key, { kilograms: event.target.value })}
            />
            {lines.length > least && (
              <Button
                look="quiet"
                size="small"
                className="sm:mt-8"
                aria-label={t('process.removeLine', { nth: index + 1 })}
                onClick={() => set(lines.filter(({ key }) => key !== line.key))}
              >
                {t('process.remove')}
              </Button>
            )}
          </div>
        ))}
        {lines.length < most && (
          <div>
            <Button
              look="secondary"
              size="small"
              onClick={() => set([...lines, { key: next, what: '', kilograms: '' }])}
            >
              {add}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}
