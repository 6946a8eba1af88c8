import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Facts, formatNumber, Notice, routeKey, toast, useLocale, useSend } from '@xihuo/ui';
import { useT } from '../../../words';
import { useDesk } from '../desk';
import { Findings, FindingsInShort } from '../findings';
import { Problem } from '../../../frame/problem';
import { MissingList } from '../missing-list';

function Summary() {
  const t = useT();
  const locale = useLocale();
  const { file } = useDesk();
  const { subject, products = [], linkage, capacity } = file.form;
  return (
    <Facts
      facts={[
        { term: t('apply.subject.nameZh'), detail: subject?.nameZh || t('list.notYet') },
        { term: t('apply.subject.uscc'), detail: <code>{subject?.uscc || t('list.notYet')}</code> },
        {
          term: t('apply.step.products'),
          detail:
            products
              .map(({ name }) => name)
              .filter(Boolean)
              .join('、') || t('list.notYet'),
        },
        {
          term: t('apply.step.linkage'),
          detail: (linkage?.models ?? []).map((model) => t(`linkageModel.${model}`)).join('、') || t('list.notYet'),
        },
        { term: t('apply.step.households'), detail: t('apply.submit.households', { count: file.households.count }) },
        {
          term: t('apply.capacity.annualKg'),
          detail: capacity?.annualKg ? formatNumber(capacity.annualKg, locale) : t('list.notYet'),
        },
        { term: t('apply.step.documents'), detail: t('apply.submit.documents', { count: file.documents.length }) },
        { term: t('application.standard'), detail: file.standard },
      ]}
    />
  );
}

/** Everything once more: what is handed in, what is still missing, what machines would find today. Then the button. */
export function SubmitStep({ onJump }: { onJump: (pointer: string) => void }) {
  const t = useT();
  const queries = useQueryClient();
  const { file, draft } = useDesk();
  const again = file.state === 'correctionsRequested';
  const submit = useSend('POST /admission/applications/{id}/submit', {
    onSuccess: (next) => {
      toast(t('apply.submit.done'));
      queries.setQueryData(routeKey('GET /admission/applications/{id}/file', { params: { id: file.id } }), next);
      void queries.invalidateQueries({ queryKey: routeKey('GET /me/applications') });
      window.scrollTo({ top: 0 });
    },
  });
  const required = file.missing.filter((one) => one.required);
  const wished = file.missing.filter((one) => !one.required);
  const send = async () => {
    if (submit.isPending || !(await draft.flush())) return;
    const key = routeKey('GET /admission/applications/{id}/file', { params: { id: file.id } });
    const { version } = queries.getQueryData<typeof file>(key) ?? file;
    submit.mutate({ params: { id: file.id }, version });
  };
  return (
    <div className="flex flex-col gap-6">
      <Summary />
      {required.length > 0 && (
        <MissingList title={t('apply.submit.required')} tone="bad" missing={required} onJump={onJump} />
      )}
      {wished.length > 0 && (
        <MissingList title={t('apply.submit.wished')} tone="attention" missing={wished} onJump={onJump} />
      )}
      <Card title={t('apply.findings.title')} level={3}>
        <FindingsInShort findings={file.findings} />
        <details className="mt-2">
          <summary className="touch text-green underline-offset-4 hover:underline">{t('apply.findings.show')}</summary>
          <Findings findings={file.findings} />
        </details>
      </Card>
      <Notice title={t('apply.submit.nextTitle')}>{t('apply.submit.next')}</Notice>
      <Problem problem={submit.error} />
      <div>
        <Button
          data-act="POST /admission/applications/{id}/submit"
          size="large"
          pending={submit.isPending}
          unavailable={required.length > 0}
          onClick={() => void send()}
        >
          {again ? t('apply.submit.again') : t('apply.submit.button')}
        </Button>
        {required.length > 0 && (
          <p className="mt-2 text-sm text-ink-soft">{t('apply.submit.notYet', { count: required.length })}</p>
        )}
      </div>
    </div>
  );
}
