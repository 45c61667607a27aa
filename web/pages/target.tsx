import { Page } from '../ui/page.tsx';

export function TargetPage() {
  return <Page title="Target">…</Page>;
}
