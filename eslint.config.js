import js from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** Only the hosts of Office and `commands` may say these words. */
const officeGlobals = ["Office", "Excel", "Word", "OfficeExtension", "OfficeRuntime", "CustomFunctions"].map(
  (name) => ({ name, message: "Office belongs to src/hosts/{office,excel,word} and src/commands." }),
);

/** What a pure, synchronous room may not reach for. */
const impureGlobals = [
  "window",
  "document",
  "navigator",
  "localStorage",
  "sessionStorage",
  "fetch",
  "XMLHttpRequest",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "requestAnimationFrame",
  "performance",
  "process",
  "Buffer",
  "crypto",
  "console",
].map((name) => ({ name, message: "core is pure: no Office, DOM, Node, clock or randomness." }));

/** Custom functions may run where there is no page. */
const pageGlobals = ["window", "document", "navigator", "location", "localStorage", "sessionStorage", "fetch"].map(
  (name) => ({ name, message: "Custom functions run without DOM and network." }),
);

const houseSyntax = [
  { selector: "ExportDefaultDeclaration", message: "Named exports only." },
  { selector: "ExportSpecifier[exported.name='default']", message: "Named exports only." },
  { selector: "TSEnumDeclaration", message: "No enums: a union of string literals." },
];

/** The same for types: `Excel.Range` is no global reference, but a qualified name. */
const officeTypes = [
  {
    selector: "TSQualifiedName[left.name=/^(Office|Excel|Word|OfficeExtension|OfficeRuntime|CustomFunctions)$/]",
    message: "Office belongs to src/hosts/{office,excel,word} and src/commands.",
  },
];

const pureSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "core has no clock." },
  { selector: "CallExpression[callee.name='Date']", message: "core has no clock." },
];

export default defineConfig(
  globalIgnores(["node_modules/", "dist/", "build/", "coverage/"]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" } },
  js.configs.recommended,
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-undef": "off",
      // XML and workbook formats are defined by their control characters.
      "no-control-regex": "off",
      // Chinese text is full of 全角 blanks.
      "no-irregular-whitespace": [
        "error",
        { skipStrings: true, skipRegExps: true, skipTemplates: true, skipComments: true },
      ],
      "@typescript-eslint/prefer-for-of": "off",
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "off",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-restricted-syntax": ["error", ...houseSyntax],
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/ban-ts-comment": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-implied-eval": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/**/*.ts", "src/**/*.tsx"],
    rules: {
      "no-restricted-globals": ["error", ...officeGlobals],
      "no-restricted-syntax": ["error", ...houseSyntax, ...officeTypes],
      "no-console": "error",
    },
  },
  {
    files: ["src/core/**/*.ts"],
    rules: {
      "no-restricted-globals": ["error", ...officeGlobals, ...impureGlobals],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: "core has no randomness." },
        { object: "Date", property: "now", message: "core has no clock." },
      ],
      "no-restricted-syntax": ["error", ...houseSyntax, ...officeTypes, ...pureSyntax],
    },
  },
  {
    files: ["src/hosts/{office,excel,word}/**/*.ts", "src/commands/**/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "no-restricted-globals": "off",
      "no-restricted-syntax": ["error", ...houseSyntax],
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-context-sync-in-loop": "error",
      "office-addins/no-empty-load": "error",
      "office-addins/no-navigational-load": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
    },
  },
  {
    files: ["src/commands/functions.ts", "src/commands/functions/**/*.ts"],
    rules: { "no-restricted-globals": ["error", ...pageGlobals] },
  },
  {
    files: ["src/pane/**/*.{ts,tsx}", "src/page/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
  {
    // Tools that read their configuration from a default export.
    files: ["*.config.ts", "*.config.js", "*.config.cjs", ".dependency-cruiser.cjs"],
    languageOptions: { globals: { module: "writable", require: "readonly", process: "readonly", URL: "readonly" } },
    rules: { "no-restricted-syntax": "off", "@typescript-eslint/no-require-imports": "off" },
  },
);
