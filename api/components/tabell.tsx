import type { ComponentChildren, VNode } from 'preact';
import { SakerLank } from './saker-lank.js';

export interface Kolumn<T> {
  rubrik: string;
  cell: (row: T) => ComponentChildren;
  /** Numbers right, everything else left. */
  align?: 'left' | 'right' | 'center';
  /** The cell that names the row (one per table). */
  radrubrik?: boolean;
  /** Never broken over two lines: numbers and dates. */
  obruten?: boolean;
  /** The heading is read out but not shown. */
  doldRubrik?: boolean;
  /** The heading becomes a link that sorts; `riktning` tells how the table stands sorted now. */
  sortering?: { href: string; riktning?: 'ascending' | 'descending' };
}

export interface TabellProps<T> {
  /** Unique on the page. */
  id: string;
  caption: string;
  /** The caption is read out but not shown, when a heading above says the same. */
  doldCaption?: boolean;
  columns: readonly Kolumn<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** Rows to mark beyond their words: a bar at the left edge. */
  markera?: (row: T) => 'varning' | 'fel' | undefined;
  /** Shown instead of the table when there are no rows; says what to do. */
  empty?: ComponentChildren;
  /** On a narrow screen: `kort` turns each row into a card, `rulla` lets a matrix of numbers scroll in its own box. */
  smalt?: 'kort' | 'rulla';
  /** Lower rows, for long lists. */
  tat?: boolean;
  /** Columns as wide in every such table on the page, so that several below each other line up. */
  jamn?: boolean;
  /** A row of sums. */
  summa?: readonly ComponentChildren[];
}

function cellClass<T>(column: Kolumn<T>): string {
  const names = ['tabell__cell', `tabell__cell--${column.align ?? 'left'}`];
  if (column.obruten) names.push('tabell__cell--obruten');
  if (column.radrubrik) names.push('tabell__cell--radrubrik');
  return names.join(' ');
}

function Rubrik<T>({ column }: { column: Kolumn<T> }): VNode {
  const { sortering } = column;
  const text = column.doldRubrik ? <span class="sr-only">{column.rubrik}</span> : column.rubrik;
  const arrow = sortering?.riktning === 'ascending' ? ' ▲' : sortering?.riktning === 'descending' ? ' ▼' : '';
  return (
    <th scope="col" class={cellClass(column)} aria-sort={sortering?.riktning}>
      {sortering ? (
        <SakerLank href={sortering.href}>
          {text}
          <span aria-hidden="true">{arrow}</span>
        </SakerLank>
      ) : (
        text
      )}
    </th>
  );
}

function Rad<T>({ row, props }: { row: T; props: TabellProps<T> }): VNode {
  const mark = props.markera?.(row);
  return (
    <tr class={mark ? `tabell__rad--${mark}` : undefined}>
      {props.columns.map((column) => {
        const Cell = column.radrubrik ? 'th' : 'td';
        return (
          <Cell
            key={column.rubrik}
            class={cellClass(column)}
            scope={column.radrubrik ? 'row' : undefined}
            data-rubrik={column.doldRubrik ? undefined : column.rubrik}
          >
            <div class="tabell__varde">{column.cell(row)}</div>
          </Cell>
        );
      })}
    </tr>
  );
}

function Summarad<T>({
  columns,
  summa,
}: {
  columns: readonly Kolumn<T>[];
  summa: readonly ComponentChildren[];
}): VNode {
  return (
    <tfoot>
      <tr>
        {columns.map((column, index) => (
          <td key={column.rubrik} class={cellClass(column)} data-rubrik={column.rubrik}>
            <div class="tabell__varde">{summa[index]}</div>
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** A list or a matrix. Text wraps, nothing falls off the screen; without rows it tells what to do instead. */
export function Tabell<T>(props: TabellProps<T>): VNode {
  const { id, caption, doldCaption, columns, rows, rowKey, empty, smalt = 'kort', tat, jamn, summa } = props;
  if (rows.length === 0 && empty !== undefined) return <div class="tabell-tom">{empty}</div>;
  const captionId = `${id}-rubrik`;
  // Only a box that may scroll takes a tab stop, so that the keyboard can scroll it.
  const scroller = smalt === 'rulla' ? { role: 'region' as const, 'aria-labelledby': captionId, tabindex: 0 } : {};
  return (
    <div class={`tabell-ram tabell-ram--${smalt}`} {...scroller}>
      <table id={id} class={`tabell${tat ? ' tabell--tat' : ''}${jamn ? ' tabell--jamn' : ''}`}>
        <caption id={captionId}>{doldCaption ? <span class="sr-only">{caption}</span> : caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Rubrik key={column.rubrik} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Rad key={rowKey(row)} row={row} props={props} />
          ))}
        </tbody>
        {summa && <Summarad columns={columns} summa={summa} />}
      </table>
    </div>
  );
}
