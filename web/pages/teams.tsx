import { Page } from '../ui/page.tsx';

export function TeamsPage() {
  return <Page title="Teams">…</Page>;
}
