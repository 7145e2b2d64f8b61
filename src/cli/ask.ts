import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.js';
import type { MatchRequest, Understanding } from '../matching/types.js';
import type { Knowledge } from '../support/knowledge.js';
import { outcomeView } from '../support/views/outcomeView.js';
import { failWith } from './failWith.js';
import { loadMatcher } from './loadMatcher.js';

const USAGE = `Usage:
  npm run ask -- "my account is locked"            what the bot would say
  npm run --silent ask -- --json "question"        the same as one JSON object
  npm run --silent ask -- --jsonl < questions      one line {"text": "…"} in, one line out
  npm run ask -- --explain "question"              which words decided, and what came second
Options:
  --ambient   as if the message were not addressed to the bot: it may stay silent`;

/** What `--json` and `--jsonl` print; a contract that others rely on (architecture.md). */
interface Answer {
  text: string;
  language: string;
  outcome: Understanding['outcome'];
  topics: Understanding['topics'];
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      ambient: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const text = positionals.join(' ');
  if (values.help || (text === '' && !values.jsonl)) {
    console.log(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const config = readConfig(process.env);
  const knowledge = await loadMatcher(config);
  const message = { text, addressed: !values.ambient };
  if (values.jsonl) await answerLines(knowledge, message.addressed);
  else if (values.json) console.log(JSON.stringify(answer(knowledge, message)));
  else if (values.explain) console.log(explain(knowledge, message));
  else console.log(inWords(knowledge, message, config.bot.name));
}

function answer({ matcher }: Knowledge, message: MatchRequest): Answer {
  const { language, outcome, topics } = matcher.match(message);
  return { text: message.text, language, outcome, topics };
}

/** What the card says, as plain text. */
function inWords({ content, matcher }: Knowledge, message: MatchRequest, botName: string): string {
  const understood = matcher.match(message);
  if (understood.outcome === 'silent') return '(The bot stays silent.)';
  const { view } = outcomeView(content, understood, {
    scope: 'personal',
    now: new Date(),
    botName,
  });
  return view.data.fallback;
}

function explain({ matcher }: Knowledge, message: MatchRequest): string {
  const { language, outcome, topics, reasons, repaired, known } = matcher.explain(message);
  return [
    `${outcome} in ${language}; ${Math.round(known * 100)} % of the message is known`,
    ...repaired.map(({ typed, read }) => `  read "${typed}" as "${read}"`),
    ...topics.map(({ id, confidence }) => `  ${confidence.toFixed(3)}  ${id}`),
    ...reasons.flatMap(({ topic, evidence }) => [
      `why ${topic}:`,
      ...evidence.map(({ feature, weight }) => `  ${weight.toFixed(3).padStart(7)}  ${feature}`),
    ]),
  ].join('\n');
}

/** A line that is not what it should be is answered with an error line, so that order holds. */
async function answerLines(served: Knowledge, addressed: boolean): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    console.log(JSON.stringify(answerLine(served, line, addressed)));
  }
}

function answerLine(
  served: Knowledge,
  line: string,
  addressed: boolean,
): Answer | { error: string } {
  try {
    const { text } = JSON.parse(line) as { text?: unknown };
    if (typeof text === 'string') return answer(served, { text, addressed });
  } catch {
    // Told below, together with a line of another shape.
  }
  return { error: 'Each line must be a JSON object such as {"text": "my account is locked"}.' };
}

main().catch(failWith);
