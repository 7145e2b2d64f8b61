// Shows Bicep files to their grammar: is every bracket closed, is every line a statement? What the
// compiler knows beyond that, such as the types of resources, nobody checks here: it cannot be had
// from npm or Debian.
//
//   node .ci/bicep-grammar.mjs <folder with tree-sitter-bicep and web-tree-sitter> <file>...
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [folder = '', ...files] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), 'here.js'));
const { Language, Parser } = require('web-tree-sitter');

/** The places where the grammar did not go on, as "line:column  text". */
function* errorsIn(node) {
  if (node.isMissing || node.isError) {
    const { row, column } = node.startPosition;
    const what = node.isMissing ? `${node.type} is missing` : node.text.split('\n')[0];
    yield `${row + 1}:${column + 1}  ${what}`;
  }
  for (const child of node.children) yield* errorsIn(child);
}

await Parser.init();
const parser = new Parser();
const grammar = require.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
parser.setLanguage(await Language.load(grammar));
for (const file of files) {
  for (const error of errorsIn(parser.parse(readFileSync(file, 'utf8')).rootNode)) {
    console.error(`${file}:${error}`);
    process.exitCode = 1;
  }
}
