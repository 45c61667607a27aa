// A Chromium that needs no package of the system: it comes with npm and brings the few libraries along that it needs.
import { chromium, type Browser } from 'playwright-core';

export async function startBrowser(): Promise<Browser> {
  // It unpacks its libraries only where it believes to be in a bare container.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ['--no-sandbox'] });
}
