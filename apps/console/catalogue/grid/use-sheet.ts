import { useState } from 'react';
import { cellOf, differs, FIELDS, standing, tidied, type Edits, type PackRow } from './cells';
import { cellsIn, pasted } from './clipboard';
import { NOTHING, redone, saved, typed, undone, type History } from './history';

export interface Place {
  row: number;
  column: number;
}

const stoodIn = (rows: readonly PackRow[]): Edits =>
  new Map(rows.flatMap((row) => FIELDS.map((field) => [cellOf(row.skuId, field), standing(row, field)])));

/** What is typed on the sheet, where the keyboard stands, and what keys and the clipboard make of both. */
export function useSheet(read: readonly PackRow[]) {
  /** The rows as they were sent: while they are being saved, what is typed is typed over these. */
  const [sent, setSent] = useState<readonly PackRow[] | null>(null);
  const rows = sent ?? read;
  const [history, setHistory] = useState<History>(NOTHING);
  const [place, setPlace] = useState<Place>({ row: 0, column: 0 });
  /** The text of the cell that is being typed into. */
  const [editing, setEditing] = useState<string | null>(null);
  const row = rows[place.row];
  const field = FIELDS[place.column]!;
  const textOf = (one: PackRow, at: (typeof FIELDS)[number]) =>
    history.edits.get(cellOf(one.skuId, at)) ?? standing(one, at);

  const stand = (next: Place) => {
    setEditing(null);
    setPlace({
      row: Math.max(0, Math.min(rows.length - 1, next.row)),
      column: Math.max(0, Math.min(FIELDS.length - 1, next.column)),
    });
  };
  const put = (text: string) => {
    if (!row) return;
    const kept = tidied(text);
    const changed = kept !== '' && differs(row, field, kept);
    setHistory((old) => typed(old, new Map([[cellOf(row.skuId, field), changed ? kept : undefined]])));
  };
  const keep = () => {
    if (editing !== null) put(editing);
    setEditing(null);
  };
  return {
    ...{ history, place, editing, stand, keep, textOf },
    begin: (text?: string) => {
      if (row) setEditing(text ?? textOf(row, field));
    },
    edit: setEditing,
    cancel: () => setEditing(null),
    clear: () => put(''),
    copied: () => (row ? textOf(row, field) : ''),
    paste: (text: string) => setHistory((old) => typed(old, pasted(rows, place, cellsIn(text)))),
    undo: () => setHistory(undone),
    redo: () => setHistory(redone),
    send: () => setSent(rows),
    /** Of what was sent, that which stands now. */
    settle: (now: Edits) => {
      setHistory((old) => saved(old, now, stoodIn(rows)));
      setSent(null);
    },
  };
}

export type Sheet = ReturnType<typeof useSheet>;
