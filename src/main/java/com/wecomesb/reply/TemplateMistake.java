package com.wecomesb.reply;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.exceptions.LiquidException;

/** What is wrong with a template, in words; the line is that within the template. */
final class TemplateMistake {

    private static final Pattern FILTER = Pattern.compile("no filter available named: \\|?(\\w+)");
    private static final Pattern TAG = Pattern.compile("Invalid Tag: '(\\w+)'");
    private static final Pattern CHARACTER = Pattern.compile("token recognition error at: '(.)");

    private TemplateMistake() {}

    static String words(RuntimeException exception) {
        String message = String.valueOf(exception.getMessage());
        String place =
                exception instanceof LiquidException liquid && liquid.line > 1 ? "(模板的第 " + liquid.line + " 行)" : "";
        return "模板写错了" + place + ":" + reason(message);
    }

    private static String reason(String message) {
        Matcher filter = FILTER.matcher(message);
        if (filter.find()) {
            return "没有过滤器“" + filter.group(1) + "”,可用:" + String.join("、", Sandbox.filterNames());
        }
        Matcher tag = TAG.matcher(message);
        if (tag.find()) {
            return "没有标签“{% " + tag.group(1) + " %}”";
        }
        Matcher character = CHARACTER.matcher(message);
        if (character.find()) {
            return "{{ }} 里不能有“" + character.group(1) + "”:变量名只用英文字母,引号和标点用半角";
        }
        if (message.contains("<EOF>")) {
            return "没有写完,{% if %} 要有 {% endif %},{% for %} 要有 {% endfor %}";
        }
        return "{{ }} 或 {% %} 没有成对,或里面写得不完整";
    }
}
