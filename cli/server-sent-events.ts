// Server-sent events, read from a stream: an id, a name and data that may take several lines, ended by an empty line.

export interface SentEvent {
  readonly id: string | null;
  readonly event: string;
  readonly data: string;
}

export async function* sentEvents(stream: ReadableStream<Uint8Array>): AsyncGenerator<SentEvent> {
  let rest = '';
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split(/\r?\n\r?\n/);
    rest = blocks.pop()!;
    for (const block of blocks) {
      const event = eventFrom(block);
      if (event) yield event;
    }
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
