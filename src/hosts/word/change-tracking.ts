/**
 * Whether Word keeps changes as revisions, to be asked for with the next sync of the batch and read after it. Word that
 * cannot say (before WordApi 1.4) is taken not to. Inserted text follows the mode by itself; nothing is switched.
 */
export function tracksChanges(context: Word.RequestContext): () => boolean {
  if (!Office.context.requirements.isSetSupported("WordApi", "1.4")) return () => false;
  const { document } = context;
  document.load("changeTrackingMode");
  return () => document.changeTrackingMode !== Word.ChangeTrackingMode.off;
}
