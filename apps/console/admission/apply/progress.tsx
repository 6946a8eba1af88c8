import {
  Card,
  Facts,
  formatDate,
  Notice,
  TextLink,
  Timeline,
  useApi,
  useLocale,
  type Output,
  type TimelineEntry,
} from '@xihuo/ui';
import { Whole } from '../../frame/whole';
import { Day, Moment } from '../../frame/when';
import { useT } from '../../words';
import type { ApplicationFile, OwnApplication } from './file';
import { Findings, FindingsInShort } from './findings';

type Read = Output<'GET /admission/applications/{id}/progress'>;
type Event = Read['events'][number];

/** What happened, in words; departments, levels and results come as names of the api. */
function useTold(): (event: Event) => string {
  const t = useT();
  const locale = useLocale();
  return ({ kind, detail }) => {
    switch (kind) {
      case 'countySigned':
        return t(detail === 'agriculture' ? 'progress.signed.agriculture' : 'progress.signed.revitalisation');
      case 'levelChecked':
        return t(detail === 'city' ? 'progress.checked.city' : 'progress.checked.province');
      case 'noticePublished':
        return t('progress.noticePublished', { date: detail ? formatDate(detail, locale) : '' });
      case 'noticeClosed':
        return t(detail === 'passed' ? 'progress.noticePassed' : 'progress.noticeClosed');
      case 'decided':
        return t(
          detail === 'certified'
            ? 'progress.certified'
            : detail === 'withdrawn'
              ? 'progress.withdrawn'
              : 'progress.rejected',
        );
      default:
        return t(`progress.${kind}`);
    }
  };
}

/** Whose turn it is, and until when it should be done. */
function Turn({ file, own, read }: { file: ApplicationFile; own: OwnApplication; read: Read }) {
  const t = useT();
  const tone = file.state === 'certified' ? 'good' : file.state === 'rejected' ? 'bad' : 'info';
  const { notice, certified } = read;
  return (
    <Notice tone={tone} title={t(`apply.state.${file.state}`)}>
      {own.decisionReason && <p>{t('apply.reason', { reason: own.decisionReason })}</p>}
      {read.step && (
        <p>
          {t(`progress.turn.${read.step}`)}
          {read.dueOn && (
            <>
              {' '}
              {t('progress.due')}
              <Day value={read.dueOn} />
            </>
          )}
        </p>
      )}
      {file.state === 'publicNotice' && notice && (
        <p>
          {t('progress.noticeUntil')}
          <Day value={notice.endsOn} />
          {notice.objections > 0 && ` · ${t('progress.objections', { count: notice.objections })}`}
          {notice.held && ` · ${t('progress.held')}`}
        </p>
      )}
      {certified && (
        <p>
          {t('progress.validUntil')} <Day value={certified.validUntil} />
        </p>
      )}
    </Notice>
  );
}

function Happened({ events }: { events: readonly Event[] }) {
  const told = useTold();
  const entries: TimelineEntry[] = [...events].reverse().map((event, index) => ({
    id: `${event.kind}-${index}`,
    at: <Moment value={event.at} />,
    title: told(event),
    children: event.reason,
  }));
  return <Timeline entries={entries} />;
}

/** Where an application stands once it is handed in: whose turn, until when, what happened, what was found. */
export function Progress({ file, own }: { file: ApplicationFile; own: OwnApplication }) {
  const t = useT();
  const query = useApi('GET /admission/applications/{id}/progress', { params: { id: file.id } });
  return (
    <Whole query={query}>
      {(read) => (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="lg:col-span-2">
            <Turn file={file} own={own} read={read} />
          </div>
          <div className="flex min-w-0 flex-col gap-5 max-lg:order-last">
            <Card title={t('apply.findings.title')}>
              <FindingsInShort findings={file.findings} />
              <details className="mt-2">
                <summary className="touch text-green underline-offset-4 hover:underline">
                  {t('apply.findings.show')}
                </summary>
                <Findings findings={file.findings} />
              </details>
            </Card>
          </div>
          <div className="flex flex-col gap-5">
            {read.events.length > 0 && (
              <Card title={t('progress.title')}>
                <Happened events={read.events} />
              </Card>
            )}
            <Card title={t('application.facts')}>
              <Facts
                facts={[
                  { term: t('applications.kind'), detail: t(`supplierKind.${own.kind}`) },
                  {
                    term: t('apply.step.products'),
                    detail: (file.form.products ?? []).map(({ name }) => name).join('、') || t('list.notYet'),
                  },
                  {
                    term: t('apply.step.households'),
                    detail: t('apply.submit.households', { count: file.households.count }),
                  },
                  {
                    term: t('apply.step.documents'),
                    detail: t('apply.submit.documents', { count: file.documents.length }),
                  },
                  { term: t('application.standard'), detail: file.standard },
                ]}
              />
              {file.state === 'certified' && <TextLink to="/catalogue/products">{t('progress.toProducts')} →</TextLink>}
              {file.state === 'rejected' && <TextLink to="/admission/apply">{t('progress.toApply')} →</TextLink>}
            </Card>
          </div>
        </div>
      )}
    </Whole>
  );
}
