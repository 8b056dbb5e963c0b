// Runs axe-core over the page as it stands; gives a sentence for each violation.
"use strict";
const done = arguments[arguments.length - 1];
const onlyColours = arguments[0];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const runOnly = onlyColours
  ? { type: "rule", values: ["color-contrast", "link-in-text-block"] }
  : { type: "tag", values: tags };
axe.run(document, { runOnly, resultTypes: ["violations"], preload: false }).then(
  ({ violations }) => done(violations.map((found) => {
    const places = found.nodes.map((node) => `${node.target.join(" ")} (${(node.any[0] || node.all[0] || node.none[0] || {}).message || ""})`);
    return `${found.id}: ${places.slice(0, 4).join("; ")}${places.length > 4 ? ` and ${places.length - 4} more` : ""}`;
  })),
  (error) => done([`axe could not look: ${error}`]),
);
