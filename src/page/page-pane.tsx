import type { Theme } from "@fluentui/react-components";
import { useEffect, type ReactElement } from "react";
import { AnnexPane, preloadViews, type Desk, type PaneTexts } from "../pane/index.js";

/** The pane as in Excel, without the name that the page's own header shows. */
export function PagePane({
  desk,
  texts,
  theme,
}: {
  readonly desk: Desk;
  readonly texts: PaneTexts;
  readonly theme: Theme;
}): ReactElement {
  useEffect(preloadViews, []);
  return <AnnexPane desk={desk} texts={texts} theme={theme} plain />;
}
