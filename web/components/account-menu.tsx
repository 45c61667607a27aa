// Who one is; behind it, what belongs to the account. The menu is loaded when somebody points at it or presses it: it is
// on every page, and what places it beside its button is larger than most pages.
import { lazy, Suspense, useState } from 'react';
import type { Me } from '../api/client.ts';
import { AccountButton } from './account-button.tsx';

const load = () => import('./account-popover.tsx');
const AccountPopover = lazy(() => load().then(({ AccountPopover }) => ({ default: AccountPopover })));

export function AccountMenu({ me }: { me: Me }) {
  const [isWanted, setWanted] = useState(false);
  const button = (
    <AccountButton
      me={me}
      aria-haspopup="dialog"
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <AccountPopover me={me} />
    </Suspense>
  );
}
