// Links that stay within the app, in the looks of the library. Addresses come from paths.ts, as texts. A link says that
// it is the current page where its address is exactly that, and not on the pages below it.
import {
  Anchor,
  Button,
  NavLink,
  type AnchorProps,
  type ButtonProps,
  type NavLinkProps,
} from '@mantine/core';
import { Link as RouterLink } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface Where {
  readonly to: string;
  /** What stands behind the `?`. */
  readonly search?: Readonly<Record<string, string>>;
  readonly children?: ReactNode;
}

const exactly = { exact: true, includeSearch: false };

export function Link({
  to,
  search,
  children,
  onClick,
  ...looks
}: Where & AnchorProps & { onClick?: () => void }) {
  return (
    <Anchor
      inherit
      {...looks}
      renderRoot={(props) => (
        <RouterLink to={to} search={search} onClick={onClick} activeOptions={exactly} {...props} />
      )}
    >
      {children}
    </Anchor>
  );
}

export function ButtonLink({ to, search, children, ...looks }: Where & ButtonProps) {
  return (
    <Button
      {...looks}
      renderRoot={(props) => <RouterLink to={to} search={search} activeOptions={exactly} {...props} />}
    >
      {children}
    </Button>
  );
}

export function NavigationLink({ to, onClick, ...looks }: Where & NavLinkProps & { onClick?: () => void }) {
  return (
    <NavLink
      {...looks}
      renderRoot={(props) => <RouterLink to={to} onClick={onClick} activeOptions={exactly} {...props} />}
    />
  );
}
