import CopyPlugin from "copy-webpack-plugin";
import { EsbuildPlugin } from "esbuild-loader";
import HtmlPlugin from "html-webpack-plugin";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";

const { officeJsAddress, officeJsSource, ownOfficeJsFiles } = await tsImport(
  "./scripts/web/office-js.ts",
  import.meta.url,
);
const { metadataText } = await tsImport("./src/commands/functions/metadata.ts", import.meta.url);
const { pagePolicy, panePolicy } = await tsImport("./scripts/web/content-security.ts", import.meta.url);

const root = import.meta.dirname;
const officeJsFolder = join(dirname(fileURLToPath(import.meta.resolve("@microsoft/office-js/package.json"))), "dist");

/** The oldest engine in use: the web view of Excel 2021 keeps itself up to date, Safari of macOS 12 does not. */
const target = "es2021";

/** The place of the three buttons of the pane in Excel, in its first frame. */
const paneJobs = '<div class="first-jobs" aria-hidden="true"><i></i><i></i><i></i></div>';

/** Environment: OFFICE_JS=own|global|china. Flags: --mode, --env https (development server with the trusted certificate). */
export default async function webpackConfig(env, { mode }) {
  const production = mode !== "development";
  const source = officeJsSource(process.env.OFFICE_JS);
  return {
    mode: production ? "production" : "development",
    // Never an eval devtool: the policy of both pages forbids eval.
    devtool: production ? false : "source-map",
    // The ribbon's functions run in the pane's own runtime.
    entry: {
      pane: ["./src/pane/main.tsx", "./src/commands/main.ts"],
      word: "./src/pane/word-main.tsx",
      page: "./src/page/main.tsx",
      // The manifest names it; a runtime without DOM can load nothing besides.
      functions: { import: "./src/commands/functions.ts", filename: "functions.js" },
    },
    output: {
      path: resolve(root, "dist/web"),
      filename: "[name].[contenthash].js",
      chunkFilename: "[name].[contenthash].js",
      cssChunkFilename: "[name].[contenthash].css",
      assetModuleFilename: "assets/[name].[contenthash][ext]",
      hashDigestLength: 12,
      clean: true,
    },
    resolve: { extensions: [".ts", ".tsx", ".js"], extensionAlias: { ".js": [".ts", ".tsx", ".js"] } },
    module: {
      rules: [
        { test: /\.tsx?$/, loader: "esbuild-loader", options: { target, jsx: "automatic" } },
        { test: /\.css$/, type: "css/auto" },
      ],
    },
    experiments: { css: true },
    optimization: { minimizer: [new EsbuildPlugin({ target, css: true, legalComments: "none" })] },
    plugins: [
      new HtmlPlugin({
        filename: "pane.html",
        template: "./src/pane/pane.html",
        chunks: ["pane"],
        templateParameters: {
          host: "Excel",
          jobs: paneJobs,
          officeJs: officeJsAddress(source),
          policy: panePolicy(source),
        },
      }),
      new HtmlPlugin({
        filename: "word.html",
        template: "./src/pane/pane.html",
        chunks: ["word"],
        templateParameters: { host: "Word", jobs: "", officeJs: officeJsAddress(source), policy: panePolicy(source) },
      }),
      new HtmlPlugin({
        filename: "page.html",
        template: "./src/page/page.html",
        chunks: ["page"],
        templateParameters: { policy: pagePolicy() },
      }),
      new HtmlPlugin({
        filename: "functions.html",
        template: "./src/commands/functions.html",
        chunks: ["functions"],
        templateParameters: { officeJs: officeJsAddress(source), policy: panePolicy(source) },
      }),
      new CopyPlugin({
        patterns: [
          ...[
            ["functions.json", "zh"],
            ["functions.en-us.json", "en"],
          ].map(([to, language]) => ({
            from: "src/commands/functions/function-table.ts",
            to,
            transform: () => metadataText(language),
          })),
          { from: "assets/icons/*.png", to: "assets/icons/[name][ext]" },
          { from: "assets/icons/src/annex-desk.svg", to: "assets/icons/[name][ext]" },
          { from: "assets/samples/*.xlsx", to: "samples/[name][ext]" },
          ...(source === "own"
            ? ownOfficeJsFiles.map((file) => ({
                from: join(officeJsFolder, file),
                to: `officejs/${file}`,
                // Shipped as they are: their licence asks for it.
                info: { minimized: true },
              }))
            : []),
        ],
      }),
    ],
    performance: { hints: false },
    stats: production ? "errors-warnings" : "minimal",
    devServer: production ? undefined : await developmentServer(env, source),
  };
}

async function developmentServer(env, source) {
  const { policyHeader } = await tsImport("./scripts/web/content-security.ts", import.meta.url);
  return {
    host: "localhost",
    port: 3000,
    hot: false,
    liveReload: true,
    server: env.https === undefined ? "http" : { type: "https", options: await certificate() },
    devMiddleware: { index: "page.html" },
    static: false,
    setupMiddlewares: (middlewares) => [
      (request, response, next) => {
        // Live reload talks over a socket of its own.
        const policy = policyHeader(request.path, source).replace("connect-src 'self'", "connect-src 'self' ws: wss:");
        response.setHeader("Content-Security-Policy", policy);
        next();
      },
      ...middlewares,
    ],
  };
}

/** The certificate that office-addin-dev-certs made and the system trusts. */
async function certificate() {
  const { default: certificates } = await import("office-addin-dev-certs");
  return certificates.getHttpsServerOptions();
}
