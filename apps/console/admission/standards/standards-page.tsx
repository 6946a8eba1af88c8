import { Badge, Button, Select, TextField, useApi, useLocale, usePages, useSend, type Tone } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ActDialog } from '../../frame/act-dialog';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink } from '../../frame/views';
import { Day, Moment } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { useAfter } from '../products/use-after';
import { STANDARD_READS, type Standard } from './standard';

const tones: Record<Standard['state'], Tone> = {
  draft: 'neutral',
  commenting: 'attention',
  published: 'good',
  withdrawn: 'neutral',
};

export function StandardBadge({ state }: { state: Standard['state'] }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(`standardState.${state}`)}</Badge>;
}

/** Admission standards: what binds, what bound, what is on its way. */
export function StandardsPage() {
  const t = useT();
  const known = useApi('GET /standards', {});
  const [beginning, setBeginning] = useState(false);
  const published = known.data?.data.filter(({ status }) => status !== 'commenting');
  return (
    <Page
      title={t('menu.standards')}
      lead={t('standards.lead')}
      actions={
        hasRole(useMe(), ['operator']) && (
          <Button
            data-act="POST /admission/standards"
            unavailable={!published?.length}
            onClick={() => setBeginning(true)}
          >
            {t('standards.begin')}
          </Button>
        )
      }
    >
      <h2 className="text-lg">{t('standards.published')}</h2>
      <Published />
      <h2 className="mt-8 text-lg">{t('standards.drafts')}</h2>
      <Drafts />
      {beginning && published && (
        <Begin versions={published.map(({ standard }) => standard)} onClose={() => setBeginning(false)} />
      )}
    </Page>
  );
}

const versionColumn = (header: string) => ({
  id: 'standard',
  header,
  rowHeader: true,
  cell: ({ standard }: { standard: string }) => <RowLink to={`/admission/standards/${standard}`}>{standard}</RowLink>,
});

function Published() {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const query = useApi('GET /standards', {});
  return (
    <Listing
      id="standards"
      query={{
        ...query,
        rows: query.data?.data.filter(({ status }) => status !== 'commenting'),
        isFetchingNextPage: false,
        hasNextPage: false,
        fetchNextPage: () => undefined,
      }}
      caption={t('standards.published')}
      rowKey={(row) => row.standard}
      empty={{ title: t('standards.none'), text: '' }}
      columns={[
        versionColumn(t('standards.version')),
        { id: 'title', header: t('standards.title'), cell: (row) => row.title[language] },
        {
          id: 'status',
          header: t('list.state'),
          cell: (row) => (
            <Badge tone={row.status === 'inForce' ? 'good' : row.status === 'coming' ? 'info' : 'neutral'}>
              {t(`standardStatus.${row.status}`)}
            </Badge>
          ),
        },
        { id: 'from', header: t('standards.from'), cell: (row) => <Day value={row.effectiveFrom} /> },
        { id: 'to', header: t('standards.to'), cell: (row) => <Day value={row.effectiveTo} /> },
        { id: 'criteria', header: t('standards.criteria'), numeric: true, cell: (row) => row.criteria },
      ]}
    />
  );
}

function Drafts() {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const query = usePages('GET /admission/standards', { query: {} });
  return (
    <Listing
      id="standard-drafts"
      query={query}
      caption={t('standards.drafts')}
      rowKey={(row) => row.standard}
      empty={{ title: t('standards.noDrafts'), text: t('standards.noDraftsText') }}
      columns={[
        versionColumn(t('standards.version')),
        { id: 'title', header: t('standards.title'), cell: (row) => row.title[language] },
        { id: 'state', header: t('list.state'), cell: (row) => <StandardBadge state={row.state} /> },
        { id: 'until', header: t('standards.commentsUntil'), cell: (row) => <Day value={row.commentsUntil} /> },
        {
          id: 'unanswered',
          header: t('standards.unanswered'),
          numeric: true,
          cell: (row) => (row.unanswered > 0 ? <Badge tone="attention">{row.unanswered}</Badge> : 0),
        },
        { id: 'drafted', header: t('edition.draftedAt'), cell: (row) => <Moment value={row.draftedAt} /> },
      ]}
    />
  );
}

/** The number after the newest: 2026-1 makes 2026-2. */
export function nextVersion(versions: readonly string[]): string {
  const numbers = versions.map((version) => version.split('-').map(Number) as [number, number]);
  const [year, number] = numbers.sort(([a, b], [c, d]) => c - a || d - b)[0] ?? [new Date().getFullYear(), 0];
  return `${year}-${number + 1}`;
}

function Begin({ versions, onClose }: { versions: readonly string[]; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [standard, setStandard] = useState(() => nextVersion(versions));
  const [basedOn, setBasedOn] = useState(versions[0] ?? '');
  const [title, setTitle] = useState({ zh: '准入标准', en: 'Admission standard' });
  const [tried, setTried] = useState(false);
  const after = useAfter({ routes: STANDARD_READS, told: t('standards.begun') });
  const send = useSend('POST /admission/standards', {
    ...after,
    onSuccess: (draft) => {
      after.onSuccess();
      void navigate(`/admission/standards/${draft.standard}`);
    },
  });
  const named = /^\d{4}-\d{1,3}$/.test(standard);
  const missing = (value: string) => (tried && value.trim() === '' ? t('editions.titleMissing') : null);
  const submit = () => {
    setTried(true);
    if (named && title.zh.trim() !== '' && title.en.trim() !== '') send.mutate({ body: { standard, basedOn, title } });
  };
  return (
    <ActDialog
      title={t('standards.begin')}
      submit={t('standards.begin')}
      text={t('standards.beginText')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('standards.version')}
        hint={t('standards.versionHint')}
        value={standard}
        error={tried && !named ? t('standards.versionHint') : null}
        onChange={(event) => setStandard(event.target.value)}
      />
      <Select
        label={t('standards.basedOn')}
        value={basedOn}
        choices={versions.map((value) => ({ value, label: value }))}
        onChange={(event) => setBasedOn(event.target.value)}
      />
      <TextField
        label={t('editions.titleZh')}
        maxLength={120}
        value={title.zh}
        error={missing(title.zh)}
        onChange={(event) => setTitle({ ...title, zh: event.target.value })}
      />
      <TextField
        label={t('editions.titleEn')}
        maxLength={200}
        value={title.en}
        error={missing(title.en)}
        onChange={(event) => setTitle({ ...title, en: event.target.value })}
      />
    </ActDialog>
  );
}
