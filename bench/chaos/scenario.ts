export interface ScenarioOptions {
  /** How many activities are fuzzed. */
  fuzz: number;
  seed: number;
  /** How often the program is killed. */
  kills: number;
}

export interface Scenario {
  /** What `--only` names. */
  id: string;
  name: string;
  /** @returns what was seen, in a sentence; undefined where this machine cannot play it */
  play(options: ScenarioOptions): Promise<string | undefined>;
}
