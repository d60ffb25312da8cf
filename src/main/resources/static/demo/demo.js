// The page at "/": everything it shows comes from the bus's REST interface and from the simulators, over HTTP.
const $ = (id) => document.getElementById(id);

const customers = ["王芳", "李雷", "韩梅梅", "陈晨", "赵敏"];
let customer = { id: "wmSandboxWangFang", name: "王芳" };
let file = "rules/returns.yaml";
let known = new Map();

async function json(path, options = {}) {
  const response = await fetch(path, { headers: { "Content-Type": "application/json", "X-Sandbox": "1" }, ...options });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return text ? JSON.parse(text) : null;
}

const element = (tag, className, ...children) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
};

// ---- the telephone

async function say(message) {
  await json(`/sandbox/control/customers/${customer.id}/messages`, {
    method: "POST",
    body: JSON.stringify({ name: customer.name, ...message }),
  });
  showCurl(message);
  await refresh();
}

function showCurl(message) {
  const body = JSON.stringify(message);
  $("curl").textContent = [
    "# 客户说一句话:模拟的企业微信把它加密后回调给总线",
    `curl -s -X POST ${location.origin}/sandbox/control/customers/${customer.id}/messages \\`,
    "  -H 'Content-Type: application/json' -H 'X-Sandbox: 1' \\",
    `  -d '${body}'`,
    "",
    "# 客户手机上看到的",
    `curl -s ${location.origin}/sandbox/control/chats/${customer.id}`,
    "",
    "# 总线做了什么",
    `curl -s -H "Authorization: Bearer $(cat data/api-key)" ${location.origin}/api/v1/events?limit=5`,
  ].join("\n");
}

const serviceStates = { 0: "新会话", 1: "机器人接待中", 2: "排队等人工", 3: "人工接待中", 4: "已结束" };

async function showChat() {
  const chat = await json(`/sandbox/control/chats/${customer.id}`).catch(() => null);
  if (!chat) return;
  $("service-state").textContent = serviceStates[chat.serviceState] ?? "";
  const list = $("chat");
  const items = chat.messages.map((message) => element("li", message.from, ...bubble(message)));
  if (list.childElementCount !== items.length) {
    list.replaceChildren(...items);
    list.scrollTop = list.scrollHeight;
  }
}

const kinds = { image: "🖼 [图片]", voice: "🎤 [语音]", video: "🎞 [视频]", file: "📄 [文件]" };

function bubble({ type, text, content }) {
  if (type === "msgmenu") return [text, ...(content?.list ?? []).map(menuLine), content?.tail_content || null];
  if (type === "link") return [link(content?.title, content?.url), content?.desc || null];
  if (type === "miniprogram") return [`[小程序] ${content?.title ?? ""}`];
  return [text ?? kinds[type] ?? `[${type}]`];
}

function menuLine({ type, [type]: line = {} }) {
  if (type === "text") return element("div", "", line.content);
  if (type === "view") return element("div", "", link(line.content, line.url));
  const item = element("button", "menu-item", line.content);
  item.onclick = () => say({ type: "text", text: line.content, menuId: line.id });
  return item;
}

function link(words, address) {
  const made = element("a", "", words || address || "");
  // What a rule sends is shown, and leads only to where a browser may go.
  if (/^https?:/.test(address ?? "")) Object.assign(made, { href: address, target: "_blank", rel: "noreferrer" });
  return made;
}

// ---- what happened

async function showStory() {
  const events = (await json("/api/v1/events?limit=40")).items ?? [];
  const chains = [...new Set(events.map((event) => event.causality))].slice(0, 8);
  $("story-empty").hidden = chains.length > 0;
  const stories = await Promise.all(chains.map((chain) => json(`/api/v1/trace/${encodeURIComponent(chain)}`)));
  const shown = stories.flatMap((story) => story.traces.slice(0, 1)).map(story);
  $("story").replaceChildren(...shown);
}

function story(trace) {
  const first = trace.events[0] ?? {};
  const said = first.data?.message?.text ?? first.title ?? first.type ?? "";
  const head = element("div", "story-head",
    element("b", "", said || first.type || "…"),
    element("time", "", new Date(first.receivedAt ?? Date.now()).toLocaleTimeString("zh-CN", { hour12: false })));
  const steps = trace.steps.map((step) =>
    element("li", step.level ?? "",
      element("span", "ms", `${step.ms} ms`),
      element("span", "", step.what, step.detail ? element("span", "detail", ` ${step.detail}`) : null)));
  return element("li", "", head, element("ol", "steps", ...steps));
}

// ---- the company's systems

function cards(id, items, view) {
  const now = Date.now();
  const states = items.map((item) => {
    const key = `${id}/${item.id ?? item.orderNo}`;
    const content = JSON.stringify(item);
    const changed = known.has(key) ? known.get(key).content !== content : known.has(id);
    const since = changed ? now : known.get(key)?.since ?? 0;
    known.set(key, { content, since });
    return { item, content, fresh: now - since < 6000 };
  });
  // Only what changed is drawn anew: a button must not vanish under the finger.
  const drawn = JSON.stringify(states.map((state) => [state.content, state.fresh]));
  if (known.get(id) === drawn) return;
  known.set(id, drawn);
  const list = $(id);
  list.replaceChildren(...states.map((state) =>
    element("div", state.fresh ? "card changed" : "card", ...view(state.item))));
  if (!items.length) list.append(element("div", "hint", "还没有"));
}

async function showSystems() {
  const [contacts, orders, tickets, state, status] = await Promise.all([
    json("/sandbox/control/contacts"),
    json("/sandbox/control/orders"),
    json("/sandbox/control/tickets"),
    json("/sandbox/control/state"),
    json("/api/v1/status"),
  ]);
  cards("contacts", (contacts.items ?? contacts).slice(0, 3), (contact) => [
    element("b", "", contact.name ?? "(未知姓名)"),
    element("div", "id", `${contact.source ?? contact.channel ?? ""} · 第 ${contact.version ?? 1} 版`),
  ]);
  cards("orders", (orders.items ?? orders).slice(0, 3), (order) => [
    element("b", "", order.orderNo ?? order.id),
    element("div", "", `${order.product ?? order.items?.[0]?.name ?? ""} · ${order.statusText ?? order.status}`),
    order.status === "paid" ? act("发货", "ship", order.orderNo) : null,
  ].filter(Boolean));
  cards("tickets", (tickets.items ?? tickets).slice(0, 3), (ticket) => [
    element("b", "", ticket.subject ?? "(无标题)"),
    element("div", "id", `#${ticket.number ?? ticket.id} · ${ticket.status} · ${ticket.priority ?? ""}`),
    ...(ticket.comments ?? []).slice(-2).map((comment) => element("div", "comment", `↳ ${comment.text}`)),
    element("div", "acts", act("工单回复", "reply", ticket.id), act("已解决", "resolve", ticket.id)),
  ]);
  for (const box of document.querySelectorAll("[data-switch]")) {
    box.checked = (state.switches?.[box.dataset.switch]?.mode ?? "ok") !== "ok";
  }
  showStatus(status);
}

// ---- what the people who work with these systems do; the bus hears of it by a signed webhook

function act(label, what, id) {
  const button = element("button", "act", label);
  button.dataset.act = what;
  button.dataset.id = id;
  return button;
}

const acts = {
  reply: (id) => ["POST", `/sandbox/control/tickets/${id}/replies`,
    { text: "已收到您的申请,请把商品寄回杭州仓,运费由我们承担。", author: "客服小李" }],
  resolve: (id) => ["PUT", `/sandbox/control/tickets/${id}`, { status: "resolved" }],
  ship: (id) => ["PUT", `/sandbox/control/orders/${id}`,
    { status: "shipped", statusText: "已发货,运输中", logistics: { company: "顺丰速运", trackingNo: "SF1390024685999" } }],
  buy: () => ["PUT", `/sandbox/control/orders/${Date.now()}`,
    { buyer: customer.id, buyerName: customer.name, status: "paid", statusText: "已付款,待发货", product: "云朵记忆棉枕",
      createdAt: new Date().toISOString() }],
};

const destinations = { reply: "回复", crm: "CRM", shop: "商城", ticket: "工单", notify: "通知" };

function showStatus(status) {
  const waiting = (status.waiting ?? []).filter((queue) => queue.count > 0);
  $("queue").textContent = waiting.length
    ? "排队中:" + waiting.map((q) => `${destinations[q.kind] ?? q.kind} ${q.count} 件(最久 ${q.oldestSeconds} 秒)`).join(",")
    : "";
  $("status").textContent = `总线运行中 · 配置版本 ${status.snapshot} · 死信 ${status.deadLetters ?? 0}`;
  const mistakes = status.mistakes ?? [];
  $("mistakes").replaceChildren(...mistakes.map((mistake) => element("li", "", mistake.text ?? String(mistake))));
}

// ---- the rule file

async function listFiles() {
  const configuration = await json("/api/v1/configuration");
  const editable = (configuration.files ?? []).map((entry) => entry.path ?? entry)
    .filter((path) => path.startsWith("rules/") || path.startsWith("replies/"));
  $("file").replaceChildren(...editable.map((path) => {
    const option = element("option", "", path);
    option.value = path;
    option.selected = path === file;
    return option;
  }));
  await openFile();
}

async function openFile() {
  const response = await fetch(`/api/v1/configuration/files/${file}`);
  $("rule-text").value = await response.text();
}

async function saveFile() {
  const before = (await json("/api/v1/status")).snapshot;
  const response = await fetch(`/api/v1/configuration/files/${file}`, {
    method: "PUT",
    headers: { "Content-Type": "text/plain; charset=utf-8" },
    body: $("rule-text").value,
  });
  if (!response.ok) {
    $("saved").textContent = `没有保存(${response.status})`;
    return;
  }
  $("saved").textContent = "已保存,正在检查…";
  const started = performance.now();
  const watch = setInterval(async () => {
    const status = await json("/api/v1/status");
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (status.snapshot !== before) {
      clearInterval(watch);
      $("saved").textContent = `已生效,用了 ${seconds} 秒`;
    } else if ((status.mistakes ?? []).length) {
      clearInterval(watch);
      $("saved").textContent = "有错误,原来的规则继续生效:";
    } else if (seconds > 5) {
      clearInterval(watch);
      $("saved").textContent = "内容没有变化";
    }
    showStatus(status);
  }, 200);
}

// ---- wiring

$("compose").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = $("text").value.trim();
  if (text) say({ type: "text", text });
  $("text").value = "";
});

document.querySelector(".quick").addEventListener("click", async (event) => {
  const data = event.target.dataset;
  if (data.burst) for (const text of data.burst.split("|")) await say({ type: "text", text });
  else if (data.type) await say({ type: data.type });
  else if (data.text) await say({ type: "text", text: data.text, ...(data.repeat ? { repeat: Number(data.repeat) } : {}) });
});

$("new-customer").addEventListener("click", () => {
  const number = Math.floor(Math.random() * 1e9).toString(36);
  customer = { id: `wmSandbox${number}`, name: customers[Math.floor(Math.random() * customers.length)] };
  $("chat").replaceChildren();
  refresh();
});

document.querySelector(".switches").addEventListener("change", (event) =>
  json(`/sandbox/control/switches/${event.target.dataset.switch}`, {
    method: "PUT",
    body: JSON.stringify({ mode: event.target.checked ? event.target.dataset.mode : "ok" }),
  }));

document.querySelector(".systems").addEventListener("click", async (event) => {
  const { act: what, id } = event.target.dataset;
  if (!what) return;
  const [method, path, body] = acts[what](id);
  await json(path, { method, body: JSON.stringify(body) });
  await refresh();
});

$("file").addEventListener("change", () => {
  file = $("file").value;
  openFile();
});
$("save").addEventListener("click", saveFile);

async function refresh() {
  await Promise.all([showChat(), showStory(), showSystems()]).catch((error) => {
    $("status").textContent = `暂时连不上总线:${error.message}`;
  });
}

async function loop() {
  await refresh();
  setTimeout(loop, 700);
}

showCurl({ type: "text", text: "你好,我想退货,怎么办理?" });
listFiles().catch(() => {});
loop();
