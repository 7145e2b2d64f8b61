import { Button } from '@fluentui/react-components';
import { saveFile } from '../../../lib/saveFile.js';
import { useTab } from '../../../lib/tabContext.js';

/** A revision as a zip of the same JSON files. */
export function DownloadButton({ number }: { number: number }) {
  const { api, say, complain } = useTab();
  const download = async (): Promise<void> => {
    try {
      // A link cannot say who asks: the file is fetched, then handed to the browser.
      const response = await api.open(`knowledge/revisions/${number}/zip`);
      saveFile(`after-ec-helper-${number}.zip`, await response.blob());
    } catch (err) {
      complain(err);
    }
  };
  return <Button onClick={() => void download()}>{say('downloadZip')}</Button>;
}
