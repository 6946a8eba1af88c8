import { classes } from '@xihuo/ui';
import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useT } from '../words';
import { Icon } from './icons';
import { clearSearches, noteSearch } from './search-history';
import { SuggestionList } from './suggestion-list';
import { searchPath, useSuggestions, type Suggestion } from './suggestions';

/** Chinese, pinyin or initials; the server understands all three. A form, so that Enter in an input method only composes. */
export function SearchBox() {
  const [params] = useSearchParams();
  const asked = params.get('q') ?? '';
  // Another search, or Back, brings its own words into the box.
  return <SearchForm key={asked} asked={asked} />;
}

/** The longest question the server takes. */
const LONGEST = 100;

/** The line under the arrow keys: none, or one of them, round and round. */
function useChosen(lines: readonly Suggestion[]) {
  const [at, setAt] = useState(-1);
  const chosen = at < lines.length ? at : -1;
  const move = (step: 1 | -1) => {
    const places = lines.length + 1;
    setAt(((chosen + 1 + step + places) % places) - 1);
  };
  return { chosen, move, none: () => setAt(-1) };
}

/** What is in the box, what it may become, and what keys and clicks do. */
function useBox(asked: string) {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(asked);
  const [open, setOpen] = useState(false);
  const [composing, setComposing] = useState(false);
  const lines = useSuggestions(text, { active: open, composing });
  const { chosen, move, none } = useChosen(lines);
  const shown = open && lines.length > 0;

  const leave = (to: string) => {
    setOpen(false);
    none();
    input.current?.blur();
    void navigate(to);
  };
  const search = (event: FormEvent) => {
    event.preventDefault();
    const q = text.trim();
    if (q) noteSearch(q);
    leave(q ? searchPath(q) : '/products');
  };
  const choose = (line: Suggestion) => {
    if (line.group === 'history' || line.group === 'hot') {
      setText(line.label);
      noteSearch(line.label);
    }
    leave(line.to);
  };
  const type = (next: string) => {
    setText(next);
    setOpen(true);
    none();
  };
  /** Who stands on the button below the box goes back to it, or would stand on what is gone. */
  const close = () => {
    input.current?.focus();
    setOpen(false);
    none();
  };
  const clear = () => {
    clearSearches();
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    // While an input method composes, its keys are its own; Safari says so of the last of them by its code alone.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) move(event.key === 'ArrowDown' ? 1 : -1);
      setOpen(true);
    } else if (event.key === 'Enter' && shown && chosen >= 0) {
      event.preventDefault();
      choose(lines[chosen]!);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      close();
    }
  };
  return { input, text, lines, chosen, shown, setOpen, setComposing, search, choose, type, press, close, clear };
}

function SearchForm({ asked }: { asked: string }) {
  const t = useT();
  const listId = useId();
  const { input, text, lines, chosen, shown, setOpen, setComposing, search, choose, type, press, close, clear } =
    useBox(asked);
  return (
    <form
      role="search"
      action="/products"
      onSubmit={search}
      // The keyboard goes on from the box to what is below it, and the list closes once it has left both.
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
      className={classes(
        'relative flex min-w-0 flex-1 md:max-lg:order-last md:max-lg:basis-full',
        'lg:max-xl:in-data-elder:order-last lg:max-xl:in-data-elder:basis-full',
        'lg:max-xl:[&:lang(en)]:order-last lg:max-xl:[&:lang(en)]:basis-full',
        'xl:max-2xl:in-data-elder:[&:lang(en)]:order-last xl:max-2xl:in-data-elder:[&:lang(en)]:basis-full',
      )}
    >
      <input
        ref={input}
        type="search"
        name="q"
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && chosen >= 0 ? `${listId}-${chosen}` : undefined}
        value={text}
        maxLength={LONGEST}
        onChange={(event) => type(event.target.value)}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onKeyDown={press}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        enterKeyHint="search"
        autoComplete="off"
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        className={classes(
          'min-h-target w-full rounded-full border border-line-strong bg-surface ps-4 pe-12 sm:pe-16 placeholder:text-ink-faint',
          '[&::-webkit-search-cancel-button]:hidden',
        )}
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
      <SuggestionList
        id={listId}
        lines={lines}
        shown={shown}
        chosen={chosen}
        onChoose={choose}
        onClear={clear}
        onClose={close}
      />
      <span role="status" className="sr-only">
        {shown ? t('suggest.count', { count: lines.length }) : ''}
      </span>
    </form>
  );
}
