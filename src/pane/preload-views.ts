/** Fetches what comes after the first check, while nobody waits for it. A failure shows when the part is opened. */
export function preloadViews(): void {
  const parts = [
    import("./finding-details.js"),
    import("./pack-picker.js"),
    import("./prior-workbook.js"),
    import("./recognition-list.js"),
    import("./score-view.js"),
    import("./report-view.js"),
    import("./basics-view.js"),
  ];
  for (const part of parts) part.catch(() => undefined);
}
