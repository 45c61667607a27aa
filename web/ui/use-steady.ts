// Functions that stay the same from one drawing to the next and still do what the last drawing meant. Rows of a long list
// are drawn again only when something about them has changed, and a new function each time would be such a change.
import { useInsertionEffect, useRef, useState } from 'react';

type Deeds = Readonly<Record<string, (...given: never[]) => unknown>>;

export function useSteady<Given extends Deeds>(deeds: Given): Given {
  const latest = useRef(deeds);
  useInsertionEffect(() => {
    latest.current = deeds;
  });
  const [steady] = useState(() =>
    Object.fromEntries(
      Object.keys(deeds).map((name) => [name, (...given: never[]) => latest.current[name]!(...given)]),
    ),
  );
  return steady as Given;
}
