import { Button } from '@fluentui/react-components';
import { messageOf } from '../../../lib/hooks.js';
import { saveFile } from '../../../lib/saveFile.js';
import { useTab } from '../../../lib/tabContext.js';

/** A revision as a zip of the same JSON files. */
export function DownloadButton({ number }: { number: number }) {
  const { api, say, announce } = useTab();
  const download = async (): Promise<void> => {
    try {
      // A link cannot say who asks: the file is fetched, then handed to the browser.
      const response = await api.open(`knowledge/revisions/${number}/zip`);
      saveFile(`after-ec-helper-${number}.zip`, await response.blob());
    } catch (err) {
      announce(messageOf(err), true);
    }
  };
  return <Button onClick={() => void download()}>{say('downloadZip')}</Button>;
}
