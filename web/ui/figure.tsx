// A drawing of numbers, and below it the same numbers as a table: for whoever cannot see the drawing, and for whoever
// wants to know exactly. The drawing itself is hidden from whoever listens, because the table says all of it.
import type { ReactNode } from 'react';

export interface NumberTable {
  /** What the table is called; it is the name of the drawing, too. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly ReactNode[])[];
}

export function Figure(props: { table: NumberTable; open: string; children: ReactNode }) {
  const { table, open, children } = props;
  return (
    <figure className="figure">
      <div aria-hidden="true">{children}</div>
      <details>
        <summary>{open}</summary>
        <Numbers {...table} />
      </details>
    </figure>
  );
}

/** Wide tables scroll in themselves, with the keyboard as well. */
export function Numbers({ caption, columns, rows }: NumberTable) {
  return (
    <div className="numbers" role="group" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="only-heard">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], nth) => (
            <tr key={nth}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={columns[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
