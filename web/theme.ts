// How the app looks: one accent, a deep green, on quiet greys; text a little smaller than usual, because approvers read
// many lines. Shades are chosen so that white on the accent, and the accent on the page, pass AA in light and in dark.
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const leaf: MantineColorsTuple = [
  '#eaf6f1',
  '#d3ebe1',
  '#a5d8c4',
  '#74c4a5',
  '#4cb28b',
  '#2f9e77',
  '#1c7f5e',
  '#17634a',
  '#12503c',
  '#0b3a2b',
];

const dark: MantineColorsTuple = [
  '#e6eae8',
  '#c8cfcc',
  '#a7b1ad',
  '#8b9692',
  '#5c6763',
  '#3b4442',
  '#2b3331',
  '#1f2625',
  '#171d1c',
  '#101514',
];

export const theme = createTheme({
  primaryColor: 'leaf',
  primaryShade: { light: 7, dark: 6 },
  colors: { leaf, dark },
  defaultRadius: 'md',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.5rem' }, h2: { fontSize: '1.05rem' } } },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Whoever does not see colours knows a link by its line.
    Anchor: { defaultProps: { underline: 'always' } },
    Tooltip: { defaultProps: { withArrow: true, multiline: true, maw: 320, openDelay: 150 } },
    Textarea: { defaultProps: { autosize: true, minRows: 2, maxRows: 12 } },
  },
});

/** Dimmed text and placeholders of the library are a shade too light to be read by everybody. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fcfcfa',
    '--mantine-color-dimmed': '#565f5b',
    '--mantine-color-placeholder': '#6b736f',
    '--mantine-color-anchor': '#17634a',
    '--mantine-color-error': '#b42318',
    '--page-line': '#e2e5e0',
    '--page-soft': '#f3f5f1',
    '--page-card': '#ffffff',
    ...states('#12503c', '#dcefe6', '#6b4300', '#fbeccb', '#8f1d14', '#fbe1de', '#454e4a', '#e9ece8'),
    '--live': '#1c7f5e',
  },
  dark: {
    '--mantine-color-dimmed': '#a7b1ad',
    '--mantine-color-placeholder': '#8b9692',
    '--mantine-color-anchor': '#74c4a5',
    '--mantine-color-error': '#ff9f95',
    '--page-line': '#2b3331',
    '--page-soft': '#1f2625',
    '--page-card': '#1b2120',
    ...states('#a5d8c4', '#12382c', '#f6cf86', '#44320f', '#ffb4ab', '#4a1a16', '#c8cfcc', '#2f3735'),
    '--live': '#4cb28b',
  },
});

/** Ink and paper of the badges that say how an access stands. */
function states(...shades: readonly string[]): Record<string, string> {
  const names = ['good', 'wait', 'bad', 'over'].flatMap((look) => [`--${look}-ink`, `--${look}-paper`]);
  return Object.fromEntries(names.map((name, nth) => [name, shades[nth]!]));
}
