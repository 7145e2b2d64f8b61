import { tokens } from '@fluentui/react-components';
import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Fluent's colours, so that the editor follows the theme. */
export const looks = EditorView.theme({
  '&': {
    maxHeight: '36rem',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  '&.cm-focused': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  '.cm-scroller': { fontFamily: tokens.fontFamilyMonospace, lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: tokens.colorNeutralForeground1 },
  '.cm-cursor': { borderLeftColor: tokens.colorNeutralForeground1 },
  '.cm-gutters': {
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  '.cm-activeLine': {
    backgroundColor: 'transparent',
    boxShadow: `inset 2px 0 ${tokens.colorBrandStroke1}`,
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  '.cm-tooltip': {
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    boxShadow: tokens.shadow16,
    fontSize: tokens.fontSizeBase300,
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '4px 8px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: tokens.fontWeightBold },
  '.cm-completionInfo': { maxWidth: '20rem', fontFamily: tokens.fontFamilyBase },
  '.cm-diagnostic': { fontFamily: tokens.fontFamilyBase, padding: '8px' },
  '.cm-diagnostic-error': { borderLeft: `5px solid ${tokens.colorPaletteRedBorderActive}` },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: `underline wavy ${tokens.colorPaletteRedBorderActive} 2px`,
  },
});

/** Little colour: names stand out, texts are what is read. */
export const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: tokens.colorBrandForeground1, fontWeight: 'bold' },
  { tag: [tags.number, tags.bool, tags.null], fontWeight: 'bold' },
]);
