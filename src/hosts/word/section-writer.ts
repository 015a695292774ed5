import type { SectionEdit } from "../../documents/docx/index.js";
import { fail, success, type Result } from "../../core/result/index.js";
import { askTracking, canSwitchTracking, withoutTracking } from "./change-tracking.js";

/**
 * Replaces the content of section controls: one round trip to find them, one to write them all, one more where Word
 * left empty paragraphs behind. Formatting and bound figures come with the inserted package. Nothing is written where a
 * control is missing or locked.
 */
export async function writeSections(
  edits: readonly SectionEdit[],
  marked: boolean,
): Promise<Result<{ readonly tracked: boolean }>> {
  if (marked && !canSwitchTracking()) return cannotSwitch;
  return Word.run(async (context) => {
    const tags = [...new Set(edits.map(({ tag }) => tag))];
    const { contentControls } = context.document.body;
    const found = new Map(tags.map((tag) => [tag, contentControls.getByTag(tag)]));
    for (const controls of found.values()) controls.load("items/cannotEdit,items/title");
    const tracking = askTracking(context);
    await context.sync();
    const targets = edits.map((edit) => ({ edit, control: found.get(edit.tag)?.items[edit.copy] }));
    const written: { readonly edit: SectionEdit; readonly paragraphs: Word.ParagraphCollection }[] = [];
    for (const { control } of targets) {
      if (!control) return sectionGone;
      if (control.cannotEdit) return locked(control.title);
    }
    const mode = tracking();
    const insert = (): Promise<void> => {
      for (const { edit, control } of targets) {
        if (!control) continue;
        control.insertOoxml(edit.xml, Word.InsertLocation.replace);
        const { paragraphs } = control;
        paragraphs.load("items/text");
        written.push({ edit, paragraphs });
      }
      return context.sync();
    };
    if (marked && mode !== null) await withoutTracking(context, mode, insert);
    else await insert();
    const tracked = marked || (mode !== null && mode !== Word.ChangeTrackingMode.off);
    // Struck-out paragraphs are still there, so they cannot be counted.
    const strays = tracked ? [] : written.flatMap(({ edit, paragraphs }) => straysOf(paragraphs, edit.paragraphs));
    for (const stray of strays) stray.delete();
    if (strays.length > 0) await context.sync();
    return success({ tracked });
  });
}

/** Empty paragraphs after the inserted ones: Word ends some insertions with one. */
function straysOf({ items }: Word.ParagraphCollection, expected: number): readonly Word.Paragraph[] {
  const surplus = items.slice(expected);
  return surplus.every(({ text }) => text === "") ? surplus : [];
}

const cannotSwitch = fail(
  "tracking",
  "文档开着修订，而这个版本的 Word 不能由本窗格按修订写入。请关闭修订后再更新，或存成更新后的副本（其中按修订标出）。",
  "The document tracks its changes, and this version of Word does not let the pane write tracked changes. Switch tracking off, or save an updated copy, in which the changes are tracked.",
);

const sectionGone = fail(
  "changed-since",
  "要改写的一节已经不在文档里了，请重新查看计划。",
  "A section to be rewritten is no longer in the document. Make the plan again.",
);

function locked(title: string): Result<never> {
  return fail(
    "locked",
    `“${title}”的内容控件被锁定，不能编辑。请在“开发工具 → 属性”里解除锁定，或存成更新后的副本。`,
    `The content control of “${title}” is locked. Unlock it (Developer → Properties), or save an updated copy.`,
  );
}
