(function () {
  "use strict";
  var root = document.documentElement;
  function store(key, value) { try { if (value === undefined) { return localStorage.getItem(key); } localStorage.setItem(key, value); } catch (error) { return null; } return value; }

  var theme = store("theme");
  if (theme) { root.dataset.theme = theme; }
  var themeButton = document.querySelector(".theme");
  if (themeButton) {
    themeButton.hidden = false;
    themeButton.addEventListener("click", function () {
      var dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      store("theme", root.dataset.theme);
    });
  }

  var narrow = matchMedia("(max-width: 52rem)");
  var fold = document.querySelector(".menu-fold");
  if (fold && narrow.matches) { fold.open = false; }
  var here = document.querySelector('.menu [aria-current="page"]');
  if (here && !narrow.matches) { here.scrollIntoView({ block: "center" }); }

  // A deep link opens all that it lies in.
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var node = target; node; node = node.parentElement) { if (node.tagName === "DETAILS") { node.open = true; } }
    target.scrollIntoView();
  }
  addEventListener("hashchange", reveal);
  reveal();

  // Samples become tabs; the language is remembered on every page.
  var aside = document.querySelector(".samples");
  var samples = aside ? Array.prototype.slice.call(aside.querySelectorAll(".sample")) : [];
  if (samples.length > 1) {
    var tabs = document.createElement("div");
    tabs.className = "tabs";
    tabs.setAttribute("role", "tablist");
    var buttons = samples.map(function (sample, index) {
      var button = document.createElement("button");
      button.type = "button";
      button.id = "tab-" + index;
      button.textContent = sample.querySelector("h3").textContent;
      button.setAttribute("role", "tab");
      sample.id = "sample-" + index;
      button.setAttribute("aria-controls", sample.id);
      sample.setAttribute("role", "tabpanel");
      sample.querySelector("h3").hidden = true;
      button.addEventListener("click", function () { choose(index); store("language", sample.dataset.language); });
      button.addEventListener("keydown", function (event) {
        var step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
        if (step) { var next = (index + step + samples.length) % samples.length; buttons[next].click(); buttons[next].focus(); }
      });
      tabs.appendChild(button);
      return button;
    });
    var choose = function (chosen) {
      samples.forEach(function (sample, index) {
        sample.hidden = index !== chosen;
        buttons[index].setAttribute("aria-selected", String(index === chosen));
        buttons[index].tabIndex = index === chosen ? 0 : -1;
      });
    };
    aside.insertBefore(tabs, samples[0]);
    var known = store("language");
    choose(Math.max(0, samples.findIndex(function (sample) { return sample.dataset.language === known; })));
  }

  var words = JSON.parse(document.body.dataset.words || "{}");
  document.querySelectorAll("pre").forEach(function (pre) {
    if (!navigator.clipboard) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(pre.textContent).then(function () {
        button.textContent = words.copied;
        setTimeout(function () { button.textContent = words.copy; }, 1500);
      });
    });
    var frame = document.createElement("div");
    frame.className = "code";
    pre.parentNode.insertBefore(frame, pre);
    frame.appendChild(pre);
    frame.appendChild(button);
  });

  document.querySelectorAll(".tree").forEach(function (tree) {
    var folds = tree.querySelectorAll("details");
    if (!folds.length) { return; }
    var tools = document.createElement("div");
    tools.className = "tools";
    function tool(text, open) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = text;
      button.addEventListener("click", function () {
        folds.forEach(function (fold) {
          // An accordion shows one variant at a time, unless all are asked for.
          if (open) { fold.removeAttribute("name"); }
          fold.open = open;
        });
      });
      tools.appendChild(button);
    }
    tool(words.expand, true);
    tool(words.collapse, false);
    if (Number(tree.dataset.count) > 30) {
      var input = document.createElement("input");
      input.type = "search";
      input.placeholder = words.filter;
      input.setAttribute("aria-label", words.filter);
      input.addEventListener("input", function () {
        var wanted = input.value.trim().toLowerCase();
        tree.querySelectorAll(".attribute").forEach(function (entry) {
          var names = entry.querySelectorAll(".name");
          var found = !wanted || Array.prototype.some.call(names, function (name) { return name.textContent.toLowerCase().includes(wanted); });
          entry.hidden = !found;
          if (wanted && found) { entry.querySelectorAll(":scope > details").forEach(function (fold) { fold.open = true; }); }
        });
      });
      tools.appendChild(input);
    }
    tree.insertBefore(tools, tree.firstChild);
  });
})();
