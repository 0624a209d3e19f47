// Every text that is shown, with its contrast as WCAG 2 computes it, where that is too little.
() => {
  const parse = (value) => {
    const found = value.match(/^rgba?\(([^)]+)\)$/);
    const [r, g, b, alpha = 1] = found[1].split(/[ ,/]+/).map(Number);
    return { rgb: [r, g, b], alpha };
  };
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { rgb, alpha } = parse(getComputedStyle(at).backgroundColor);
      if (alpha === 1) return rgb;
      if (alpha > 0) throw new Error("a half transparent background: " + at.className);
    }
    return [255, 255, 255];
  };
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const checked = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || ["SCRIPT", "STYLE", "OPTION"].includes(element.tagName)) continue;
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const drawn = element instanceof SVGElement;
    if (drawn && style.stroke !== "none") continue; // the rim of a label
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const found = ratio(parse(drawn ? style.fill : style.color).rgb, background(element));
    checked.push({ text: text.slice(0, 40), ratio: found, enough: found >= (large ? 3 : 4.5) });
  }
  // What is drawn must stand out as well, at 3 to 1: dots and strokes (the faint ones repeat).
  const marks = ".chart .mark-symbol path:not([opacity]), .chart .mark-symbol path[opacity='1']";
  for (const mark of document.querySelectorAll(marks)) {
    const { fill, stroke } = getComputedStyle(mark); // a hollow dot is its rim
    const colours = [fill, stroke].filter((value) => value !== "none");
    const behind = background(mark.closest("figure"));
    const found = Math.max(...colours.map((value) => ratio(parse(value).rgb, behind)));
    checked.push({ text: "a dot", ratio: found, enough: found >= 3 });
  }
  for (const row of document.querySelectorAll(".positions li, mark")) {
    const style = getComputedStyle(row);
    const edge = row.tagName === "MARK" ? style.borderBottomColor : style.borderLeftColor;
    const found = ratio(parse(edge).rgb, background(row));
    checked.push({ text: "an edge", ratio: found, enough: found >= 3 });
  }
  return checked;
};
