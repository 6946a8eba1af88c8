import { Badge, Card, EmptyState, Facts, formatDate, formatNumber, useLocale, type Fact } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { useT } from '../../words';
import type { Application, File } from './case';

type Form = File['form'];

/** What has to be changed stands where it has to be changed. */
function useNoted(file: File) {
  const t = useT();
  return (pointer: string, detail: ReactNode): ReactNode => {
    const notes = file.correction?.fields.filter(
      (field) => field.pointer === pointer || field.pointer.startsWith(`${pointer}/`),
    );
    return (
      <>
        {detail === '' || detail === null || detail === undefined ? (
          <span className="text-ink-faint">{t('review.form.untold')}</span>
        ) : (
          detail
        )}
        {notes?.map(({ note }) => (
          <span key={note} className="block text-sm text-amber">
            {t('review.form.corrected', { note })}
          </span>
        ))}
      </>
    );
  };
}

function Subject({
  file,
  subject,
  county,
}: {
  file: File;
  subject: NonNullable<Form['subject']>;
  county: Application['county'];
}) {
  const t = useT();
  const locale = useLocale();
  const noted = useNoted(file);
  const fact = (field: Exclude<keyof typeof subject, 'licenceWithoutTerm'>, detail: ReactNode): Fact => ({
    term: t(`review.field.subject.${field}`),
    detail: noted(`/subject/${field}`, detail),
  });
  const until = subject.licenceWithoutTerm
    ? t('review.form.term')
    : subject.licenceValidUntil && formatDate(subject.licenceValidUntil, locale);
  return (
    <Card title={t('review.field.group.subject')}>
      <Facts
        facts={[
          fact('nameZh', subject.nameZh),
          fact('nameEn', subject.nameEn),
          fact('kind', t(`supplierKind.${subject.kind}`)),
          fact('uscc', <span className="font-mono break-all">{subject.uscc}</span>),
          fact(
            'countyCode',
            subject.countyCode === county.code ? `${county.provinceName} ${county.name}` : subject.countyCode,
          ),
          fact('address', subject.address),
          fact('legalRepresentative', subject.legalRepresentative),
          fact('establishedOn', subject.establishedOn && formatDate(subject.establishedOn, locale)),
          fact('licenceValidUntil', until),
        ]}
      />
    </Card>
  );
}

function Goods({ file, form }: { file: File; form: Form }) {
  const t = useT();
  const locale = useLocale();
  const noted = useNoted(file);
  const licences = (form.licences?.foodLicences ?? []).map(({ number, validUntil, issuer }) => (
    <span key={number} className="block">
      <span className="font-mono break-all">{number}</span>{' '}
      {[issuer, validUntil && t('review.form.until', { date: formatDate(validUntil, locale) })]
        .filter(Boolean)
        .join(' · ')}
    </span>
  ));
  const products = (form.products ?? []).map(({ name, category, scClass, reference }, index) => (
    <span key={`${reference} ${index}`} className="block">
      {name} {category && <Badge>{t(`category.${category}`)}</Badge>}{' '}
      {scClass && <span className="text-sm text-ink-faint">{t('review.form.scClass', { code: scClass })}</span>}
    </span>
  ));
  return (
    <Card title={t('review.field.group.products')}>
      <Facts
        facts={[
          { term: t('review.field.products'), detail: noted('/products', products.length > 0 ? products : null) },
          {
            term: t('review.field.licences.foodLicences'),
            detail: noted('/licences/foodLicences', licences.length > 0 ? licences : null),
          },
          {
            term: t('review.field.licences.operationLicence'),
            detail: noted('/licences/operationLicence', form.licences?.operationLicence),
          },
        ]}
      />
    </Card>
  );
}

function Linkage({ file, form }: { file: File; form: Form }) {
  const t = useT();
  const noted = useNoted(file);
  const models = (form.linkage?.models ?? []).map((model) => t(`review.model.${model}`)).join(t('review.list'));
  const byModel = file.households.byModel.map(
    ({ model, count }) => `${t(`review.model.${model}`)} ${t('review.form.householdsCount', { count })}`,
  );
  return (
    <Card title={t('review.field.group.linkage')}>
      <Facts
        facts={[
          {
            term: t('review.form.households'),
            detail: noted(
              '/households',
              <>
                {t('review.form.householdsCount', { count: file.households.count })}
                {byModel.length > 1 && ` (${byModel.join(t('review.list'))})`}
                <span className="block text-sm text-ink-faint">{t('review.form.householdsText')}</span>
              </>,
            ),
          },
          { term: t('review.field.linkage.models'), detail: noted('/linkage/models', models) },
          {
            term: t('review.field.linkage.description'),
            detail: noted('/linkage/description', form.linkage?.description),
          },
          ...(file.mandate
            ? [{ term: t('review.form.mandate'), detail: noted('/mandate', file.mandate.producer.name) }]
            : []),
        ]}
      />
    </Card>
  );
}

function Supply({ file, form }: { file: File; form: Form }) {
  const t = useT();
  const locale = useLocale();
  const noted = useNoted(file);
  const { annualKg = null, shipWithinHours = null, months = [], note } = form.capacity ?? {};
  const kg = annualKg === null ? null : t('review.form.kg', { count: formatNumber(annualKg, locale) });
  const hours = shipWithinHours === null ? null : t('review.form.hours', { count: shipWithinHours });
  const list = months.length === 0 ? null : t('review.form.months', { list: months.join(t('review.list')) });
  return (
    <Card title={t('review.field.group.capacity')}>
      <Facts
        facts={[
          { term: t('review.field.capacity.annualKg'), detail: noted('/capacity/annualKg', kg) },
          { term: t('review.field.capacity.shipWithinHours'), detail: noted('/capacity/shipWithinHours', hours) },
          { term: t('review.field.capacity.months'), detail: noted('/capacity/months', list) },
          { term: t('review.field.capacity.note'), detail: noted('/capacity/note', note) },
          { term: t('review.form.merchant'), detail: t(`review.form.merchant.${file.merchant}`) },
        ]}
      />
    </Card>
  );
}

const UNDERTAKINGS = ['truthful', 'noPenalty', 'publication'] as const;

function Undertakings({ form }: { form: Form }) {
  const t = useT();
  return (
    <Card title={t('review.field.group.undertakings')}>
      <ul className="flex flex-col gap-1.5">
        {UNDERTAKINGS.map((one) => (
          <li key={one} className="flex items-baseline justify-between gap-4">
            {t(`review.form.undertaking.${one}`)}
            {form.undertakings?.[one] ? (
              <Badge tone="good">{t('review.form.given')}</Badge>
            ) : (
              <Badge tone="attention">{t('review.form.notGiven')}</Badge>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The form as it was handed in, with what has to be changed beside each field. */
export function FormView({ file, county }: { file: File; county: Application['county'] }) {
  const t = useT();
  const { form } = file;
  if (!form.subject) {
    return <EmptyState title={t('review.form.empty')}>{t('review.form.emptyText')}</EmptyState>;
  }
  return (
    <div className="grid items-start gap-5 2xl:grid-cols-2">
      <Subject file={file} subject={form.subject} county={county} />
      <Goods file={file} form={form} />
      <Linkage file={file} form={form} />
      <Supply file={file} form={form} />
      <Undertakings form={form} />
    </div>
  );
}
