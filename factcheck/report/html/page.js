// Filters the questions.
(() => {
  const form = document.getElementById("filters");
  let cards = [...document.querySelectorAll(".card")];
  const total = cards.length + data.single.length;
  const asked = [...document.querySelectorAll(".asked")];
  const marks = [...document.querySelectorAll(".story .claim")];
  const chapters = [...document.querySelectorAll(".chapter")];
  const count = form.querySelector("output");
  const fields = [...form.elements].filter((field) => field.name);
  const words = new Map();
  const SUREST = ["sure", "likely", "possible"];

  const wanted = (card, { verdict, kind, outlet, confidence, place, find, across }) => {
    const { dataset } = card;
    const outlets = dataset.outlets.split(" ");
    return (!verdict || dataset.verdict === verdict) &&
      (!kind || dataset.kind === kind) &&
      (!outlet || outlets.includes(outlet)) &&
      (!confidence || SUREST.indexOf(dataset.confidence) <= SUREST.indexOf(confidence)) &&
      (!place || dataset.places.includes(place.trim().toLowerCase())) &&
      (!find || wordsOf(card).includes(find.trim().toLowerCase())) &&
      (!across || (outlets.length > 1 && !("inside" in dataset)));
  };

  // All words of a question, its folded quotes too.
  const wordsOf = (card) => {
    if (!words.has(card)) {
      const folds = [...card.querySelectorAll("details[data-claims]")];
      const quotes = folds.flatMap((fold) => fold.dataset.claims.split(" ")).map((claim) => {
        const { before, figure, after, outlet, where, name } = claimOf(parseInt(claim, 10));
        return [before + figure + after, outlet, where, name].join(" ");
      });
      words.set(card, [card.textContent, ...quotes].join(" ").toLowerCase());
    }
    return words.get(card);
  };

  // The number of an outlet is another one in the next report: its name goes into the address.
  const named = (field) => field.tagName === "SELECT" ? field.selectedOptions[0].label : field.value;

  const keep = (choice) => {
    const kept = new URLSearchParams();
    for (const field of fields) if (choice[field.name]) kept.set(field.name, named(field));
    const query = kept.toString();
    history.replaceState(null, "", location.pathname + (query && `?${query}`) + location.hash);
  };

  const restore = () => {
    const kept = new URLSearchParams(location.search);
    for (const field of fields) {
      const value = kept.get(field.name);
      if (value === null) continue;
      if (field.type === "checkbox") field.checked = true;
      else if (field.tagName === "SELECT") {
        const option = [...field.options].find((each) => each.label === value);
        if (option) option.selected = true;
      } else field.value = value;
    }
  };

  const filter = () => {
    const choice = Object.fromEntries(new FormData(form));
    const chosen = Object.values(choice).some(Boolean);
    if (chosen) drawSingle();
    cards = [...document.querySelectorAll(".card")];
    for (const card of [...cards, ...asked]) card.hidden = !wanted(card, choice);
    for (const chapter of chapters) {
      chapter.hidden = chosen &&
        !chapter.querySelector(".card:not([hidden]), .asked:not([hidden])");
      for (const fold of chapter.querySelectorAll(":scope > details")) fold.open = chosen;
    }
    const shown = cards.filter((card) => !card.hidden);
    const leads = new Set([...shown, ...asked.filter((each) => !each.hidden)].map((to) => "#" + to.id));
    for (const mark of marks) {
      mark.classList.toggle("off", chosen && !leads.has(mark.getAttribute("href")));
    }
    count.textContent = `${chosen ? shown.length : total} of ${total} questions`;
    keep(choice);
  };

  // A link to a question that is filtered out, or to a quote that is folded in, shows it first.
  const reveal = () => {
    if (singles.has(location.hash) && drawSingle()) location.replace(location.href); // :target
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target) return;
    if (target.closest("[hidden]")) {
      form.reset();
      filter();
    }
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    target.scrollIntoView({ block: "nearest" });
  };

  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => {
    drawSingle();
    for (const fold of document.querySelectorAll("details")) {
      draw(fold);
      fold.open = true;
    }
  });
  restore();
  filter();
  // On a phone the filters would fill the first screen: they wait until somebody has chosen.
  const fold = form.parentElement;
  fold.hidden = false;
  fold.open = location.search !== "" || matchMedia("(min-width: 50rem)").matches;
  reveal();
})();
