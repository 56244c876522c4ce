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

test("dark colours are the same by choice and by system", async () => {
  const style = await readFile(at("assets/view/style.css"), "utf8");
  const blocks = [
    ...style.matchAll(/(?:not\(\[data-theme="light"\]\)|\[data-theme="dark"\]) \{([^}]*--dl-paper[^}]*)\}/g),
  ];
  const [system, chosen] = blocks.map(([, body]) =>
    body
      .split(";")
      .map((line) => line.trim())
      .filter(Boolean),
  );
  assert.ok(system.length > 15);
  assert.deepEqual(system, chosen);
});
