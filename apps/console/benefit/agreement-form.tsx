import { Button, Card, type ApiProblem, type RouteKey } from '@xihuo/ui';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useToday } from '../admission/watching/today';
import { useTypedOver } from '../frame/typed-over';
import { useUnsaved } from '../frame/unsaved/use-unsaved';
import { useT } from '../words';
import { refusedField } from './refused-terms';
import { DayFields, TermFields } from './term-fields';
import { Problem } from '../frame/problem';
import { termsOf, type LinkageKind, type TermField, type Terms, type Typed } from './terms';

interface AgreementFormProps {
  supplierId: string;
  kind: LinkageKind;
  /** What the fields begin with, and the version it stands in; of a new one there is none. */
  initial: Typed;
  version?: number;
  /** What its button sends. */
  act: RouteKey;
  submit: string;
  pending: boolean;
  problem: ApiProblem | null;
  onSubmit: (
    body: { terms: Terms; effectiveFrom: string; effectiveTo: string | null },
    over: { version: number; refused: (problem: ApiProblem) => void },
  ) => void;
  /** A way out beside the submit. */
  aside?: ReactNode;
}

/** The figures of an agreement; the page in plain words is written from them, and only that page is signed. */
export function AgreementForm(props: AgreementFormProps) {
  const t = useT();
  const today = useToday();
  const { supplierId, kind, problem } = props;
  const over = useTypedOver(props.initial, props.version ?? 0);
  const typed = over.value;
  useUnsaved(over.touched);
  const [tried, setTried] = useState(false);
  const { terms, faults } = termsOf(kind, typed);
  const refused = refusedField(problem);
  const errorOf = (field: TermField) => {
    const fault = faults[field];
    if (tried && fault) return t(`term.fault.${fault}`);
    return refused?.field === field ? refused.message : null;
  };
  const form = {
    supplierId,
    typed,
    errorOf,
    change: (some: Partial<Typed>) => over.change((now) => ({ ...now, ...some })),
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (props.pending || Object.keys(faults).length > 0) return;
    props.onSubmit({ terms, effectiveFrom: typed.from, effectiveTo: typed.to === '' ? null : typed.to }, over);
  };
  return (
    <form noValidate onSubmit={send} className="flex max-w-3xl flex-col gap-5">
      <Card title={t('agreement.terms')}>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <TermFields kind={kind} {...form} />
        </div>
      </Card>
      <Card title={t('agreement.term')}>
        <div className="grid items-start gap-5 sm:grid-cols-2">
          <DayFields {...form} min={today} />
        </div>
      </Card>
      <Problem problem={problem} />
      {tried && Object.keys(faults).length > 0 && (
        <p role="alert" className="font-medium text-cinnabar">
          {t('term.fault.some')}
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        <Button data-act={props.act} type="submit" pending={props.pending}>
          {props.submit}
        </Button>
        {props.aside}
      </div>
    </form>
  );
}
