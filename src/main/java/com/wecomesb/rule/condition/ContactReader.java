package com.wecomesb.rule.condition;

import com.wecomesb.document.DurationText;
import com.wecomesb.document.KnownKeys;
import com.wecomesb.document.Mistakes;
import com.wecomesb.document.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the conditions about the contact: {@code tag}, {@code attribute}, {@code region}, {@code rfm}, {@code contact}, {@code identity}. */
final class ContactReader {

    private static final int LEVELS = 3;
    private static final Duration NEW_FOR = Duration.ofDays(1);
    private static final KnownKeys TAG = KnownKeys.of("tag ", "any", "all", "none");
    private static final KnownKeys RFM = KnownKeys.of("rfm ", RfmCondition.GRADE, "r", "f", "m");
    private static final KnownKeys CONTACT = KnownKeys.of("contact ", "is", "within");
    private static final KnownKeys IDENTITY = KnownKeys.of("identity ", "external_userid", "unionid", "userid");

    private final Mistakes mistakes;

    ContactReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<Condition> tag(YamlNode node) {
        if (!node.isMap()) {
            return List.of(new TagCondition(tags(node)));
        }
        TAG.check(node, mistakes);
        List<Condition> lines = new ArrayList<>();
        node.get("any").ifPresent(tags -> lines.add(new TagCondition(tags(tags))));
        node.get("all").ifPresent(tags -> tags(tags).forEach(tag -> lines.add(new TagCondition(Set.of(tag)))));
        node.get("none").ifPresent(tags -> lines.add(new NoTagCondition(new TagCondition(tags(tags)))));
        if (lines.isEmpty()) {
            mistakes.add(node, "tag 要写标签,或者 {any: […], all: […], none: […]}");
        }
        return lines;
    }

    private Set<String> tags(YamlNode node) {
        Set<String> tags = new LinkedHashSet<>();
        for (YamlNode item : node.items()) {
            String tag = item.text();
            if (tag.split("/", -1).length > LEVELS || tag.matches("(.*/)?\\s*(/.*)?")) {
                mistakes.add(item, "标签要写成 会员、会员/黄金 或者 会员/黄金/年费,最多三级");
            }
            tags.add(tag);
        }
        return tags;
    }

    List<Condition> attribute(YamlNode node) {
        if (!node.isMap()) {
            mistakes.add(node, "attribute 要写成 {属性名: 值},例如 {spent: {at-least: 1000}}");
        }
        List<Condition> all = new ArrayList<>();
        node.map().forEach((name, value) -> all.add(new AttributeCondition(name, Comparison.read(value, mistakes))));
        return all;
    }

    List<Condition> region(YamlNode node) {
        List<Region> regions = new ArrayList<>();
        for (YamlNode item : node.items()) {
            Region region = Region.of(item.text());
            if (region.parts().isEmpty()) {
                mistakes.add(item, "region 要写成 广东,或者 广东/深圳");
            }
            regions.add(region);
        }
        return List.of(new RegionCondition(List.copyOf(regions)));
    }

    List<Condition> rfm(YamlNode node) {
        Map<String, Comparison> parts = new LinkedHashMap<>();
        if (node.isMap()) {
            RFM.check(node, mistakes);
            node.map().forEach((part, value) -> parts.put(part, Comparison.read(value, mistakes)));
        } else {
            parts.put(RfmCondition.GRADE, Comparison.read(node, mistakes));
        }
        return List.of(new RfmCondition(parts));
    }

    List<Condition> contact(YamlNode node) {
        YamlNode is = node.isMap() ? node.get("is").orElse(node) : node;
        CONTACT.check(node, mistakes);
        Duration within = node.get("within")
                .flatMap(period -> DurationText.read(period, mistakes))
                .orElse(NEW_FOR);
        if (!is.text().equals("new") && !is.text().equals("returning")) {
            mistakes.add(is, "contact 要写成 {is: new} 或 {is: returning},可以加 within: 7d");
        }
        return List.of(new AcquaintanceCondition(is.text().equals("new"), within));
    }

    List<Condition> identity(YamlNode node) {
        if (!node.isMap() || node.map().isEmpty()) {
            mistakes.add(node, "identity 要写成 {external_userid: [wm…]},也可以是 unionid、userid");
        }
        IDENTITY.check(node, mistakes);
        Map<String, Set<String>> ids = new LinkedHashMap<>();
        node.map().forEach((kind, values) -> ids.put(kind, FactReader.texts(values)));
        return List.of(new IdentityCondition(ids));
    }
}
