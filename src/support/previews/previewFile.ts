import type { ContentFile } from '../../content/contentFile.js';
import type { ContentTypes, Dialog } from '../../content/types.generated.js';
import { contactScenes } from './contactScenes.js';
import { officeScenes } from './officeScenes.js';
import type { Occasion, Scene } from './scene.js';
import { settingsScenes, stringScenes } from './stringScenes.js';
import { topicScenes } from './topicScenes.js';
import { restingSteps, walkDialog, type Walk, type Walked } from './walkDialog.js';

/** What is to be shown of a file: one of its scenes, or how a dialog goes on. */
export interface Wish extends Walk {
  /** The first where left out, and where there is none of that name any more. */
  scene?: string | undefined;
}

export interface FilePreview extends Partial<Walked> {
  /** What can be shown; nothing where people see nothing of such a file. */
  scenes: Pick<Scene, 'id' | 'title'>[];
  /** The one that is shown; undefined where a dialog has led out of the file. */
  scene?: string | undefined;
}

/**
 * What people will see of a file. Buttons of dialogs lead on; nothing is kept or published.
 * @param at its content holds the file already
 * @throws NotWrittenError, UnfinishedContentError, PressError: their messages say why nothing is to
 * be seen
 */
export async function previewFile(
  file: ContentFile,
  at: Occasion,
  { scene: wished, ...walk }: Wish,
): Promise<FilePreview> {
  if (file.kind === 'dialog') return previewDialog(file.data as Dialog, at, wished, walk);
  const scenes = scenesOf(file, at);
  const shown = scenes.find(({ id }) => id === wished) ?? scenes[0];
  return {
    scenes: scenes.map(({ id, title }) => ({ id, title })),
    ...(shown && { scene: shown.id, view: shown.view() }),
  };
}

function scenesOf(file: ContentFile, at: Occasion): Scene[] {
  // What stands under a kind fits the schema of that kind: the types come from there.
  const data = <Kind extends keyof ContentTypes>(_kind: Kind) => file.data as ContentTypes[Kind];
  switch (file.kind) {
    case 'topic':
      return topicScenes(data('topic'), at);
    case 'contacts':
      return contactScenes(data('contacts'), at);
    case 'offices':
      return officeScenes(data('offices'), at);
    case 'settings':
      return settingsScenes(at);
    case 'strings':
      // The file is one language's: that is the one to look at.
      return stringScenes({ ...at, language: file.id });
    case 'card':
    case 'sample':
      return sampleScenes(file.id, at);
    default:
      return [];
  }
}

function sampleScenes(card: string, { content, language }: Occasion): Scene[] {
  const sample = content.cards.get(card)?.sample;
  if (!sample) return [];
  return [{ id: 'sample', view: () => ({ card, language, data: { fallback: '', ...sample } }) }];
}

/** A dialog is shown from its beginning, from any step of it, or from where a walk has come to. */
async function previewDialog(
  dialog: Dialog,
  at: Occasion,
  step: string | undefined,
  walk: Walk,
): Promise<FilePreview> {
  const scenes = restingSteps(dialog, at.language);
  const jump =
    step !== undefined && scenes.some(({ id }) => id === step)
      ? { state: { dialog: dialog.id, step, answers: {}, forms: {}, history: [] } }
      : walk;
  const walked = await walkDialog(dialog, jump, at);
  const { state } = walked;
  const scene = state?.dialog === dialog.id ? state.step : undefined;
  return { scenes, scene, ...walked };
}
