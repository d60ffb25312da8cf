package com.wecomesb.decision;

import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the brands of {@code accounts.yaml}. */
final class BrandReader {

    private final Function<YamlNode, String> value;
    private final Mistakes mistakes;
    private final List<Brand> brands = new ArrayList<>();

    /** @param value what a text says, with the environment's values in it */
    BrandReader(Function<YamlNode, String> value, Mistakes mistakes) {
        this.value = value;
        this.mistakes = mistakes;
    }

    List<Brand> brands() {
        return brands;
    }

    void read(String id, YamlNode entry) {
        if (!entry.isMap()) {
            mistakes.add(entry, "“" + id + "”应写成 {name: …, hotline: …}");
            return;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (YamlNode key : entry.keys()) {
            if (!key.text().matches("[A-Za-z_][A-Za-z0-9_]*")) {
                mistakes.add(key, "品牌变量的名字只能用英文字母、数字和下划线,话术里写 {{ brand.hotline }} 这样用");
            }
            entry.get(key.text()).ifPresent(node -> variables.put(key.text(), value.apply(node)));
        }
        brands.add(new Brand(id, variables));
    }

    /** The brand of an account; where brands are written at all, it has to be one of them. */
    String known(YamlNode node) {
        String id = value.apply(node);
        List<String> ids = brands.stream().map(Brand::id).toList();
        if (!ids.isEmpty() && !ids.contains(id)) {
            mistakes.add(node, "找不到品牌“" + id + "”,可用:" + String.join("、", ids));
        }
        return id;
    }
}
