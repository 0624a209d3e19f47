"use strict";
// Draws what is folded when it is opened: quotes, cut from the articles of the page, and the
// questions that one article alone answers. Foreign words become text, never markup.
const data = JSON.parse(document.getElementById("data").textContent);
document.documentElement.classList.add("scripted");

const element = (tag, classes, ...inside) => {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...inside);
  return made;
};

const link = (to, words) => {
  const made = element("a", "", words);
  made.href = `#${to}`;
  return made;
};

const claimOf = (number) => {
  const [article, titled, start, before, length, after, words, ...told] = data.claims[number - 1];
  const [place, answer, rule, remark] = told.map((at) => data.words[at]);
  const name = `${data.outlets[article - 1]}:${words}`;
  const story = document.getElementById(`article-${article}`);
  const outlet = story.dataset.outlet;
  const part = partOf(story, titled);
  return {
    number, name, answer, outlet, rule, remark,
    before: part.slice(start - before, start).trimStart(),
    figure: part.slice(start, start + length),
    after: part.slice(start + length, start + length + after).trimEnd(),
    where: titled || "untitled" in story.dataset ? place : `in “${partOf(story, 1)}”, ${place}`,
  };
};

// The words of a part of an article, without the numbers of questions printed between them.
const parts = new Map();
const partOf = (story, titled) => {
  const node = story.querySelector(titled ? "h3" : ".text");
  if (!parts.has(node)) {
    const copy = node.cloneNode(true);
    for (const called of copy.querySelectorAll(".called")) called.remove();
    parts.set(node, copy.textContent);
  }
  return parts.get(node);
};

const quote = (number, colour) => {
  const { outlet, before, figure, after, remark, where, answer, rule, name } = claimOf(number);
  const marked = element("mark", colour && `p${colour}`, figure);
  const told = [remark && `, ${remark}`, `; ${where}`].filter(Boolean).join("");
  const source = element("span", "source", link(`claim-${number}`, outlet), told);
  const pick = element("button", "pick", "Correct");
  pick.type = "button";
  pick.setAttribute("aria-pressed", "false");
  Object.assign(pick.dataset, { claim: number, name });
  const read = element("span", "source", `Read as ${answer} by the rule “${rule}”. Its name: `,
    element("code", "", name), " ", pick);
  return element("li", "quote", element("q", "", before, marked, after), source, read);
};

const drawQuotes = (fold) => {
  const claims = fold.dataset.claims.split(" ").map((claim) => claim.split("."));
  fold.append(element("ul", "quotes", ...claims.map(([number, colour]) => quote(number, colour))));
};

const row = ([number, label, answer, kind, confidence, outlets, places, claims, ...lines]) => {
  const card = element("article", "card row single",
    element("h3", "", element("span", "number", number), ` ${label}`),
    element("p", "answer", element("strong", "", answer)),
    ...lines.map((line) => element("p", "sure", line)));
  card.id = `group-${number}`;
  card.tabIndex = -1;
  Object.assign(card.dataset, { verdict: "single", kind, confidence, outlets, places });
  const fold = element("details", "more", element("summary", "", "Quote, as read"));
  fold.dataset.claims = claims;
  card.append(fold);
  return card;
};

// Whether anything was left to draw.
const drawSingle = () => {
  const fold = document.querySelector("details[data-single]");
  const cards = fold?.querySelector(".cards");
  if (!cards || cards.hasChildNodes()) return false;
  cards.append(...data.single.map(row));
  return true;
};

const draw = (fold) => {
  if ("single" in fold.dataset) drawSingle();
  else if (fold.dataset.claims && !fold.querySelector(".quotes")) drawQuotes(fold);
};

document.addEventListener("toggle", (event) => {
  if (event.target.open) draw(event.target);
}, true);

// What a mark is of is said when it is looked at.
const singles = new Map(data.single.map(([number, label]) => [`#group-${number}`, label]));
const name = ({ target }) => {
  const mark = target.closest?.(".story .claim");
  if (!mark || mark.title) return;
  const to = mark.getAttribute("href");
  const card = document.querySelector(`${to} h3`);
  const label = singles.get(to) ?? card.lastChild.textContent.trim();
  mark.title = `${card ? card.parentElement.dataset.verdict : "single"}: ${label}`;
};
document.addEventListener("pointerover", name);
document.addEventListener("focusin", name);
