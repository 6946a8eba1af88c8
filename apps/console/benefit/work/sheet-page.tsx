import {
  Button,
  Card,
  EmptyState,
  FormErrors,
  LinkButton,
  Notice,
  Select,
  toast,
  useApiClient,
  useProblemText,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { Page } from '../../frame/page';
import { Refused, Waiting } from '../../frame/whole';
import { useMe } from '../../identity/me';
import { thisDevice } from '../../trace/scale/device';
import { sendQueue } from '../../trace/scale/queue-runner';
import { useSheetQueue } from '../../trace/scale/use-queue';
import { useSavedStep, useTyping } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import { newId, useOwnSuppliers } from '../parts';
import { fieldId, LineFields, useLineFaults } from './line-fields';
import { changed, faultsOf, lineAfter, lineOf, refusedAt, type Line } from './sheet';
import { SheetCard, SheetLine } from './sheet-queue';
import { useSheetWitness } from './sheet-witness';
import { useWorkplaces, type Workplace } from './use-workplaces';
import type { WaitingSheet } from './waiting-sheet';

/** As many as one sheet takes. */
const MOST = 200;

interface EntryProps {
  supplierId: string;
  places: readonly Workplace[];
  today: string;
  /** One that waits here and is to be mended. */
  mending: WaitingSheet | null;
  onKept: (went: boolean, lines: number) => void;
}

/** Said to be written down only once the device has it; then it is sent, and where the server refuses it the form says why. */
function useEnter({ supplierId, mending, onKept }: EntryProps) {
  const { personId } = useMe();
  const api = useApiClient();
  const problemText = useProblemText();
  const [id] = useState(() => mending?.id ?? newId());
  const [state, setState] = useState<{ pending: boolean; refusal: WaitingSheet['refusal']; lost: boolean }>({
    ...{ pending: false, refusal: mending?.refusal ?? null, lost: false },
  });
  const enter = async (sheet: Pick<WaitingSheet, 'typed' | 'lines' | 'witness'>): Promise<boolean> => {
    setState({ pending: true, refusal: null, lost: false });
    const device = await thisDevice();
    const at = mending?.at ?? Date.now();
    try {
      await device.sheets.put({ ...sheet, id, personId, supplierId, at, refusal: null });
    } catch {
      setState({ pending: false, refusal: null, lost: true });
      return false;
    }
    if (navigator.onLine) await sendQueue(api, personId, (problem) => problemText(problem));
    const left = (await device.sheets.all()).find((one) => one.id === id);
    if (left?.refusal) {
      // What was refused is in the form: it is no more than that.
      await device.sheets.drop(id);
      setState({ pending: false, refusal: left.refusal, lost: false });
      return false;
    }
    onKept(left === undefined, sheet.lines.length);
    return true;
  };
  const reset = () => setState({ pending: false, refusal: null, lost: false });
  return { ...state, enter, reset };
}

/** The lines while they are typed, and what is wrong with each: said here first, then by the server. */
function useSheet(props: EntryProps) {
  const { places, today, mending } = props;
  const listFaults = useLineFaults();
  const [lines, setLines] = useState<readonly Line[]>(() => mending?.typed ?? [lineAfter(newId(), undefined, today)]);
  const [attempt, setAttempt] = useState(mending?.refusal ? 1 : 0);
  const terms = new Map(places.map((row) => [row.id, row]));
  const witness = useSheetWitness(mending?.witness ?? null, attempt > 0);
  const entering = useEnter(props);

  const byPiece = ({ agreementId }: Line) => {
    const found = terms.get(agreementId);
    return found ? found.pieceRate !== null : null;
  };
  const faults = lines.map((line) => faultsOf(line, today, byPiece(line)));
  const own = attempt > 0 ? lines.flatMap((line, index) => listFaults(line, faults[index]!)) : [];
  const refused = refusedAt(entering.refusal).flatMap(({ index, field }) => {
    const line = lines[index];
    return line && entering.refusal ? [{ field: fieldId(line, field), message: entering.refusal.text }] : [];
  });
  const change = (next: readonly Line[]) => {
    // What was refused was another sheet.
    entering.reset();
    setLines(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const whole = faults.every((one) => Object.keys(one).length === 0) && lines.every((line) => byPiece(line) !== null);
    if (!whole || !witness.ready || entering.pending) return;
    const body = lines.map((line) => lineOf(line, byPiece(line)!));
    void entering
      .enter({ typed: lines, lines: body, witness: witness.witness })
      .then((kept) => kept || setAttempt((count) => count + 1));
  };
  return { lines, change, terms, witness, entering, submit, attempt, listed: [...own, ...refused], refused };
}

function Entry(props: EntryProps) {
  const { places, today, mending } = props;
  const t = useT();
  const { lines, change, terms, witness, entering, submit, attempt, listed, refused } = useSheet(props);
  const onChange = useTyping();
  const put = (line: Line, some: Partial<Line>) =>
    change(lines.map((one) => (one.id === line.id ? changed(one, some) : one)));
  return (
    <form noValidate onChange={onChange} onSubmit={submit} className="flex max-w-3xl flex-col gap-5">
      <FormErrors attempt={attempt} faults={listed} />
      {entering.refusal && refused.length === 0 && <Notice urgent tone="bad" title={entering.refusal.text} />}
      {entering.lost && <Notice urgent tone="bad" title={t('sheets.notKept')} />}
      {lines.map((line, index) => (
        <Card
          key={line.id}
          title={t('work.line', { number: index + 1 })}
          aside={
            lines.length > 1 && (
              <Button
                look="quiet"
                size="small"
                aria-label={t('work.removeLine', { number: index + 1 })}
                onClick={() => change(lines.filter(({ id }) => id !== line.id))}
              >
                {t('work.remove')}
              </Button>
            )
          }
        >
          <LineFields
            line={line}
            today={today}
            terms={terms.get(line.agreementId)}
            agreements={places}
            fault={(field) => listed.find((one) => one.field === fieldId(line, field))?.message ?? null}
            change={(some) => put(line, some)}
          />
        </Card>
      ))}
      <Button
        look="secondary"
        className="self-start"
        unavailable={lines.length >= MOST}
        onClick={() => change([...lines, lineAfter(newId(), lines.at(-1), today)])}
      >
        {t('work.addLine')}
      </Button>
      <Card>{witness.fields}</Card>
      <Button
        data-act="POST /benefit/work-sheets"
        type="submit"
        size="large"
        className="self-start"
        pending={entering.pending}
      >
        {t(mending ? 'scale.mend' : 'work.enter', { count: lines.length })}
      </Button>
    </form>
  );
}

interface DeskProps {
  supplierId: string;
  places: readonly Workplace[];
  today: string;
}

function Desk({ supplierId, places, today }: DeskProps) {
  const t = useT();
  const go = useSavedStep();
  const queue = useSheetQueue();
  const [mending, setMending] = useState<WaitingSheet | null>(null);
  const [sheets, setSheets] = useState(0);
  const of = mending?.supplierId ?? supplierId;
  const own = places.filter((row) => row.supplierId === of);
  const onKept = (went: boolean, count: number) => {
    toast(t(went ? 'work.entered' : 'sheets.kept', { count }));
    if (went && mending === null) return go('/benefit/work');
    setMending(null);
    // The next sheet begins empty, with ids of its own.
    setSheets(sheets + 1);
    window.scrollTo({ top: 0 });
  };
  return (
    <div className="flex max-w-3xl flex-col gap-5">
      <SheetLine queue={queue} />
      <SheetCard
        queue={queue}
        onMend={(sheet) => {
          setMending(sheet);
          window.scrollTo({ top: 0 });
        }}
      />
      {own.length === 0 ? (
        <EmptyState
          title={t('work.noAgreements')}
          action={<LinkButton to="/benefit/agreements/new">{t('agreement.new')}</LinkButton>}
        >
          {t('work.noAgreementsText')}
        </EmptyState>
      ) : (
        <Entry key={mending?.id ?? `new-${sheets}`} {...{ supplierId: of, places: own, today, mending, onKept }} />
      )}
      {mending && (
        <Button look="quiet" className="self-start" onClick={() => setMending(null)}>
          {t('scale.mendNot')}
        </Button>
      )}
    </div>
  );
}

/** A sheet of work: line by line who worked, when and how much; whole or not at all. Without a network it waits on the device. */
export function WorkSheetPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const { places, error, refetch } = useWorkplaces();
  const [supplierId, setSupplierId] = useState(own[0]?.id ?? '');
  return (
    <Page title={t('work.sheet')} lead={t('work.sheetLead')} back={{ to: '/benefit/work', word: t('menu.work') }}>
      {own.length > 1 && (
        <div className="mb-5 max-w-3xl">
          <Select
            label={t('agreement.supplier')}
            value={supplierId}
            choices={own.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => setSupplierId(event.target.value || supplierId)}
          />
        </div>
      )}
      {places ? (
        <Desk key={supplierId} supplierId={supplierId} places={places.data} today={places.today} />
      ) : error ? (
        <Refused problem={error} onRetry={() => void refetch()} />
      ) : (
        <Waiting />
      )}
    </Page>
  );
}
