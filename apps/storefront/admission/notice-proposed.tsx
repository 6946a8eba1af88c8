import { Facts, formatDate, TextLink, useApi, useLocale, type Fact } from '@xihuo/ui';
import { useT } from '../words';
import type { NoticeWhole } from './notice-page';

type Application = NonNullable<NoticeWhole['application']>;

function ofApplication(application: Application, t: ReturnType<typeof useT>, locale: ReturnType<typeof useLocale>) {
  const { kind, uscc, products, standardVersion, recommendedBy } = application;
  const facts: (Fact | false)[] = [
    { term: t('register.kind'), detail: t(`kind.${kind}`) },
    { term: t('supplier.uscc'), detail: <span className="font-mono break-all">{uscc}</span> },
    products.length > 0 && { term: t('notice.products'), detail: <span lang="zh-CN">{products.join('、')}</span> },
    recommendedBy.length > 0 && {
      term: t('supplier.recommendedBy'),
      detail: recommendedBy.map(({ department, signedOn }) => (
        <span key={department} className="block">
          {t('supplier.recommended', {
            department: t(`department.${department}`),
            date: formatDate(signedOn, locale),
          })}
        </span>
      )),
    },
    {
      term: t('nav.standards'),
      detail: <TextLink to={`/standards/${standardVersion}`}>{standardVersion}</TextLink>,
    },
  ];
  return facts.filter((fact) => fact !== false);
}

function ProposedRecognition({ id }: { id: string }) {
  const t = useT();
  const { data } = useApi('GET /recognitions/{id}', { params: { id } });
  if (!data) return null;
  return (
    <Facts
      facts={[
        { term: t('recognition.product'), detail: <span lang="zh-CN">{data.product.name}</span> },
        {
          term: t('recognition.issuer'),
          detail: (
            <>
              <span lang="zh-CN">{data.issuer.name}</span> · {t(`issuer.${data.issuer.kind}`)}
            </>
          ),
        },
        { term: t('recognition.scheme'), detail: <span lang="zh-CN">{data.scheme}</span> },
        ...data.evidence.map(({ kind, reference }) => ({
          term: t(`evidence.${kind}`),
          detail: <span lang="zh-CN">{reference}</span>,
        })),
      ]}
    />
  );
}

/** The particulars of what is proposed, so that who knows better can say so. */
export function Proposed({ notice }: { notice: NoticeWhole }) {
  const t = useT();
  const locale = useLocale();
  return (
    <section aria-labelledby="proposed" className="mt-6 border-t border-line pt-5">
      <h2 id="proposed" className="mb-2 text-base">
        {t('notice.proposed')}
      </h2>
      {notice.application ? (
        <Facts facts={ofApplication(notice.application, t, locale)} />
      ) : (
        <ProposedRecognition id={notice.subjectId} />
      )}
    </section>
  );
}
