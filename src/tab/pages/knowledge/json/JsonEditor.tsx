import { useEffect, useRef } from 'react';
import type { Finding } from '../../../../content/findings.js';
import type { KnownIds } from '../schema/knownIds.js';
import { useSayFinding } from '../findings/useSayFinding.js';
import { schemaOf } from '../schema/schemas.js';
import { completeJson } from './completeJson.js';
import { createJsonEditor, type JsonEditor as Editor } from './createJsonEditor.js';

interface JsonEditorProps {
  label: string;
  text: string;
  findings: readonly Finding[];
  ids: KnownIds;
  onChange: (text: string) => void;
}

/** A file as JSON, with what its schema offers and its mistakes at their lines. */
export function JsonEditor(props: JsonEditorProps) {
  const { label, text, findings } = props;
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const now = useRef(props);
  now.current = props;
  useEffect(() => {
    if (!holder.current) return;
    const made = createJsonEditor({
      root: holder.current.shadowRoot ?? holder.current.attachShadow({ mode: 'open' }),
      label,
      text: now.current.text,
      complete: completeJson(
        () => schemaOf(now.current.text),
        () => now.current.ids,
      ),
      onChange: (next) => now.current.onChange(next),
    });
    editor.current = made;
    return () => made.destroy();
  }, [label]);
  useEffect(() => editor.current?.setText(text), [text]);
  const sayFinding = useSayFinding();
  useEffect(() => editor.current?.setFindings(findings, sayFinding), [findings, sayFinding]);
  return <div ref={holder} />;
}
