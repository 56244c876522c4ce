// Bundle assets/view into assets/dist/view.js and view.css. `--check` builds in memory and compares.
import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

async function bundle() {
  const settings = {
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    target: "es2022",
    legalComments: "none",
  };
  const script = await build({
    ...settings,
    entryPoints: [at("view/main.js")],
    format: "iife",
    globalName: "dateline",
  });
  const style = await build({ ...settings, entryPoints: [at("view/style.css")] });
  return { "dist/view.js": script.outputFiles[0].text, "dist/view.css": style.outputFiles[0].text };
}

const built = await bundle();
for (const [path, text] of Object.entries(built)) {
  if (!process.argv.includes("--check")) await writeFile(at(path), text);
  else if ((await readFile(at(path), "utf8")) !== text) {
    console.error(`assets/${path} is not what assets/view builds; run: npm run build`);
    process.exitCode = 1;
  }
}
