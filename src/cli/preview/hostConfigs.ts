/** The colours of one of Teams' themes. */
export interface Theme {
  name: 'light' | 'dark' | 'contrast';
  page: string;
  card: string;
  emphasis: string;
  warning: string;
  text: string;
  subtle: string;
  accent: string;
  border: string;
}

/** Teams' three themes, after the colours of its published design tokens. */
export const themes: readonly Theme[] = [
  {
    name: 'light',
    page: '#f5f5f5',
    card: '#ffffff',
    emphasis: '#f0f0f0',
    warning: '#fff4ce',
    text: '#242424',
    subtle: '#616161',
    accent: '#5b5fc7',
    border: '#d1d1d1',
  },
  {
    name: 'dark',
    page: '#141414',
    card: '#292929',
    emphasis: '#3d3d3d',
    warning: '#463100',
    text: '#ffffff',
    subtle: '#adadad',
    accent: '#aab1fa',
    border: '#666666',
  },
  {
    name: 'contrast',
    page: '#000000',
    card: '#000000',
    emphasis: '#000000',
    warning: '#000000',
    text: '#ffffff',
    subtle: '#ffffff',
    accent: '#ffff01',
    border: '#ffffff',
  },
];

/** A host configuration for adaptivecards with Teams' fonts, sizes and spacing. */
export function hostConfigOf(theme: Theme): object {
  const colour = (value: string) => ({ default: value, subtle: value });
  const foregroundColors = {
    default: { default: theme.text, subtle: theme.subtle },
    dark: colour(theme.text),
    light: colour(theme.card),
    accent: colour(theme.accent),
    good: colour(theme.text),
    warning: colour(theme.text),
    attention: colour(theme.text),
  };
  const style = (backgroundColor: string) => ({
    backgroundColor,
    borderColor: theme.border,
    foregroundColors,
  });
  return {
    supportsInteractivity: true,
    fontFamily: '"Segoe UI", "Liberation Sans", Arial, sans-serif',
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    lineHeights: { small: 16, default: 20, medium: 24, large: 26, extraLarge: 32 },
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: theme.border },
    actions: {
      maxActions: 6,
      spacing: 'default',
      buttonSpacing: 8,
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    containerStyles: {
      default: style(theme.card),
      emphasis: style(theme.emphasis),
      accent: style(theme.emphasis),
      good: style(theme.emphasis),
      attention: style(theme.emphasis),
      warning: style(theme.warning),
    },
    textStyles: { heading: { size: 'large', weight: 'bolder' } },
  };
}
