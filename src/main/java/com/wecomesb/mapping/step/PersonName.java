package com.wecomesb.mapping.step;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person's name in two parts. Chinese: one character of family name, or two where these are a compound one; a name with a
 * middle dot stays whole. Western: the last word with the particles before it, or what stands before a comma.
 */
record PersonName(String family, String given) {

    /** 复姓, simplified and traditional. */
    private static final Set<String> COMPOUND =
            Set.of(("欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 闻人 聞人 夏侯 诸葛 諸葛 尉迟 尉遲 公羊 赫连 赫連 澹台 澹臺 皇甫 宗政 濮阳 濮陽"
                            + " 公冶 太叔 申屠 公孙 公孫 慕容 仲孙 仲孫 钟离 鍾離 长孙 長孫 宇文 司徒 鲜于 鮮于 司空 闾丘 閭丘 子车 子車 亓官 司寇 巫马 巫馬 公西"
                            + " 颛孙 顓孫 壤驷 壤駟 公良 漆雕 乐正 樂正 宰父 谷梁 穀梁 拓跋 夹谷 夾谷 轩辕 軒轅 令狐 段干 百里 呼延 东郭 東郭 南门 南門 羊舌 微生"
                            + " 梁丘 左丘 东门 東門 西门 西門 南荣 南榮 第五 公仪 公儀 淳于 单于 單于 完颜 完顏 耶律 纳兰 納蘭 叶赫 葉赫")
                    .split(" "));

    /** Written small, they belong to the family name; within a name of capitals they are recognised, too. */
    private static final Set<String> PARTICLES = Set.of(
            ("van von der den de del della di da dos das do du la le lo ter ten te zu zum zur af av bin ibn bint al el "
                            + "st. saint san santa mac ó ní")
                    .split(" "));

    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}〇\\s\u3000]+");
    private static final Pattern MIDDLE_DOT = Pattern.compile("[·•・‧．]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\u3000\u00a0]+");

    static PersonName of(String text) {
        String name = BLANKS.matcher(text).replaceAll(" ").strip();
        if (HAN.matcher(name).matches()) {
            return chinese(name);
        }
        int comma = Math.max(name.indexOf(','), name.indexOf('\uFF0C'));
        if (comma > 0) {
            return new PersonName(
                    name.substring(0, comma).strip(), name.substring(comma + 1).strip());
        }
        return MIDDLE_DOT.matcher(name).find() ? new PersonName(name, "") : western(name);
    }

    private static PersonName chinese(String name) {
        int blank = name.indexOf(' ');
        if (blank > 0) {
            return new PersonName(
                    name.substring(0, blank), name.substring(blank + 1).replace(" ", ""));
        }
        if (name.isEmpty()) {
            return new PersonName("", "");
        }
        // In characters, not chars: 𠮷 is one.
        boolean compound = COMPOUND.stream().anyMatch(name::startsWith);
        int end = name.offsetByCodePoints(0, compound ? 2 : 1);
        return new PersonName(name.substring(0, end), name.substring(end));
    }

    private static PersonName western(String name) {
        List<String> words = List.of(name.split(" "));
        int family = words.size() - 1;
        while (family > 0 && PARTICLES.contains(words.get(family - 1).toLowerCase(Locale.ROOT))) {
            family--;
        }
        return new PersonName(
                String.join(" ", words.subList(family, words.size())), String.join(" ", words.subList(0, family)));
    }

    String joined() {
        if (family.isEmpty() || given.isEmpty()) {
            return family + given;
        }
        boolean chinese = HAN.matcher(family + given).matches();
        return chinese ? family + given : given + " " + family;
    }
}
