import type { Cell } from '../../ledger/csv';
import { byBeijing } from '../beijing';

/** Of an element, what is asked here. */
export interface Drawn {
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: Iterable<Drawn>;
  readonly classList?: { contains: (name: string) => boolean };
  readonly getAttribute?: (name: string) => string | null;
}

/** What is pressed and what is only read out says nothing in a table; nor does what is folded away, which the eye does not read. */
const LEFT_OUT = new Set(['BUTTON', 'INPUT', 'SELECT', 'TEXTAREA', 'SVG']);
const ON_ITS_OWN = new Set(['DIV', 'P', 'LI', 'UL', 'DD', 'DT', 'BR', 'TABLE', 'TR']);

function* piecesOf(node: Drawn): Generator<string | null> {
  const { nodeName, nodeValue, classList } = node;
  if (nodeName === '#text') yield nodeValue ?? '';
  const name = nodeName.toUpperCase();
  if (LEFT_OUT.has(name) || classList?.contains('sr-only')) return;
  const moment = name === 'TIME' && node.getAttribute?.('datetime');
  if (moment) {
    yield byBeijing(moment);
    return;
  }
  const parts = ON_ITS_OWN.has(name) || classList?.contains('block') || classList?.contains('flex');
  if (parts) yield null;
  const isFolded = name === 'DETAILS' && node.getAttribute?.('open') == null;
  for (const child of node.childNodes) {
    if (!isFolded || child.nodeName.toUpperCase() === 'SUMMARY') yield* piecesOf(child);
  }
  if (parts) yield null;
}

const YUAN = /^-?¥[\d,]+\.\d{2}$/;
const NUMBER = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** What a cell says, what stands on lines of its own parted by a dot; an amount or a number alone as a figure that adds up. */
export function cellOf(cell: Drawn): Cell {
  const lines = [''];
  for (const piece of piecesOf(cell)) {
    if (piece === null) lines.push('');
    else lines.push(lines.pop()! + piece);
  }
  const text = lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join(' · ');
  return YUAN.test(text) || NUMBER.test(text) ? text.replace(/[¥,]/g, '') : text;
}
