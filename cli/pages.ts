// Lists of the API come in pages; a Link header says where the next one begins.

/** The `after` of the next page; null on the last one. */
export function nextPage({ headers }: Response): number | null {
  const address = /<([^>]+)>\s*;\s*rel="next"/.exec(headers.get('link') ?? '')?.[1];
  const after = address === undefined ? null : new URL(address).searchParams.get('after');
  return after === null ? null : Number(after);
}
