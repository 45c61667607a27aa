// What part of the drawing is in view. Another scene is shown as a whole; within one, the team that somebody unfolds stays
// where it is on the screen, while everything around it makes room.
import { getViewportForBounds, useReactFlow, type Rect } from '@xyflow/react';
import { useEffect, useRef, type RefObject } from 'react';
import { boxOf } from './mesh-boxes.ts';
import type { LaidOut } from './use-mesh-layout.ts';

const closest = 1.1;
export const farthest = 0.05;

/** Returns the way to see all again. */
export function useMeshCamera(laidOut: LaidOut, frame: RefObject<HTMLElement | null>): () => void {
  const { setViewport, getViewport } = useReactFlow();
  const before = useRef<LaidOut | null>(null);
  const fit = () => {
    const { clientWidth, clientHeight } = frame.current!;
    const bounds = boundsOf(laidOut);
    void setViewport(getViewportForBounds(bounds, clientWidth, clientHeight, farthest, closest, 0.06));
  };
  useEffect(() => {
    const last = before.current;
    before.current = laidOut;
    if (last?.picture.scene !== laidOut.picture.scene) return fit();
    const held = changedTeam(last, laidOut);
    const [from, to] = [held && last.places.get(held), held && laidOut.places.get(held)];
    if (!from || !to) return;
    const { x, y, zoom } = getViewport();
    void setViewport({ x: x + (from.x - to.x) * zoom, y: y + (from.y - to.y) * zoom, zoom });
    // Everything else that it reads belongs to this.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [laidOut]);
  return fit;
}

/** The team that was unfolded or folded between two pictures. */
function changedTeam(before: LaidOut, after: LaidOut): string | null {
  const open = new Set(before.picture.things.filter(({ inside }) => inside !== null).map(({ name }) => name));
  return after.picture.things.find(({ name, inside }) => open.has(name) !== (inside !== null))?.name ?? null;
}

function boundsOf({ picture, places }: LaidOut): Rect {
  const rects = picture.things.flatMap((thing) => {
    const place = places.get(thing.name);
    return place ? [{ ...place, ...boxOf(thing) }] : [];
  });
  const [x, y] = [Math.min(0, ...rects.map((rect) => rect.x)), Math.min(0, ...rects.map((rect) => rect.y))];
  const right = Math.max(1, ...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(1, ...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}
