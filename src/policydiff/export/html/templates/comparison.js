"use strict";
(() => {
  const $ = id => document.getElementById(id), root = document.documentElement;
  const rows = [...document.querySelectorAll(".row")];
  const entries = new Map([...document.querySelectorAll(".entry")].map(entry => [entry.firstElementChild.hash.slice(1), entry]));
  const find = $("find"), found = $("found"), split = $("v-split"), merged = $("v-merged");
  document.querySelector(".live").hidden = false;

  const bar = document.querySelector(".bar");
  new ResizeObserver(() => root.style.setProperty("--bar", `${bar.offsetHeight - 1}px`)).observe(bar);

  const theme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  $("theme").addEventListener("click", theme);

  let current = null;
  const mark = row => {
    current?.removeAttribute("aria-current");
    if (current) entries.get(current.id)?.removeAttribute("aria-current");
    current = row;
    if (!row) return;
    row.setAttribute("aria-current", "true");
    const entry = entries.get(row.id);
    entry?.setAttribute("aria-current", "true");
    const nav = document.querySelector(".outline"), box = entry?.getBoundingClientRect(), frame = nav.getBoundingClientRect();
    if (box && (box.top < frame.top + 40 || box.bottom > frame.bottom - 20)) nav.scrollTop += box.top - frame.top - frame.height / 3;
  };
  const shown = row => row.offsetParent !== null && getComputedStyle(row).display !== "none";
  const step = way => {
    const from = current && shown(current) ? rows.indexOf(current) : way > 0 ? -1 : rows.length;
    let place = current && shown(current) ? from : nearest(way);
    for (place += current && shown(current) ? way : 0; place >= 0 && place < rows.length; place += way) {
      if (shown(rows[place]) && !rows[place].matches(".k-unchanged:not(.is-moved)")) return go(rows[place]);
    }
  };
  const nearest = way => {
    const visible = rows.map((row, n) => n).filter(n => shown(rows[n]));
    const below = visible.find(n => rows[n].getBoundingClientRect().bottom > 120) ?? rows.length;
    return way > 0 ? below : (visible.filter(n => n < below).pop() ?? -1);
  };
  const go = row => {
    mark(row);
    row.scrollIntoView({ block: "start" });
    row.focus({ preventScroll: true });
  };
  $("next").addEventListener("click", () => step(1));
  $("previous").addEventListener("click", () => step(-1));
  addEventListener("hashchange", () => mark(document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".row") ?? current));

  const texts = new Map();
  const textOf = row => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
    return texts.get(row);
  };
  const ranges = (row, words) => {
    const made = [], walk = document.createTreeWalker(row, NodeFilter.SHOW_TEXT), nodes = [];
    let text = "";
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      nodes.push([text.length, node]);
      text += node.data.toLowerCase();
    }
    const at = place => {
      let low = 0, high = nodes.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (nodes[middle][0] <= place) low = middle; else high = middle - 1;
      }
      return [nodes[low][1], Math.min(place - nodes[low][0], nodes[low][1].length)];
    };
    for (let place = text.indexOf(words); place >= 0; place = text.indexOf(words, place + words.length)) {
      const range = new Range();
      range.setStart(...at(place));
      const [node, offset] = at(place + words.length - 1);
      range.setEnd(node, Math.min(offset + 1, node.length));
      made.push(range);
    }
    return made;
  };
  const search = () => {
    const words = find.value.trim().toLowerCase(), hits = [];
    for (const row of rows) {
      const hit = !words || textOf(row).includes(words);
      row.classList.toggle("missed", !hit);
      entries.get(row.id)?.classList.toggle("missed", !hit);
      if (hit && words) hits.push(row);
    }
    found.textContent = words ? String(hits.length) : "";
    if (typeof Highlight === "undefined" || !CSS.highlights) return;
    CSS.highlights.delete("found");
    if (words) CSS.highlights.set("found", new Highlight(...hits.flatMap(row => ranges(row, words))));
  };
  let waiting = 0;
  find.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target === find) {
      if (event.key === "Enter") { clearTimeout(waiting); search(); step(event.shiftKey ? -1 : 1); find.focus({ preventScroll: true }); event.preventDefault(); }
      if (event.key === "Escape") { find.value = ""; search(); find.blur(); }
      return;
    }
    const acts = {
      j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
      "/": () => find.focus(), t: theme, v: () => { (split.checked ? merged : split).checked = true; current?.scrollIntoView({ block: "start" }); },
      "?": () => { const keys = document.querySelector(".keys"); keys.open = !keys.open; if (keys.open) keys.scrollIntoView(); },
    }[event.key];
    if (!acts) return;
    event.preventDefault();
    acts();
  });
})();
