import { Page } from '../ui/page.tsx';

export function IdentityProviderPage() {
  return <Page title="IdentityProvider">…</Page>;
}
