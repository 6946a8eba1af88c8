import { formatDate, LinkButton, useLocale, usePages } from '@xihuo/ui';
import { Link } from 'react-router';
import { useT } from '../words';
import { FilterRow, ProvinceFilter, useFilter } from './filters';
import { Place, type Recognition } from './marks';
import { Listing } from './reading';
import { RecordPage } from './record-page';

function RecognitionRow({ recognition }: { recognition: Recognition }) {
  const t = useT();
  const locale = useLocale();
  const { product, supplier, county, issuer, scheme, validUntil } = recognition;
  return (
    <li className="border-b border-line">
      <Link to={`/recognitions/${recognition.id}`} className="group grid gap-x-6 py-4 sm:grid-cols-[1fr_auto]">
        <span>
          <span lang="zh-CN" className="text-lg font-semibold text-green underline-offset-4 group-hover:underline">
            {product.name}
          </span>
          <span className="block text-ink-soft">
            <span lang="zh-CN">{supplier.name}</span> · <Place county={county} />
          </span>
          <span className="block text-sm text-ink-faint">
            {t(`issuer.${issuer.kind}`)}：<span lang="zh-CN">{`${issuer.name}，${scheme}`}</span>
          </span>
        </span>
        {validUntil && (
          <span className="text-sm text-ink-faint sm:self-center">
            {t('supplier.validUntil', { date: formatDate(validUntil, locale) })}
          </span>
        )}
      </Link>
    </li>
  );
}

/** The recognitions in force. */
export function RecognitionsPage() {
  const t = useT();
  const { get } = useFilter();
  const list = usePages('GET /recognitions', { query: { province: get('province'), limit: 20 } });
  const empty = {
    title: t('recognitions.none'),
    text: t('recognitions.noneText'),
    action: (
      <LinkButton look="secondary" to="/notices">
        {t('nav.notices')}
      </LinkButton>
    ),
  };
  return (
    <RecordPage title={t('nav.recognitions')} lead={t('recognitions.lead')} data="/recognitions">
      <FilterRow label={t('nav.recognitions')}>
        <ProvinceFilter />
      </FilterRow>
      <Listing query={list} empty={empty}>
        {(rows) => (
          <ul className="border-t border-line">
            {rows.map((recognition) => (
              <RecognitionRow key={recognition.id} recognition={recognition} />
            ))}
          </ul>
        )}
      </Listing>
    </RecordPage>
  );
}
