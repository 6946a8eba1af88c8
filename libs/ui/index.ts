/** The door of the shared web library. Wider than a context's ten names, since each is one component or hook. */
export { UiProvider } from './components/provider';
export { Button } from './components/button';
export { LinkButton } from './components/link-button';
export { TextLink } from './components/text-link';
export { Checkbox, FormErrors, Select, TextArea, TextField, type FormFault } from './components/field';
export { NumberStepper } from './components/number-stepper';
export { Dialog } from './components/dialog';
export { Tabs } from './components/tabs';
export { Badge, Notice, type Tone } from './components/badge';
export { Card, Facts, type Fact } from './components/card';
export { Table, type Column } from './components/table';
export { Money } from './components/money';
export { EmptyState, ErrorBoundary, ErrorState, Loading, Skeleton, useProblemText } from './components/states';
export { Steps, Timeline, type TimelineEntry } from './components/timeline';
export { toast, ToastRegion } from './components/toast';
export { DemoBanner, Footer, LanguageSwitch, OfflineBanner, SkipLink } from './components/frame';
export { useTitle } from './components/head';
export { classes } from './components/classes';
export * as phoneCodes from './components/phone-codes';

export { createClient, type Api, type Input, type Output, type RouteKey } from './client/api';
export { createQueryClient, routeKey, useApi, useApiClient, usePages, useSend } from './client/hooks';
export { ApiProblem } from './client/problem';
export { forgetIdempotencyKey, idempotencyKey } from './client/idempotency';

export { makeUseT, needWords, startI18n, useLocale, type Words } from './i18n/translate';
export * as serving from './serving/serving';
export type { Locale, Translation } from './i18n/catalog';
export * as wordChecks from './i18n/same-words';
export { formatBasisPoints, formatDate, formatDateTime, formatMoney, formatNumber, formatWeight } from './i18n/format';
