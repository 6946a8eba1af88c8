import { useT } from '../words';
import { Views } from './views';

interface WhatWaitsProps {
  /** In the address. */
  name?: string;
  /** Beside all of it. */
  views: readonly { value: string; word: string }[];
}

/** The views of a list by what in it waits for the reader, as the first page counts it. */
export function WhatWaits({ name = 'view', views }: WhatWaitsProps) {
  const t = useT();
  return <Views name={name} label={t('waiting.views')} views={[{ value: '', word: t('waiting.all') }, ...views]} />;
}
