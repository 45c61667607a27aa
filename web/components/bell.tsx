// The bell: how much the person was told and has not read, on every page. The list behind it is loaded when somebody
// points at it or presses it.
import { lazy, Suspense, useState } from 'react';
import { BellButton } from './bell-button.tsx';

const load = () => import('./bell-popover.tsx');
const BellPopover = lazy(() => load().then(({ BellPopover }) => ({ default: BellPopover })));

export function Bell() {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <BellButton
      aria-haspopup="dialog"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <BellPopover />
    </Suspense>
  );
}
