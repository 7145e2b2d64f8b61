/** Stands here until its parts do. */
export default function KnowledgePage() {
  return null;
}
