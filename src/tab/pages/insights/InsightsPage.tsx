/** Stands here until its parts do. */
export default function InsightsPage() {
  return null;
}
