import type { Element } from "slimdom";
import type { Figure, Narrative, NarrativeSection } from "../../../core/narrative/index.js";
import { contentOf, roleOf } from "../control.js";
import { allControlIds } from "../control-ids.js";
import { fragment } from "../fragment.js";
import { factKey } from "../names.js";
import { ControlIds, type Pen } from "../pen.js";
import { sectionControl } from "../render.js";
import { replaceWords } from "../replace-words.js";
import { childNamed, type ReportPackage } from "../report-package.js";
import type { DocumentStyles } from "../document-styles.js";
import { textOf } from "../words.js";
import { findSections, type FoundInParagraph } from "./find-sections.js";

/**
 * A report whose controls another program dropped, adopted by its words: what still says what we would say is put into
 * controls again, in the tree of the document; figures keep what they show until the update. Answers the ids of the
 * sections found.
 */
export function adoptReport(report: ReportPackage, narrative: Narrative, styles: DocumentStyles): readonly string[] {
  const [part] = report.texts;
  const root = part?.document.documentElement;
  const body = root ? childNamed(root, "body") : null;
  if (!part || !body) return [];
  const found = findSections(blocksIn(body), narrative).filter(({ elements }) => areNeighbours(elements));
  if (found.length === 0) return [];
  part.source.watch();
  const ids = new ControlIds(report.texts.flatMap(({ document }) => allControlIds(document)));
  const pen: Pen = { ids, styles: styles.ids, revision: null };
  const figures = new Map(narrative.figures.map((figure) => [factKey(figure.id), figure]));
  for (const { section, elements, figures: places } of found) {
    for (const place of places) adoptFigures(place, figures, pen);
    putInto(section, elements, pen);
  }
  return found.map(({ section }) => section.id);
}

/** Paragraphs and tables of the body, those in controls without a tag included: it may be ours that is gone. */
function blocksIn(parent: Element): readonly Element[] {
  return parent.children.flatMap((child) => {
    const content = child.localName === "sdt" && roleOf(child) === null ? contentOf(child) : null;
    if (content) return blocksIn(content);
    return child.localName === "sectPr" ? [] : [child];
  });
}

function areNeighbours(elements: readonly Element[]): boolean {
  return elements.length > 0 && elements.every(({ parentElement }) => parentElement === elements[0]?.parentElement);
}

/** A control that holds just this section gets its tag again; else there is a new one around. */
function putInto(section: NarrativeSection, elements: readonly Element[], pen: Pen): void {
  const [control] = fragment(sectionControl(section, "", pen));
  const [first] = elements;
  const holder = first?.parentElement;
  if (!control || !first || !holder) return;
  const known = holder.localName === "sdtContent" && holder.children.length === elements.length && holder.parentElement;
  const fresh = childNamed(control, "sdtPr");
  const properties = known ? childNamed(known, "sdtPr") : null;
  if (properties && fresh) {
    for (const name of ["tag", "alias"]) {
      childNamed(properties, name)?.remove();
      const given = childNamed(fresh, name);
      if (given) properties.prepend(given);
    }
    return;
  }
  first.before(control);
  control.lastElementChild?.append(...elements);
}

/** From the last to the first, so that offsets stay true. */
function adoptFigures(
  { paragraph, figures: places }: FoundInParagraph,
  figures: ReadonlyMap<string, Figure>,
  pen: Pen,
): void {
  const text = textOf(paragraph, true);
  // Offsets count composed characters.
  if (text.normalize("NFC") !== text) return;
  for (const { key, from, to } of [...places].reverse()) {
    const figure = figures.get(key);
    if (figure)
      replaceWords(
        [paragraph] satisfies Element[],
        from,
        to,
        [{ kind: "figure", figure: { ...figure, text: text.slice(from, to) } }],
        pen,
      );
  }
}
