// Server-sent events, read from a stream: an id, a name and data that may take several lines, ended by an empty line. The
// command line and the web app both read them so: what browsers bring along themselves cannot begin after an event that
// was read by other means, and hears only names that it was told of.

export interface SentEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: string;
}

export async function* sentEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<SentEvent> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
      rest = blocks.pop()!;
      for (const block of blocks) {
        const event = eventFrom(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Null for a block of comments, which only keeps the connection alive. */
function eventFrom(block: string): SentEvent | null {
  const fields = block.split(/\r?\n/).flatMap((line) => {
    const [, name = '', value = ''] = /^([^:]+)(?:: ?(.*))?$/.exec(line) ?? [];
    return name === '' ? [] : [[name, value] as const];
  });
  const last = (name: string) => fields.findLast(([field]) => field === name)?.[1];
  const data = fields.filter(([field]) => field === 'data').map(([, value]) => value);
  return data.length === 0
    ? null
    : { id: last('id') ?? null, event: last('event') ?? 'message', data: data.join('\n') };
}
