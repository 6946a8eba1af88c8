import { Card, useLocale } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import type { Agreement } from './parts';

type Tongue = 'zh' | 'en';
const TONGUES = [
  { tongue: 'zh', lang: 'zh-CN', word: '中文' },
  { tongue: 'en', lang: 'en', word: 'English' },
] as const;

/** The page the household reads and signs, word for word, in either language. */
export function PlainWords({ words, number }: { words: Agreement['words']; number: string }) {
  const t = useT();
  const locale = useLocale();
  const [tongue, setTongue] = useState<Tongue>(locale === 'en' ? 'en' : 'zh');
  const { lang } = TONGUES.find((one) => one.tongue === tongue)!;
  return (
    <Card
      title={t('agreement.words')}
      aside={
        <span className="flex gap-1" role="group" aria-label={t('agreement.wordsIn')}>
          {TONGUES.map((one) => (
            <button
              key={one.tongue}
              type="button"
              lang={one.lang}
              aria-pressed={one.tongue === tongue}
              onClick={() => setTongue(one.tongue)}
              className="min-h-target rounded-md px-3 text-sm text-ink-soft hover:bg-sunken aria-pressed:bg-green-wash aria-pressed:font-semibold aria-pressed:text-green"
            >
              {one.word}
            </button>
          ))}
        </span>
      }
    >
      <article lang={lang} className="rounded-md border border-line bg-paper px-5 py-6 sm:px-10 sm:py-8">
        <h3 className="text-center text-xl">{words.title[tongue]}</h3>
        <p className="numeric mt-1 text-center text-sm text-ink-faint">{number}</p>
        <ol className="mt-5 flex max-w-[42em] list-decimal flex-col gap-3 ps-6 text-lg leading-relaxed marker:text-ink-faint">
          {words.sentences.map((sentence, index) => (
            <li key={index} className="ps-1">
              {sentence[tongue]}
            </li>
          ))}
        </ol>
      </article>
      <p className="mt-3 text-xs text-ink-faint">
        {t('agreement.hash')} <code className="break-all select-all">{words.hash}</code>
      </p>
    </Card>
  );
}
