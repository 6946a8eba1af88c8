import { Select, TextField, type FormFault } from '@xihuo/ui';
import { useT } from '../../words';
import { Rate } from './parts';
import type { Workplace } from './use-workplaces';
import type { Line, LineFaults, LineField } from './sheet';

export const fieldId = (line: Line, field: LineField) => `work-${line.id}-${field}`;

interface LineFieldsProps {
  line: Line;
  today: string;
  terms: Pick<Workplace, 'dailyWage' | 'pieceRate' | 'pieceName'> | undefined;
  /** What is wrong with a field, in words. */
  fault: (field: LineField) => string | null;
  change: (some: Partial<Line>) => void;
  /** Absent where it is fixed under which agreement the work was. */
  agreements?: readonly Workplace[];
}

/** The words of an agreement in a list: whose, where, which; and that it is over. */
function useAgreementWord(): (row: Workplace) => string {
  const t = useT();
  return ({ household, number, state }) =>
    [household.displayName, household.village, number, ...(state === 'inForce' ? [] : [t(`agreement.${state}`)])].join(
      ' · ',
    );
}

/** Two of one household may work the same day: then the name tells them apart. */
function WorkerField({ line, fault, change }: Pick<LineFieldsProps, 'line' | 'fault' | 'change'>) {
  const t = useT();
  return (
    <div className="col-span-2 sm:col-span-4">
      <TextField
        id={fieldId(line, 'worker')}
        label={t('work.worker')}
        hint={t('work.workerHint')}
        optional
        autoComplete="off"
        maxLength={20}
        value={line.worker}
        error={fault('worker')}
        onChange={(event) => change({ worker: event.target.value })}
      />
    </div>
  );
}

/** Who worked, from when to when, how many days; pieces where they are what is paid. */
export function LineFields({ line, today, terms, fault, change, agreements }: LineFieldsProps) {
  const t = useT();
  const word = useAgreementWord();
  const byPiece = terms?.pieceRate != null;
  return (
    <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-4">
      {agreements && (
        <div className="col-span-2 sm:col-span-4">
          <Select
            id={fieldId(line, 'agreementId')}
            label={t('work.who')}
            hint={terms && <Rate terms={terms} />}
            value={line.agreementId}
            choices={agreements.map((row) => ({ value: row.id, label: word(row) }))}
            error={fault('agreementId')}
            onChange={(event) => change({ agreementId: event.target.value })}
          />
        </div>
      )}
      <WorkerField {...{ line, fault, change }} />
      <TextField
        id={fieldId(line, 'from')}
        type="date"
        label={t('work.from')}
        max={today}
        value={line.from}
        error={fault('from')}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextField
        id={fieldId(line, 'to')}
        type="date"
        label={t('work.to')}
        max={today}
        value={line.to}
        error={fault('to')}
        onChange={(event) => change({ to: event.target.value })}
      />
      <TextField
        id={fieldId(line, 'days')}
        label={t('work.daysLabel')}
        inputMode="numeric"
        autoComplete="off"
        className="numeric"
        maxLength={2}
        value={line.days}
        error={fault('days')}
        onChange={(event) => change({ days: event.target.value })}
      />
      {byPiece && (
        <TextField
          id={fieldId(line, 'pieces')}
          label={t('work.piecesLabel', { piece: terms.pieceName ?? t('work.piece') })}
          inputMode="numeric"
          autoComplete="off"
          className="numeric"
          maxLength={7}
          value={line.pieces}
          error={fault('pieces')}
          onChange={(event) => change({ pieces: event.target.value })}
        />
      )}
    </div>
  );
}

/** What is wrong with a line, as the summary on top names it. */
export function useLineFaults(): (line: Line, faults: LineFaults) => FormFault[] {
  const t = useT();
  return (line, faults) =>
    (Object.keys(faults) as LineField[]).map((field) => ({
      field: fieldId(line, field),
      message: t(`work.fault.${faults[field]!}`),
    }));
}
