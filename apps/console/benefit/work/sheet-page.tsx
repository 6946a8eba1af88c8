import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Card,
  EmptyState,
  FormErrors,
  LinkButton,
  Notice,
  Select,
  toast,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { useToday } from '../../admission/watching/today';
import { Page } from '../../frame/page';
import { Waiting } from '../../frame/whole';
import { useT } from '../../words';
import { newId, useOwnSuppliers, type AgreementRow } from '../parts';
import { fieldId, LineFields, useLineFaults } from './line-fields';
import { useEmployments, useTerms } from './parts';
import { changed, faultsOf, lineAfter, lineOf, refusedAt, type Line } from './sheet';
import { useSheetWitness } from './sheet-witness';

/** As many as one sheet takes. */
const MOST = 200;

interface EntryProps {
  supplierId: string;
  agreements: readonly AgreementRow[];
  today: string;
}

function useEnter() {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useSend('POST /benefit/work-sheets', {
    onSuccess: ({ data }) => {
      toast(t('work.entered', { count: data.length }));
      void queries.invalidateQueries();
      void navigate('/benefit/work');
    },
  });
}

/** The lines while they are typed, and what is wrong with each: said here first, then by the server. */
function useSheet({ supplierId, today }: Pick<EntryProps, 'supplierId' | 'today'>) {
  const problemText = useProblemText();
  const listFaults = useLineFaults();
  const [lines, setLines] = useState<readonly Line[]>(() => [lineAfter(newId(), undefined, today)]);
  const [attempt, setAttempt] = useState(0);
  const terms = useTerms(lines.map(({ agreementId }) => agreementId));
  const witness = useSheetWitness(supplierId, attempt > 0);
  const send = useEnter();

  const byPiece = ({ agreementId }: Line) => {
    const found = terms.get(agreementId);
    return found ? found.pieceRate !== null : null;
  };
  const faults = lines.map((line) => faultsOf(line, today, byPiece(line)));
  const own = attempt > 0 ? lines.flatMap((line, index) => listFaults(line, faults[index]!)) : [];
  const refused = refusedAt(send.error).flatMap(({ index, field }) => {
    const line = lines[index];
    return line && send.error ? [{ field: fieldId(line, field), message: problemText(send.error) }] : [];
  });
  const change = (next: readonly Line[]) => {
    // What was refused was another sheet.
    send.reset();
    setLines(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const whole = faults.every((one) => Object.keys(one).length === 0) && lines.every((line) => byPiece(line) !== null);
    if (!whole || !witness.ready || send.isPending) return;
    const body = { supplierId, lines: lines.map((line) => lineOf(line, byPiece(line)!)), witness: witness.witness };
    send.mutate({ body }, { onError: () => setAttempt((count) => count + 1) });
  };
  return { lines, change, terms, witness, send, submit, attempt, listed: [...own, ...refused], refused };
}

function Entry({ supplierId, agreements, today }: EntryProps) {
  const t = useT();
  const problemText = useProblemText();
  const { lines, change, terms, witness, send, submit, attempt, listed, refused } = useSheet({ supplierId, today });
  const put = (line: Line, some: Partial<Line>) =>
    change(lines.map((one) => (one.id === line.id ? changed(one, some) : one)));
  return (
    <form noValidate onSubmit={submit} className="flex max-w-3xl flex-col gap-5">
      <FormErrors attempt={attempt} faults={listed} />
      {send.error && refused.length === 0 && <Notice urgent tone="bad" title={problemText(send.error)} />}
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
            agreements={agreements}
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
      <Button type="submit" size="large" className="self-start" pending={send.isPending}>
        {t('work.enter', { count: lines.length })}
      </Button>
    </form>
  );
}

function Employments({ supplierId, today }: Pick<EntryProps, 'supplierId' | 'today'>) {
  const t = useT();
  const agreements = useEmployments(supplierId);
  if (agreements === null) return <Waiting />;
  if (agreements.length === 0)
    return (
      <EmptyState
        title={t('work.noAgreements')}
        action={<LinkButton to="/benefit/agreements/new">{t('agreement.new')}</LinkButton>}
      >
        {t('work.noAgreementsText')}
      </EmptyState>
    );
  return <Entry supplierId={supplierId} agreements={agreements} today={today} />;
}

/** A sheet of work: line by line who worked, when and how much; whole or not at all. */
export function WorkSheetPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const today = useToday();
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
      {today === undefined ? <Waiting /> : <Employments key={supplierId} supplierId={supplierId} today={today} />}
    </Page>
  );
}
