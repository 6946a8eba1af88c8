import { formatDate, TextLink, useLocale } from '@xihuo/ui';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { SECTIONS } from './sections';
import { TEXTS } from './texts';

/** A text people agree to or are told of, in plain words, with its version and since when it holds. */
function LegalPage({ text }: { text: 'privacy' | 'terms' }) {
  const t = useT();
  const locale = useLocale();
  const { version, since } = TEXTS[text];
  return (
    <NarrowPage>
      <PageTitle lead={t('legal.version', { version, since: formatDate(since, locale) })}>
        {t(`${text}.title`)}
      </PageTitle>
      <article className="flex flex-col gap-6 rounded-lg border border-line bg-surface p-5 sm:p-8">
        <p className="rounded-md bg-sunken p-4 text-ink-soft">{t(`${text}.short`)}</p>
        {SECTIONS[text].map((section, index) => (
          <section key={section}>
            <h2 className="mb-1 text-lg">
              {index + 1}. {t(`${text}.${section}.title` as 'privacy.who.title')}
            </h2>
            <p className="max-w-[42em] leading-relaxed whitespace-pre-line text-ink-soft">
              {t(`${text}.${section}.text` as 'privacy.who.text')}
            </p>
          </section>
        ))}
      </article>
      <p className="flex flex-wrap gap-4 py-4">
        <TextLink to={text === 'privacy' ? '/terms' : '/privacy'}>
          {t(text === 'privacy' ? 'terms.title' : 'privacy.title')}
        </TextLink>
        <TextLink to="/account/privacy">{t('legal.centre')}</TextLink>
      </p>
    </NarrowPage>
  );
}

export function PrivacyPolicyPage() {
  return <LegalPage text="privacy" />;
}

export function TermsPage() {
  return <LegalPage text="terms" />;
}
