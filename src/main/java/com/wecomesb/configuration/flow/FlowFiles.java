package com.wecomesb.configuration.flow;

import com.wecomesb.document.FormatOwner;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.SourceFile;
import com.wecomesb.document.SourceFile.Origin;
import com.wecomesb.document.YamlFile;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

/** Owns {@code errors.camel.yaml}, {@code flows/*.camel.yaml} and {@code connectors/*.kamelet.yaml}. */
public final class FlowFiles implements FormatOwner<Flows> {

    private static final Pattern FLOW = Pattern.compile("errors\\.camel\\.yaml|flows/.+\\.camel\\.yaml");
    private static final Pattern KAMELET = Pattern.compile("connectors/(?:.+/)?([^/]+)\\.kamelet\\.yaml");

    private final RouteCheck check;
    // The trial starts a Camel context: it is made again only when a Camel file has changed.
    private final AtomicReference<Map<String, String>> found = new AtomicReference<>(Map.of());

    public FlowFiles(RouteCheck check) {
        this.check = check;
    }

    @Override
    public String name() {
        return "flows";
    }

    @Override
    public boolean owns(String path) {
        return FLOW.matcher(path).matches() || KAMELET.matcher(path).matches();
    }

    @Override
    public Flows read(List<SourceFile> files, Mistakes mistakes) {
        Flows flows = sorted(files);
        Map<String, YamlNode> ids = new HashMap<>();
        for (SourceFile file : files) {
            YamlFile.read(file.path(), file.text(), mistakes).ifPresent(root -> {
                var kamelet = KAMELET.matcher(file.path());
                if (kamelet.matches()) {
                    checkName(root, kamelet.group(1), mistakes);
                } else {
                    checkIds(root, ids, mistakes);
                }
            });
        }
        Map<String, String> texts = flows.texts();
        if (files.stream().allMatch(file -> file.origin() == Origin.SHIPPED)) {
            // They were tried out when the product was built.
            found.set(texts);
        }
        if (mistakes.isEmpty() && !texts.equals(found.get())) {
            check.check(texts).forEach(mistakes::add);
            if (mistakes.isEmpty()) {
                found.set(texts);
            }
        }
        return flows;
    }

    private static Flows sorted(List<SourceFile> files) {
        List<SourceFile> product = new ArrayList<>();
        List<SourceFile> company = new ArrayList<>();
        List<SourceFile> kamelets = new ArrayList<>();
        for (SourceFile file : files) {
            if (KAMELET.matcher(file.path()).matches()) {
                kamelets.add(file);
            } else if (file.origin() == Origin.COMPANY && !file.path().equals(Flows.ERRORS)) {
                company.add(file);
            } else {
                product.add(file);
            }
        }
        product.sort(Comparator.comparing((SourceFile file) -> !file.path().equals(Flows.ERRORS))
                .thenComparing(SourceFile::path));
        return new Flows(List.copyOf(product), List.copyOf(company), List.copyOf(kamelets));
    }

    private static void checkName(YamlNode root, String expected, Mistakes mistakes) {
        String name = root.get("metadata")
                .flatMap(metadata -> metadata.get("name"))
                .map(YamlNode::text)
                .orElse("");
        if (!name.equals(expected)) {
            mistakes.add(root.nearest(List.of("metadata", "name")), "metadata.name 必须与文件名一致:" + expected);
        }
    }

    private static void checkIds(YamlNode root, Map<String, YamlNode> ids, Mistakes mistakes) {
        if (!root.isList()) {
            mistakes.add(root, "应是一个列表,每项以 “- route:” 或 “- routeConfiguration:” 开头");
            return;
        }
        for (YamlNode item : root.items()) {
            if (item.get("from").isPresent()) {
                mistakes.add(item, "请写成 “- route: {id: …, from: …}”:没有 id 的流程无法热更新");
            }
            item.get("route").ifPresent(route -> checkId(route, ids, mistakes));
        }
    }

    private static void checkId(YamlNode route, Map<String, YamlNode> ids, Mistakes mistakes) {
        String id = route.get("id").map(YamlNode::text).orElse("");
        if (id.isBlank()) {
            mistakes.add(route, "流程缺少 id");
            return;
        }
        YamlNode first = ids.putIfAbsent(id, route);
        if (first != null) {
            mistakes.add(route.nearest(List.of("id")), "流程 id “" + id + "” 已在 " + first + " 用过");
        }
    }
}
