// Names as they may stand within a sentence. Some signs turn the direction in which everything behind them is written, so
// that a name could make the words beside it say something else; honest names have none, and here they are left out.
// Where a name stands alone, its element keeps it apart, and it is shown as it is.
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function named(name: string): string {
  return name.replaceAll(turning, '');
}
