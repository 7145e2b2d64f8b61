import * as v from 'valibot';
import { editsBetween } from '../../../support/editing/contentFiles.js';
import type { ContentFiles } from '../../../support/editing/revision.js';
import { ZipError } from '../../../support/editing/zipError.js';
import { readBody } from '../../readJsonBody.js';
import { RequestError } from '../../requestError.js';
import { ApiError } from '../apiError.js';
import type { ApiParts } from '../apiParts.js';
import type { Route } from '../route.js';
import { RevisionInPath } from '../shapes.js';

/** Honest content has a tenth of it when it is packed. */
const MAX_ZIP_BYTES = 5 * 1024 * 1024;
const ZIP = 'application/zip';

/** Revisions as a zip of the same JSON files, and such a zip as edits. */
export function zipRoutes({ editing }: ApiParts): Route[] {
  return [
    {
      method: 'get',
      path: 'knowledge/revisions/:number/zip',
      role: 'admin',
      raw: async (_caller, req, res) => {
        const asked = v.safeParse(RevisionInPath, req.params);
        if (!asked.success) throw new ApiError(404, 'no-revision', 'A revision has a number.');
        const { number } = asked.output;
        const files = await editing.filesOf(number);
        const { zipContent } = await loadZip();
        res.writeHead(200, {
          'Content-Type': ZIP,
          'Content-Disposition': `attachment; filename="revision-${number}.zip"`,
        });
        res.end(zipContent(files));
      },
    },
    {
      method: 'post',
      path: 'knowledge/upload',
      role: 'admin',
      // Nothing is kept of it: whoever uploads looks at what would change, and chooses.
      raw: async (_caller, req, res) => {
        if (req.headers['content-type'] !== ZIP) {
          throw new RequestError(415, `Send the body with Content-Type: ${ZIP}.`);
        }
        const { number } = editing.served();
        const uploaded = await unzip(await readBody(req, MAX_ZIP_BYTES));
        const edits = editsBetween(await editing.filesOf(number), uploaded);
        // JSON has no undefined: null deletes, as in a draft.
        res.send(200, { edits: edits.map(({ path, text = null }) => ({ path, text })) });
      },
    },
  ];
}

async function unzip(bytes: Uint8Array): Promise<ContentFiles> {
  const { unzipContent } = await loadZip();
  try {
    return unzipContent(bytes);
  } catch (err) {
    if (err instanceof ZipError) {
      const { code, message, reason, what } = err;
      throw new ApiError(400, code, message, { reason, what });
    }
    throw err;
  }
}

/** A start needs none of it. */
const loadZip = () => import('../../../support/editing/zip.js');
