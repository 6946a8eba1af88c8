import { forgetIdempotencyKey, idempotencyKey, useApiClient, type Input, type RouteKey } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { AskedField } from '../../admission/watching/act';
import { asksFor, faultsOf, firstValues, type ActField, type Values } from '../../admission/watching/act-fields';
import { useT } from '../../words';
import type { BulkAct } from './bulk-bar';
import { BulkDialog } from './bulk-dialog';

/** The same step for many rows: what it asks for is typed once, and each row is sent by itself, by the route of the single one. */
export interface ActForMany<K extends RouteKey, Row> {
  route: K;
  /** Where one route has several of them. */
  id?: string;
  word: string;
  /** What follows from it, for these rows. */
  lead: (rows: readonly Row[]) => ReactNode;
  /** danger where it takes something away: then the count is typed. */
  look?: 'danger';
  fields: readonly ActField[];
  can: (row: Row) => boolean;
  rowKey: (row: Row) => string;
  name: (row: Row) => string;
  /** Where a row is looked at. */
  to: (row: Row) => string;
  input: (row: Row, values: Values) => Omit<Input<K>, 'idempotencyKey'>;
  /** Where the route wants a key: what makes two tries of a row one. */
  once?: (row: Row) => string;
}

export function actForMany<K extends RouteKey, Row>(act: ActForMany<K, Row>): BulkAct<Row> {
  return {
    id: act.id ?? act.route,
    route: act.route,
    word: act.word,
    can: act.can,
    look: act.look ?? 'secondary',
    ask: (rows, close) => <AskForMany act={act} rows={rows} onClose={close} />,
  };
}

interface AskForManyProps<K extends RouteKey, Row> {
  act: ActForMany<K, Row>;
  rows: readonly Row[];
  onClose: () => void;
}

function AskForMany<K extends RouteKey, Row>({ act, rows, onClose }: AskForManyProps<K, Row>) {
  const t = useT();
  const api = useApiClient() as (route: K, input: Input<K>) => Promise<unknown>;
  const [values, setValues] = useState(() => firstValues(act.fields));
  const [tried, setTried] = useState(false);
  const faults = faultsOf(act.fields, values);
  const send = async (row: Row) => {
    const input = act.input(row, values);
    const once = act.once?.(row);
    const key = once === undefined ? {} : { idempotencyKey: idempotencyKey(once, input) };
    await api(act.route, { ...input, ...key } as Input<K>);
    if (once !== undefined) forgetIdempotencyKey(once);
  };
  return (
    <BulkDialog
      title={act.word}
      text={act.lead(rows)}
      look={act.look ?? 'primary'}
      {...{ rows, send, onClose }}
      rowKey={act.rowKey}
      name={act.name}
      to={act.to}
      ready={() => {
        setTried(true);
        return Object.keys(faults).length === 0;
      }}
    >
      {act.fields
        .filter((field) => asksFor(field, values))
        .map((field) => (
          <AskedField
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={tried && faults[field.name] ? t(`act.${faults[field.name]!}`) : null}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
    </BulkDialog>
  );
}
