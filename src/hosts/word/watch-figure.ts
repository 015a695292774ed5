import type { FigureAtCursor } from "../../app/index.js";

/** Plain-text controls, which figures are, can be reached from this version on. */
export const plainTextControlsFrom = "1.5";

const figureTag = "annex:fact:";

/** Calls back when the cursor comes to a figure or leaves it. Answers of Word that come too late are left out. */
export function watchFigure(changed: (figure: FigureAtCursor | null) => void): () => void {
  let last = "";
  let asked = 0;
  const look = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    const figure = await figureAtCursor().catch(() => null);
    const now = JSON.stringify(figure);
    if (turn !== asked || now === last) return;
    last = now;
    changed(figure);
  };
  const handler = (): void => void look();
  const event = Office.EventType.DocumentSelectionChanged;
  Office.context.document.addHandlerAsync(event, handler);
  return () => {
    asked += 1;
    Office.context.document.removeHandlerAsync(event, { handler });
  };
}

async function figureAtCursor(): Promise<FigureAtCursor | null> {
  return Word.run(async (context) => {
    const control = context.document.getSelection().parentContentControlOrNullObject;
    control.load("tag,title");
    await context.sync();
    if (control.isNullObject || !control.tag.startsWith(figureTag)) return null;
    return { tag: control.tag, title: control.title };
  });
}
