import { Notice, useLocale } from '@xihuo/ui';
import { inLanguage } from '../../frame/in-language';
import type { ApplicationFile } from './file';

interface MissingListProps {
  title: string;
  tone: 'bad' | 'attention';
  missing: ApplicationFile['missing'];
  onJump: (pointer: string) => void;
}

/** What is missing, each line a way to the field where it is filled in. */
export function MissingList({ title, tone, missing, onJump }: MissingListProps) {
  const locale = useLocale();
  return (
    <Notice tone={tone} title={title}>
      <ul className="flex flex-wrap gap-x-5">
        {missing.map(({ pointer, sentence }) => (
          <li key={pointer}>
            <button
              type="button"
              onClick={() => onJump(pointer)}
              className="min-h-target text-start text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
            >
              {inLanguage(sentence, locale)}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
