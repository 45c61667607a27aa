// A picture with the places of what is in it, from the worker. While a new picture is being laid out the one before stays
// where it is; what nobody waits for any more is thrown away with its worker, since that cannot be told to stop.
import { useEffect, useMemo, useState } from 'react';
import { boxOf } from './mesh-boxes.ts';
import type { Drawing, Place } from './mesh-layout.ts';
import { totalOf, type Picture, type Thing } from './mesh-picture.ts';

export interface LaidOut {
  readonly picture: Picture;
  readonly places: ReadonlyMap<string, Place>;
}

/** Null until the first picture is there. Where only numbers change nothing moves. */
export function useMeshLayout(picture: Picture): LaidOut | null {
  const [done, setDone] = useState<(LaidOut & { readonly text: string }) | null>(null);
  const text = useMemo(() => JSON.stringify(drawingOf(picture)), [picture]);
  useEffect(() => {
    const worker = new Worker(new URL('./mesh-layout-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<LaidOut['places']>) => {
      setDone({ text, picture, places: data });
      worker.terminate();
    });
    worker.postMessage(JSON.parse(text), []);
    return () => worker.terminate();
    // The picture as it was when its drawing changed; numbers that changed since are put in below.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  return useMemo(
    () => (done?.text === text ? { picture, places: done.places } : done),
    [done, text, picture],
  );
}

/** What lies inside a team is no box of its own: lines go to the team. */
function drawingOf({ things, connections }: Picture): Drawing {
  const home = new Map(
    things.flatMap((thing) => (thing.inside ?? []).map(({ name }) => [name, thing.name] as const)),
  );
  const homeOf = ({ name }: Thing) => home.get(name) ?? name;
  const weights = new Map<string, Drawing['lines'][number]>();
  for (const { from, to, counts } of connections) {
    const line = { from: homeOf(from), to: homeOf(to) };
    const key = JSON.stringify(line);
    if (line.from !== line.to)
      weights.set(key, { ...line, weight: (weights.get(key)?.weight ?? 0) + totalOf(counts) });
  }
  return {
    boxes: things.map((thing) => ({ id: thing.name, ...boxOf(thing) })),
    lines: [...weights.values()],
  };
}
