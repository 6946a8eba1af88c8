import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { I18nProvider as AriaI18nProvider } from 'react-aria-components/I18nProvider';
import type { Api } from '../client/api';
import { ApiProvider } from '../client/hooks';
import { useLocale } from '../i18n/translate';
import { LinkContext, type LinkProps } from './linking';

/** React Aria would follow the browser; it must follow the language chosen here. */
function AriaLocale({ children }: { children: ReactNode }) {
  return <AriaI18nProvider locale={useLocale() === 'en' ? 'en-US' : 'zh-CN'}>{children}</AriaI18nProvider>;
}

interface UiProviderProps {
  api: Api;
  queries: QueryClient;
  /** How the app follows links; by a step to another document where absent. */
  link?: ComponentType<LinkProps> | undefined;
  children: ReactNode;
}

/** Everything the components expect above them: the language, the api and its cache, the way links are followed. */
export function UiProvider({ api, queries, link, children }: UiProviderProps) {
  const below = link ? <LinkContext value={link}>{children}</LinkContext> : children;
  return (
    <I18nProvider i18n={i18n}>
      <AriaLocale>
        <ApiProvider api={api} queries={queries}>
          {below}
        </ApiProvider>
      </AriaLocale>
    </I18nProvider>
  );
}
