/** What the Bot Service is told about the activity it delivered. */
export interface Receipt {
  status: number;
  body?: unknown;
  /** Why it was refused, for the log. */
  problem?: string;
}
