package com.wecomesb.mapping.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.wecomesb.document.YamlNode;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** {@code phone: {region: CN, format: e164|national}}: one spelling for a telephone number; both have these defaults. */
final class PhoneStep extends ValueStep {

    private static final Map<String, PhoneNumberFormat> FORMATS =
            Map.of("e164", PhoneNumberFormat.E164, "national", PhoneNumberFormat.NATIONAL);

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String region;
    private final PhoneNumberFormat format;

    private PhoneStep(String region, PhoneNumberFormat format) {
        this.region = region;
        this.format = format;
    }

    static Step read(StepArgument argument) {
        Map<String, YamlNode> options = argument.options("region", "format");
        YamlNode region = options.get("region");
        YamlNode format = options.get("format");
        if (region != null
                && !PhoneNumberUtil.getInstance().getSupportedRegions().contains(region.text())) {
            argument.wrong("步骤 phone 的 region 要写两个大写字母的国家或地区代码,例如 CN、HK");
        }
        if (format != null && !FORMATS.containsKey(format.text())) {
            argument.wrong("步骤 phone 的 format 只能是 e164 或 national");
        }
        return new PhoneStep(
                region == null ? "CN" : region.text(),
                format == null ? PhoneNumberFormat.E164 : FORMATS.getOrDefault(format.text(), PhoneNumberFormat.E164));
    }

    @Override
    JsonNode change(JsonNode value, Refusal refusal) {
        if (value.isContainerNode()) {
            return refusal.because("电话号码要是文本");
        }
        try {
            PhoneNumber number = numbers.parse(ScalarText.of(value), region);
            // Possible, not valid: a range of numbers that is newer than the library must not stop a contact.
            return numbers.isPossibleNumber(number)
                    ? TextNode.valueOf(numbers.format(number, format))
                    : refusal.because("不是可能的电话号码");
        } catch (NumberParseException exception) {
            return refusal.because("不是电话号码");
        }
    }

    @Override
    public WayBack back() {
        return WayBack.nearly("[]");
    }

    @Override
    Set<Kind> made(Set<Kind> kinds) {
        return EnumSet.of(Kind.TEXT);
    }
}
