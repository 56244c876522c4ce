import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["assets/dist/", "node_modules/", ".venv/", "build/"] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: "module" },
    rules: {
      complexity: ["error", 14],
      "max-lines-per-function": ["error", { max: 60, skipComments: true, skipBlankLines: true }],
      "max-lines": ["error", { max: 400 }],
      "no-implicit-globals": "error",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
          property,
          message: "Text enters by textContent only.",
        })),
      ],
      eqeqeq: "error",
      "prefer-const": "error",
      "no-var": "error",
    },
  },
  { files: ["assets/view/**/*.js"], languageOptions: { globals: { ...globals.browser, L: "readonly" } } },
  { files: ["assets/build/**/*.mjs", "tests/assets/**/*.mjs"], languageOptions: { globals: globals.node } },
];
