import { Page } from '../ui/page.tsx';

export function LogPage() {
  return <Page title="Log">…</Page>;
}
