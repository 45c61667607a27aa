// CSV (RFC 4180) that is safe to open in a spreadsheet. A cell that a spreadsheet would take for a formula gets an
// apostrophe in front, because purposes and names are written by anybody; a cell with a comma, a quote or a line break
// stands in quotes.

/** One line, with its line break. */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map((cell) => csvCell(cell === null ? '' : String(cell))).join(',')}\r\n`;
}

/** What spreadsheets read as the beginning of a formula, the full-width forms included. */
const formula = /^[=+\-@\t\r\n＝＋－＠|%]/;

function csvCell(text: string): string {
  // White space in front does not keep every program from looking further.
  const safe = formula.test(text) || formula.test(text.trimStart()) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
