// What a run has read of the catalog and need not read again. It counts only until the run acts on what it is about;
// whoever acts says so with `forget`. Nothing is kept from one run to the next.

export interface Remembered<T> {
  /** Reads it, or gives what is known. Whoever asks while it is being read waits for the same answer. */
  read(): Promise<T>;
  /** It is known without reading. */
  know(it: T): void;
  forget(): void;
}

export function remembered<T>(read: () => Promise<T>): Remembered<T> {
  let known: Promise<T> | null = null;
  return {
    read: () => (known ??= read()),
    know(it) {
      known = Promise.resolve(it);
    },
    forget() {
      known = null;
    },
  };
}
