import { Button } from '@fluentui/react-components';
import { messageOf } from '../../../lib/hooks.js';
import { useTab } from '../../../lib/tabContext.js';

/** A revision as a zip of the same JSON files. */
export function DownloadButton({ number }: { number: number }) {
  const { api, say, announce } = useTab();
  const download = async (): Promise<void> => {
    try {
      // A link cannot say who asks: the file is fetched, then handed to the browser.
      const response = await api.open(`knowledge/revisions/${number}/zip`);
      const address = URL.createObjectURL(await response.blob());
      const link = document.createElement('a');
      link.href = address;
      link.download = `after-ec-helper-${number}.zip`;
      link.click();
      URL.revokeObjectURL(address);
    } catch (err) {
      announce(messageOf(err), true);
    }
  };
  return <Button onClick={() => void download()}>{say('downloadZip')}</Button>;
}
