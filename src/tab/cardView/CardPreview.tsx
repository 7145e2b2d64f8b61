import { Body1, makeStyles, Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { ThemeName } from '../host/host.js';
import { useTab } from '../lib/tabContext.js';
import type { drawCard, Press } from './drawCard.js';

const useStyles = makeStyles({ stage: { maxWidth: '32rem' } });

/** An Adaptive Card as Teams would show it; the renderer is fetched when it is first needed. */
export function CardPreview({
  card,
  theme: chosen,
  onPress,
}: {
  card: Record<string, unknown> | undefined;
  /** The tab's own theme where left out. */
  theme?: ThemeName;
  /** What a button of the card does; nothing where left out. */
  onPress?: (press: Press) => void;
}) {
  const styles = useStyles();
  const { say, theme } = useTab();
  const stage = useRef<HTMLDivElement>(null);
  const [draw, setDraw] = useState<typeof drawCard>();
  useEffect(() => {
    void import('./drawCard.js').then((loaded) => setDraw(() => loaded.drawCard));
  }, []);
  const pressed = useRef(onPress);
  pressed.current = onPress;
  useEffect(() => {
    if (!draw || !card || !stage.current) return;
    const hadFocus = stage.current.contains(document.activeElement);
    draw(stage.current, card, chosen ?? theme, (press) => pressed.current?.(press));
    // The button that was pressed is gone: whoever goes by keyboard goes on from the next card.
    if (hadFocus) stage.current.focus();
  }, [draw, card, chosen, theme]);
  if (!card) return <Body1>{say('noCard')}</Body1>;
  return (
    <>
      {!draw && <Spinner label={say('loading')} />}
      <div
        ref={stage}
        className={styles.stage}
        role="group"
        aria-label={say('preview')}
        tabIndex={-1}
      />
    </>
  );
}
