import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import type { CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorState, type Text } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import type { Finding } from '../../../../content/findings.js';
import type { SayFinding } from '../findings/useSayFinding.js';
import { colours, looks } from './editorLooks.js';

export interface JsonEditorParts {
  root: ShadowRoot;
  /** The name by which screen readers know it. */
  label: string;
  text: string;
  complete: CompletionSource;
  onChange: (text: string) => void;
}

export interface JsonEditor {
  setText(text: string): void;
  /** Marks mistakes in their lines. */
  setFindings(findings: readonly Finding[], say: SayFinding): void;
  destroy(): void;
}

/** An editor for JSON that completes, and names mistakes at their lines. Tab leaves it. */
export function createJsonEditor(parts: JsonEditorParts): JsonEditor {
  const { root, label, complete, onChange } = parts;
  let isOwnChange = false;
  /** Told, and not yet come back: by then somebody may have typed on. */
  let told: string[] = [];
  const view = new EditorView({
    // In a shadow root its style sheets are made by script, which the page's policy allows.
    root,
    parent: root,
    state: EditorState.create({
      doc: parts.text,
      extensions: [
        json(),
        lineNumbers(),
        lintGutter(),
        history(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        autocompletion({ override: [complete], icons: false }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          'aria-label': label,
          spellcheck: 'false',
          tabindex: '0',
        }),
        keymap.of([
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...lintKeymap,
        ]),
        looks,
        syntaxHighlighting(colours),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (!docChanged || isOwnChange) return;
          const text = state.doc.toString();
          told.push(text);
          onChange(text);
        }),
      ],
    }),
  });
  return {
    setText(text) {
      const echo = told.indexOf(text);
      told = told.slice(echo + 1);
      if (echo >= 0 || text === view.state.doc.toString()) return;
      isOwnChange = true;
      view.dispatch({ changes: differenceBetween(view.state.doc.toString(), text) });
      isOwnChange = false;
    },
    setFindings(findings, say) {
      const { doc } = view.state;
      const marks = findings.map((finding) => markOf(finding, say, doc));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    destroy: () => view.destroy(),
  };
}

/** The one stretch that differs: the cursor and what can be undone stay where they are. */
function differenceBetween(before: string, after: string) {
  let from = 0;
  const shorter = Math.min(before.length, after.length);
  while (from < shorter && before[from] === after[from]) from++;
  let end = 0;
  while (end < shorter - from && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

function markOf(finding: Finding, say: SayFinding, doc: Text): Diagnostic {
  const from = positionOf(finding.line, finding.column, doc);
  const { problem, mend } = say(finding);
  return { from, to: doc.lineAt(from).to, severity: finding.level, message: `${problem} ${mend}` };
}

/** Both 1-based; the nearest place where the text is shorter than that. */
function positionOf(line: number, column: number, doc: Text): number {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(from + column - 1, to);
}
