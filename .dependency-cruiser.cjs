/**
 * The order of the rooms: a room imports only rooms that stand above it in this list, and only through their door
 * (`index.ts`). `npm run boundaries` proves it on this tree, test/boundaries.test.ts proves that the proof can fail.
 */
const rooms = [
  "core/result",
  "core/hash",
  "core/quantity",
  "core/sheet",
  "core/formula",
  "core/report",
  "core/pack",
  "core/recognise",
  "core/claims",
  "core/facts",
  "core/achievement",
  "core/tieout",
  "core/rules",
  "core/findings",
  "core/narrative",
  "documents/archive",
  "documents/xml",
  "documents/desk",
  "documents/docx",
  "documents/xlsx",
  "app",
  "hosts/file",
  "hosts/office",
  "hosts/excel",
  "hosts/word",
  "pane",
  "commands",
  "page",
  "cli",
];

/** A file in the room, at any depth. */
const inside = (room) => `^src/${room}/`;

const order = rooms.slice(0, -1).map((room, place) => ({
  name: `order/${room}`,
  comment: `${room} imports only rooms that stand above it.`,
  severity: "error",
  from: { path: inside(room) },
  to: {
    path: rooms.slice(place + 1).map(inside),
    // The one exception: the verbs of the rules speak of the finding record they fill in, as a type only.
    ...(room === "core/rules" ? { pathNot: "^src/core/findings/index\\.ts$" } : {}),
  },
}));

/**
 * A side door: the reader of a person's own pack brings YAML and the schema library along, so it is loaded apart,
 * and only by `import()`.
 */
const packReader = "^src/core/pack/compile\\.ts$";

/** The other side door: files on a disk, which no browser has; for the command line only. */
const diskDoor = "^src/hosts/file/node\\.ts$";

const doors = rooms.map((room) => ({
  name: `door/${room}`,
  comment: `${room} is entered through its index.ts only.`,
  severity: "error",
  from: { path: "^src/", pathNot: inside(room) },
  to: { path: inside(room), pathNot: [`^src/${room}/index\\.tsx?$`, packReader, diskDoor] },
}));

const forbidden = [
  ...order,
  ...doors,
  {
    name: "rules-take-findings-as-types",
    severity: "error",
    from: { path: inside("core/rules") },
    to: { path: inside("core/findings"), dependencyTypesNot: ["type-only"] },
  },
  {
    name: "pack-reader-comes-late",
    comment: "YAML and the schema library load for a person's own pack only.",
    severity: "error",
    from: { path: "^src/" },
    to: { path: packReader, dynamic: false, dependencyTypesNot: ["type-only"] },
  },
  {
    name: "hosts-stand-apart",
    comment: "One host never leans on another; hosts/office is what Excel and Word share.",
    severity: "error",
    from: { path: "^src/hosts/([^/]+)/" },
    to: { path: "^src/hosts/", pathNot: "^src/hosts/($1|office)/" },
  },
  {
    name: "known-rooms-only",
    comment: "Every file of src lives in a room of the list, or in packs.",
    severity: "error",
    from: {},
    to: { path: "^src/", pathNot: [...rooms.map(inside), "^src/packs/"] },
  },
  {
    name: "packs-from-composition-roots",
    severity: "error",
    from: {
      path: "^src/",
      pathNot: [
        "^src/packs/",
        "^src/(pane|page|commands)/main\\.tsx?$",
        "^src/pane/shipped-packs\\.ts$",
        "^src/commands/functions\\.ts$",
        "^src/(cli|page)/",
      ],
    },
    to: { path: ["^src/packs/", "^build/packs/"] },
  },
  {
    name: "packs-import-no-room",
    comment: "Packs are data.",
    severity: "error",
    from: { path: "^src/packs/" },
    to: { path: rooms.map(inside), dependencyTypesNot: ["type-only"] },
  },
  {
    name: "core-npm",
    comment: "core stands on exact decimals and the readers of a pack, nothing else.",
    severity: "error",
    from: { path: "^src/core/" },
    to: { path: "node_modules/", pathNot: "node_modules/(@types/)?(big\\.js|zod|yaml)/" },
  },
  {
    name: "core-node",
    severity: "error",
    from: { path: "^src/core/" },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "node-only-where-files-are",
    comment: "Node's own modules belong to the command line and to the host over files on a disk.",
    severity: "error",
    from: { path: "^src/", pathNot: ["^src/cli/", "^src/hosts/file/disk\\.ts$"] },
    to: { dependencyTypes: ["core"] },
  },
  {
    name: "disk-for-the-command-line-only",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/cli/" },
    to: { path: diskDoor },
  },
  {
    name: "zip-and-xml-only-in-documents",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/documents/" },
    to: { path: "node_modules/(fflate|saxes|slimdom)/" },
  },
  {
    name: "react-only-in-faces",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/(pane|page)/" },
    to: { path: "node_modules/(@types/)?(react|react-dom|zustand|@fluentui|@griffel|@fortune-sheet)/" },
  },
  {
    name: "sheet-view-only-on-the-page",
    severity: "error",
    from: { path: "^src/", pathNot: "^src/page/" },
    to: { path: "node_modules/@fortune-sheet/" },
  },
  {
    name: "src-imports-only-src",
    severity: "error",
    from: { path: "^src/" },
    to: { path: "^(test|scripts)/" },
  },
  {
    name: "functions-stand-on-core",
    comment: "Custom functions may run in Excel's bare JavaScript runtime: no DOM, no React, one small script.",
    severity: "error",
    from: { path: "^src/commands/functions[./]" },
    to: { path: "^src/", pathNot: ["^src/core/", "^src/commands/functions/", "^src/packs/"] },
  },
  {
    name: "no-development-parts",
    comment: "What ships stands on dependencies, not on devDependencies.",
    severity: "error",
    from: { path: "^src/" },
    to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "node_modules/@types/" },
  },
  {
    name: "nothing-undeclared",
    severity: "error",
    from: {},
    to: { dependencyTypes: ["npm-no-pkg", "npm-unknown", "undetermined"], dependencyTypesNot: ["type-only"] },
  },
  {
    name: "no-circles",
    comment: "Two files may know each other's types; values come from one side only.",
    severity: "error",
    from: { path: "^src/" },
    to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
  },
  {
    name: "resolvable",
    severity: "error",
    from: { path: "^src/" },
    to: { couldNotResolve: true, pathNot: "^(\\.\\./)*build/packs/" },
  },
];

module.exports = {
  forbidden,
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|coverage)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
