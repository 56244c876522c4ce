import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test("the committed bundle is what the sources build", () => {
  execFileSync(process.execPath, [at("assets/build/bundle.mjs"), "--check"], { stdio: "pipe" });
});

test("no module writes markup", async () => {
  for (const name of await readdir(at("assets/view"))) {
    if (!name.endsWith(".js")) continue;
    const source = await readFile(at(`assets/view/${name}`), "utf8");
    assert.doesNotMatch(
      source,
      /\.(innerHTML|outerHTML)|insertAdjacentHTML|document\.write|\beval\(|new Function/,
      name,
    );
  }
});

test("dark mode changes colours that light mode has, and stands in one place", async () => {
  const style = await readFile(at("assets/view/style.css"), "utf8");
  const names = (body) => [...body.matchAll(/(--dl-[a-z-]+):/g)].map(([, name]) => name);
  const [light, ...dark] = [...style.matchAll(/\{([^}]*--dl-paper:[^}]*)\}/g)].map(([, body]) => names(body));
  assert.equal(dark.length, 1);
  assert.ok(dark[0].length > 15);
  assert.deepEqual(
    dark[0].filter((name) => !light.includes(name)),
    [],
  );
});
