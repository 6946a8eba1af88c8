import type { Translation } from '@xihuo/ui';
import type { grid as zh } from '../zh-CN/grid';

export const grid: Translation<typeof zh> = {
  'grid.title': 'Prices and stock as a sheet',
  'grid.lead':
    'The price of every pack and what lies of it in the own warehouse, on one sheet, saved together. Other places are counted on the page of the product.',
  'grid.column.product': 'Product and pack',
  'grid.column.price': 'Price (yuan)',
  'grid.column.stock': 'In stock (packs)',
  'grid.column.reserved': 'Held by orders',
  'grid.uncounted': 'not counted',
  'grid.save': ['Save {count} change', 'Save {count} changes'],
  'grid.undo': 'Undo',
  'grid.redo': 'Redo',
  'grid.nextFault': 'Next fault (of {count})',
  'grid.someFailed': [
    '{count} cell was not saved: what was typed is still there, and why is said in the cell',
    '{count} cells were not saved: what was typed is still there, and why is said in each cell',
  ],
  'grid.leave.text': [
    '{count} cell of the sheet is not saved and is lost when you leave.',
    '{count} cells of the sheet are not saved and are lost when you leave.',
  ],
  'grid.fault.price': 'More than 0, with two decimals at most',
  'grid.fault.count': 'Whole packs',
  'grid.fault.below': 'Orders hold {count}',
  'grid.overtaken': 'Somebody else made it {now} and was not overwritten; saved again, yours holds',
  'grid.state.sending': 'Under way',
  'grid.state.saved': 'Saved, holds at once',
  'grid.state.waits': 'Beyond the band: handed in, holds once looked at',
  'grid.keys':
    'Arrows move, Enter or F2 type into a cell, a figure begins it anew, Escape leaves it, Delete brings back what stood, Ctrl Z undoes, Ctrl Y does again. Rows and columns copied from a spreadsheet are pasted.',
};
