// The app begins: texts of the right language, then the page of the address. Nothing is kept between visits but the
// choices of look and language.
import '@mantine/core/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { isPassing, isSignedOut } from './api/fault.ts';
import { keepDrafts } from './components/kept-drafts.ts';
import { createAppRouter } from './routes.tsx';
import { nonce } from './server-facts.ts';
import { theme, variables } from './theme.ts';
import { PlaceProvider } from './ui/place.tsx';
import { chosenLanguage, loadWords, WordsProvider } from './words/words.tsx';

/** A session can end while its pages stand open: then the door is shown, and the way back to where one was. */
function showDoor(error: unknown): void {
  if (!isSignedOut(error)) return;
  keepDrafts();
  client.removeQueries({ queryKey: ['me'] });
  void router.invalidate();
}

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (query.queryKey[0] !== 'me') showDoor(error);
    },
  }),
  mutationCache: new MutationCache({ onError: showDoor }),
  defaultOptions: {
    queries: {
      staleTime: 2000,
      // A no stays a no; only what could not be asked is asked again.
      retry: (count, error) => count < 2 && isPassing(error),
    },
  },
});

const language = chosenLanguage();
document.documentElement.lang = language;
const words = await loadWords(language);
const router = createAppRouter(client);

createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={client}>
        <WordsProvider spoken={{ language, words }}>
          <PlaceProvider
            locale={localeOf(language)}
            timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
          >
            <RouterProvider router={router} />
          </PlaceProvider>
        </WordsProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

/** The manner of the browser where it speaks the language of the app: 24 hours for some, 12 for others. */
function localeOf(language: string): string {
  return navigator.languages.find((one) => one.startsWith(language) && isLocale(one)) ?? language;
}

/** Browsers on bare systems name manners that no formatter knows, such as `en-US@posix`. */
function isLocale(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length === 1;
  } catch {
    return false;
  }
}
