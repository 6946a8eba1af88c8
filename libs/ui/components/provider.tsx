import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components/I18nProvider';
import type { Api } from '../client/api';
import { ApiProvider } from '../client/hooks';
import { useLocale } from '../i18n/translate';

/** React Aria would follow the browser; it must follow the language chosen here. */
function AriaLocale({ children }: { children: ReactNode }) {
  return <AriaI18nProvider locale={useLocale() === 'en' ? 'en-US' : 'zh-CN'}>{children}</AriaI18nProvider>;
}

/** Everything the components expect above them: the language, the api and its cache. */
export function UiProvider({ api, queries, children }: { api: Api; queries: QueryClient; children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <AriaLocale>
        <ApiProvider api={api} queries={queries}>
          {children}
        </ApiProvider>
      </AriaLocale>
    </I18nProvider>
  );
}
