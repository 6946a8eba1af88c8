import { Button, Select, TextField, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useT } from '../words';
import { thirteenMonths, withSpan, type Span } from './span';

/** From which day until which, and whose suppliers: in the address, so that a colleague sees the same. */
export function SpanForm({ span, today }: { span: Span; today: string }) {
  const t = useT();
  const [search, setSearch] = useSearchParams();
  const [asked, setAsked] = useState({ ...span, place: span.place ?? '' });
  const regions = useApi('GET /regions', {}, { staleTime: Infinity });
  const west = (regions.data?.data ?? []).filter(({ side }) => side === 'west');
  return (
    <form
      className="mb-4 grid grid-cols-2 items-end gap-x-4 gap-y-3 sm:flex sm:flex-wrap print:hidden"
      onSubmit={(event) => {
        event.preventDefault();
        setSearch((search) => {
          for (const name of ['from', 'until', 'place'] as const) {
            if (asked[name] === '') search.delete(name);
            else search.set(name, asked[name]);
          }
          return search;
        });
      }}
    >
      {(['from', 'until'] as const).map((name) => (
        <TextField
          key={name}
          type="date"
          label={t(`outcome.${name}`)}
          value={asked[name]}
          onChange={(event) => setAsked({ ...asked, [name]: event.target.value })}
        />
      ))}
      {/* On a phone the days stand side by side, and the place below them with the button. */}
      <div className="col-span-2 flex items-end gap-4">
        <div className="min-w-0 grow">
          <Select
            label={t('outcome.place')}
            optional
            placeholder={t('outcome.everywhere')}
            value={asked.place}
            choices={west.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(event) => setAsked({ ...asked, place: event.target.value })}
          />
        </div>
        <Button type="submit" look="secondary">
          {t('outcome.show')}
        </Button>
        <Link
          to={withSpan(search, thirteenMonths(today))}
          className="touch whitespace-nowrap text-green underline-offset-4 hover:underline"
        >
          {t('outcome.thirteenMonths')}
        </Link>
      </div>
    </form>
  );
}
