import type { FactOrigin } from "../core/facts/index.js";
import { paragraphText, type NarrativeSection } from "../core/narrative/index.js";
import { addressOf } from "../core/sheet/index.js";
import type { ConflictKind, TemplateIssueKind } from "../documents/docx/index.js";
import type { DraftedReport } from "./draft-report.js";

/** What `annex narrate --format json` prints. */
export interface NarrateJson {
  readonly output: string;
  readonly title: string;
  readonly facts: readonly {
    readonly id: string;
    readonly label: string;
    readonly text: string;
    readonly unit: string | null;
    /** Of the first cell; null unless the figure was read from cells. */
    readonly sheet: string | null;
    readonly cell: string | null;
    readonly cells: readonly string[];
    readonly from: FactOrigin;
  }[];
  readonly sections: readonly SectionJson[];
  /** The list of annexes after the last section. */
  readonly closing: SectionJson | null;
  /** Sections whose controls were gone, found again by their words. */
  readonly adopted: readonly string[];
  readonly updated: readonly string[];
  readonly kept: readonly string[];
  readonly conflicts: readonly {
    readonly id: string;
    readonly kind: ConflictKind;
    readonly section: string;
    readonly figure: string | null;
    readonly reason: string;
    readonly theirs: string;
    readonly ours: string;
  }[];
  /** Placeholders of a template that stayed as they were, and what else a person has to look at there. */
  readonly issues: readonly {
    readonly kind: TemplateIssueKind;
    readonly placeholder: string;
    readonly place: string;
    readonly paragraph: number;
    readonly closest: string | null;
    readonly message: string;
  }[];
}

interface SectionJson {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export function narrateJson(output: string, { narrative, plan, issues }: DraftedReport): NarrateJson {
  return {
    output,
    title: narrative.title.title,
    facts: narrative.figures.map(({ id, label, text, unit, cells, from }) => {
      const [first] = from === "cells" ? cells : [];
      return {
        id,
        label,
        text,
        unit,
        sheet: first?.sheet ?? null,
        cell: first ? addressOf(first) : null,
        cells: first ? cells.filter(({ sheet }) => sheet === first.sheet).map(addressOf) : [],
        from,
      };
    }),
    sections: narrative.sections.map(sectionJson),
    closing: narrative.closing && sectionJson(narrative.closing),
    adopted: plan.adopted,
    updated: plan.updated,
    kept: plan.kept,
    conflicts: plan.conflicts.map(({ id, kind, section, figure, theirs, ours }) => ({
      id,
      kind,
      section,
      figure,
      reason: reasons[kind],
      theirs,
      ours,
    })),
    issues: issues.map(({ message, ...issue }) => ({ ...issue, message: message.zh })),
  };
}

/** Fixed by contract: scripts look for these words. A turned meaning is an edit to them; `kind` tells more. */
const reasons: Readonly<Record<ConflictKind, string>> = {
  edited: "edited by a person",
  meaning: "edited by a person",
  "typed-over": "figure typed over by a person",
  "record-gone": "the record of what was written is gone, so edits cannot be told",
};

function sectionJson({ id, title, paragraphs }: NarrativeSection): SectionJson {
  return { id, title, paragraphs: paragraphs.map(paragraphText) };
}
