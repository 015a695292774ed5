type Mode = Word.Document["changeTrackingMode"];

/** Word says and sets whether it keeps changes as revisions. */
export function canSwitchTracking(): boolean {
  return Office.context.requirements.isSetSupported("WordApi", "1.4");
}

/** The mode, to be asked for with the next sync of the batch and read after it; null where Word cannot say. */
export function askTracking(context: Word.RequestContext): () => Mode | null {
  if (!canSwitchTracking()) return () => null;
  const { document } = context;
  document.load("changeTrackingMode");
  return () => document.changeTrackingMode;
}

/**
 * For content that carries its own revision marks: Word would mark all of it once more. The mode is as before at the end
 * of the batch, and also where the batch fails on its way: what went before the failure stays done.
 */
export async function withoutTracking(
  context: Word.RequestContext,
  mode: Mode,
  insert: () => Promise<void>,
): Promise<void> {
  context.document.changeTrackingMode = Word.ChangeTrackingMode.off;
  try {
    await insert();
  } finally {
    context.document.changeTrackingMode = mode;
    await context.sync();
  }
}
