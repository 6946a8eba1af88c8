import { Button, classes, Notice, useLocale, useProblemText } from '@xihuo/ui';
import { useEffect, useRef, useState, type ComponentType } from 'react';
import { useSearchParams } from 'react-router';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { DeskContext, useDesk } from './desk';
import {
  emptySteps,
  fieldId,
  stepOfPointer,
  stepsOf,
  type ApplicationFile,
  type OwnApplication,
  type StepName,
} from './file';
import { MissingList } from './missing-list';
import { DocumentsStep } from './steps/documents-step';
import { HouseholdsStep } from './steps/households-step';
import { LicencesStep } from './steps/licences-step';
import { MandateStep } from './steps/mandate-step';
import { CapacityStep, LinkageStep, UndertakingsStep } from './steps/plain-steps';
import { ProductsStep } from './steps/products-step';
import { SubjectStep } from './steps/subject-step';
import { SubmitStep } from './steps/submit-step';
import { useDraft } from './use-draft';

const STEPS: Record<StepName, ComponentType<{ onJump: (pointer: string) => void }>> = {
  subject: SubjectStep,
  licences: LicencesStep,
  products: ProductsStep,
  linkage: LinkageStep,
  households: HouseholdsStep,
  mandate: MandateStep,
  capacity: CapacityStep,
  documents: DocumentsStep,
  undertakings: UndertakingsStep,
  submit: SubmitStep,
};

/** Whether what was typed is safe; it says so without being asked. */
function SaveState() {
  const t = useT();
  const locale = useLocale();
  const problemText = useProblemText();
  const { draft, file } = useDesk();
  if (draft.problem) {
    return (
      <p role="alert" className="text-sm text-cinnabar">
        {t('apply.notSaved', { reason: problemText(draft.problem) })}{' '}
        <Button look="quiet" size="small" onClick={() => void draft.flush()}>
          {t('apply.saveAgain')}
        </Button>
      </p>
    );
  }
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', hourCycle: 'h23', timeZone: 'Asia/Shanghai' });
  return (
    <p role="status" className="numeric text-sm text-ink-faint">
      {draft.saving
        ? t('apply.saving')
        : draft.unsaved
          ? t('apply.unsaved')
          : file.savedAt
            ? t('apply.saved', { time: clock.format(new Date(file.savedAt)) })
            : t('apply.savesItself')}
    </p>
  );
}

function Conflict() {
  const t = useT();
  const { draft } = useDesk();
  if (!draft.conflict) return null;
  return (
    <Notice urgent tone="attention" title={t('apply.conflict')}>
      <p>{t('apply.conflictText')}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <Button look="secondary" size="small" onClick={() => draft.settle('theirs')}>
          {t('apply.keepTheirs')}
        </Button>
        <Button look="secondary" size="small" onClick={() => draft.settle('mine')}>
          {t('apply.keepMine')}
        </Button>
      </div>
    </Notice>
  );
}

/** What was sent back, why and until when; each line leads to its field. */
function CorrectionsAsked({ onJump }: { onJump: (pointer: string) => void }) {
  const t = useT();
  const { file } = useDesk();
  if (!file.correction) return null;
  const { reason, fields, dueOn } = file.correction;
  return (
    <Notice tone="attention" title={t('apply.correction.title')}>
      <p>{reason}</p>
      <p>
        {t('apply.correction.due')}
        <Day value={dueOn} />
      </p>
      <ol className="mt-1 list-decimal ps-5">
        {fields.map(({ pointer, note }) => (
          <li key={pointer}>
            <button
              type="button"
              onClick={() => onJump(pointer)}
              className="min-h-target text-start text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
            >
              {note}
            </button>
          </li>
        ))}
      </ol>
    </Notice>
  );
}

interface StepListProps {
  steps: readonly StepName[];
  at: StepName;
  onGo: (step: StepName) => void;
}

function StepList({ steps, at, onGo }: StepListProps) {
  const t = useT();
  const { file } = useDesk();
  return (
    <ol className="flex flex-col">
      {steps.map((step, index) => {
        const missing = file.missing.filter((one) => one.step === step);
        const needed = missing.some(({ required }) => required);
        return (
          <li key={step}>
            <button
              type="button"
              aria-current={step === at ? 'step' : undefined}
              onClick={() => onGo(step)}
              className={classes(
                'flex min-h-target w-full items-center gap-3 rounded-md px-3 text-start hover:bg-sunken',
                step === at && 'bg-sunken font-semibold text-green',
              )}
            >
              <span aria-hidden className="numeric w-5 text-sm text-ink-faint">
                {index + 1}
              </span>
              <span className="grow">{t(`apply.step.${step}`)}</span>
              {step !== 'submit' && missing.length === 0 && (
                <span className="text-green">
                  ✓<span className="sr-only">{t('apply.stepWhole')}</span>
                </span>
              )}
              {missing.length > 0 && (
                <span className={classes('text-sm whitespace-nowrap', needed ? 'text-cinnabar' : 'text-amber')}>
                  {t('apply.lacks', { count: missing.length })}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** On a phone the list of steps is folded behind where one is. */
function PhoneSteps(props: StepListProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const nth = props.steps.indexOf(props.at) + 1;
  return (
    <div className="rounded-lg border border-line bg-surface lg:hidden">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex min-h-target w-full items-center justify-between gap-3 px-4 text-start"
      >
        <span className="numeric">
          {t('apply.stepOf', { nth, total: props.steps.length })} · <strong>{t(`apply.step.${props.at}`)}</strong>
        </span>
        <span className="text-sm whitespace-nowrap text-green">{open ? t('apply.fold') : t('apply.allSteps')}</span>
      </button>
      {open && (
        <div className="border-t border-line p-1">
          <StepList
            {...props}
            onGo={(step) => {
              setOpen(false);
              props.onGo(step);
            }}
          />
        </div>
      )}
    </div>
  );
}

/** The step in the address; every way to another one saves first, and a jump ends at its field. */
function useSteps(steps: readonly StepName[], flush: () => Promise<boolean>) {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('step');
  const at = steps.find((step) => step === wanted) ?? steps[0]!;
  const target = useRef<string | null>(null);
  const go = (step: StepName) => {
    void flush();
    setSearch({ step });
    window.scrollTo({ top: 0 });
  };
  const land = (id: string) => {
    const element = document.getElementById(id);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  };
  const jump = (pointer: string) => {
    const step = stepOfPointer(pointer);
    if (step === at) {
      land(fieldId(pointer));
      return;
    }
    target.current = fieldId(pointer);
    void flush();
    setSearch({ step });
  };
  useEffect(() => {
    if (target.current !== null) land(target.current);
    target.current = null;
  }, [at]);
  return { at, go, jump };
}

/** An application while it may be changed: one step at a time, in any order, and never a word lost. */
export function Wizard({ file, own }: { file: ApplicationFile; own: OwnApplication }) {
  const t = useT();
  const draft = useDraft(file, { subject: emptySteps(own).subject });
  const steps = stepsOf((draft.form.subject ?? own).kind);
  const { at, go, jump } = useSteps(steps, draft.flush);
  const Step = STEPS[at];
  const nth = steps.indexOf(at);
  const missing = at === 'submit' ? [] : file.missing.filter(({ step }) => step === at);
  return (
    <DeskContext value={{ file, own, draft }}>
      <div className="grid items-start gap-5 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <PhoneSteps steps={steps} at={at} onGo={go} />
        <nav aria-label={t('apply.steps')} className="sticky top-4 hidden lg:block">
          <StepList steps={steps} at={at} onGo={go} />
        </nav>
        <div className="flex min-w-0 flex-col gap-4">
          <Conflict />
          <CorrectionsAsked onJump={jump} />
          <section className="rounded-lg border border-line bg-surface p-4 sm:p-6">
            <header className="mb-5">
              <h2 className="text-lg">{t(`apply.step.${at}`)}</h2>
              <p className="text-ink-soft">{t(`apply.stepText.${at}`)}</p>
            </header>
            <Step key={at} onJump={jump} />
          </section>
          {missing.length > 0 && (
            <MissingList title={t('apply.missingHere')} tone="attention" missing={missing} onJump={jump} />
          )}
          <footer className="flex flex-wrap items-center justify-between gap-3">
            <SaveState />
            <div className="flex gap-3">
              {nth > 0 && (
                <Button look="secondary" onClick={() => go(steps[nth - 1]!)}>
                  {t('apply.back')}
                </Button>
              )}
              {nth < steps.length - 1 && (
                <Button data-act="PUT /admission/applications/{id}/form" onClick={() => go(steps[nth + 1]!)}>
                  {t('apply.next')}
                </Button>
              )}
            </div>
          </footer>
        </div>
      </div>
    </DeskContext>
  );
}
