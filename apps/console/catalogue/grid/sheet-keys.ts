import type { KeyboardEvent } from 'react';
import type { Sheet } from './use-sheet';

const STEPS: Readonly<Record<string, readonly [down: number, over: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-15, 0],
  PageDown: [15, 0],
};

/** While a cell is typed into: Enter keeps it and goes down, Tab beside, Escape leaves it as it was. */
export function pressInCell(event: KeyboardEvent, sheet: Sheet): void {
  if (event.nativeEvent.isComposing) return;
  const { row, column } = sheet.place;
  if (event.key === 'Escape') sheet.cancel();
  else if (event.key === 'Enter' || event.key === 'Tab') {
    const back = event.shiftKey ? -1 : 1;
    sheet.keep();
    sheet.stand(event.key === 'Enter' ? { row: row + back, column } : { row, column: column + back });
  } else return;
  event.preventDefault();
  event.stopPropagation();
}

/** On a cell: arrows go, Enter and F2 type into it, a figure begins it anew, Delete leaves it as it was. */
export function pressOnCell(event: KeyboardEvent, sheet: Sheet, rows: number): void {
  const { row, column } = sheet.place;
  const control = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const step = STEPS[event.key];
  if (control && key === 'z') (event.shiftKey ? sheet.redo : sheet.undo)();
  else if (control && key === 'y') sheet.redo();
  else if (control && event.key === 'Home') sheet.stand({ row: 0, column: 0 });
  else if (control && event.key === 'End') sheet.stand({ row: rows - 1, column });
  else if (control || event.altKey) return;
  else if (step) sheet.stand({ row: row + step[0], column: column + step[1] });
  else if (event.key === 'Enter' || event.key === 'F2') sheet.begin();
  else if (event.key === 'Delete' || event.key === 'Backspace') sheet.clear();
  else if (/^[\d.]$/.test(event.key)) sheet.begin(event.key);
  else return;
  event.preventDefault();
}
