import { useRef, useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useT } from '../words';
import { Icon } from './icons';

/** Chinese, pinyin or initials; the server understands all three. A form, so that Enter in an input method only composes. */
export function SearchBox() {
  const [params] = useSearchParams();
  const asked = params.get('q') ?? '';
  // Another search, or Back, brings its own words into the box.
  return <SearchForm key={asked} asked={asked} />;
}

function SearchForm({ asked }: { asked: string }) {
  const t = useT();
  const navigate = useNavigate();
  const [text, setText] = useState(asked);
  const input = useRef<HTMLInputElement>(null);

  const search = (event: FormEvent) => {
    event.preventDefault();
    const q = text.trim();
    input.current?.blur();
    void navigate(q ? `/products?${new URLSearchParams({ q }).toString()}` : '/products');
  };
  return (
    <form role="search" onSubmit={search} className="relative flex min-w-0 flex-1">
      <input
        ref={input}
        type="search"
        name="q"
        value={text}
        onChange={(event) => setText(event.target.value)}
        enterKeyHint="search"
        autoComplete="off"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        className="min-h-target w-full rounded-full border border-line-strong bg-surface ps-4 pe-12 sm:pe-16 placeholder:text-ink-faint"
      />
      <button
        type="submit"
        className="absolute inset-y-0 end-0 flex min-w-target items-center justify-center rounded-e-full px-3 text-sm font-medium text-green hover:bg-green-wash sm:px-4"
      >
        <span className="sm:hidden">
          <Icon name="search" />
        </span>
        <span className="max-sm:sr-only">{t('search.submit')}</span>
      </button>
    </form>
  );
}
