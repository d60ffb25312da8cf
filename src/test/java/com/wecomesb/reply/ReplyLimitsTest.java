package com.wecomesb.reply;

import static com.wecomesb.reply.Replies.ON_APP;
import static com.wecomesb.reply.Replies.ON_KF;
import static com.wecomesb.reply.Replies.event;
import static com.wecomesb.reply.Replies.mistakesInMessages;
import static com.wecomesb.reply.Replies.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** WeCom's limits to the byte: what an author wrote is refused at load, what values add is cut. */
class ReplyLimitsTest {

    private static final String HAN = "退";

    /** Where {@code %s} stands, so many bytes are taken and one more is refused. */
    static Stream<Arguments> byteLimits() {
        return Stream.of(
                limit("text", "- text: '%s'", 2048, "text"),
                limit("title of a link", "- link: {title: '%s', url: 'https://e.example.com'}", 128, "title"),
                limit(
                        "description of a link",
                        "- link: {title: t, description: '%s', url: 'https://e.example.com'}",
                        512,
                        "description"),
                limit("url of a link", "- link: {title: t, url: '%s'}", 2048, "url"),
                limit(
                        "picture of a link",
                        "- link: {title: t, url: 'https://e.example.com', picture: '%s'}",
                        2048,
                        "picture"),
                limit("title of news", "- news: [{title: '%s', url: 'https://e.example.com'}]", 128, "title"),
                limit("title of a video", "- video: {file: files/a.mp4, title: '%s'}", 128, "title"),
                limit("description of a video", "- video: {file: files/a.mp4, description: '%s'}", 512, "description"),
                limit(
                        "title of a mini-program",
                        "- miniprogram: {appid: wx123123123123123, title: '%s', page: pages/a, thumbnail: files/a.png}",
                        64,
                        "title"),
                limit("head of a menu", "- menu: {head: '%s', items: [a]}", 1024, "head"),
                limit("tail of a menu", "- menu: {tail: '%s', items: [a]}", 1024, "tail"),
                limit("choice of a menu", "- menu: {items: ['%s']}", 128, "菜单项"),
                limit("label of a page", "- menu: {items: [{text: '%s', url: 'https://e.example.com'}]}", 1024, "text"),
                limit("note of a menu", "- menu: {items: [a, {note: '%s'}]}", 256, "note"));
    }

    private static Arguments limit(String name, String message, int bytes, String field) {
        return argumentSet(name, message, bytes, field);
    }

    @ParameterizedTest
    @MethodSource
    void byteLimits(String message, int bytes, String field) {
        // When
        String fits = text(bytes, field);
        String tooLong = fits + "a";
        // Then
        assertThat(mistakesInMessages(message.formatted(fits))).isEmpty();
        assertThat(mistakesInMessages(message.formatted(tooLong)))
                .singleElement()
                .asString()
                .startsWith(field + " 有 " + (bytes + 1) + " 字节,最多 " + bytes + " 字节");
    }

    @ParameterizedTest
    @MethodSource("byteLimits")
    void whatValuesAddIsCutBetweenCharacters(String message, int bytes, String field) {
        if (field.equals("url") || field.equals("picture") || field.equals("text") && bytes == 2048) {
            return;
        }
        // Given
        ReplyLibrary library = saying(message.formatted("{{ event.text }}"));
        // When
        Answer onKf = library.compose("a", ON_KF, event("😀".repeat(900)));
        Answer onApp = library.compose("a", ON_APP, event("😀".repeat(900)));
        // Then
        assertThat(Stream.of(onKf, onApp).flatMap(answer -> answer.messages().stream()))
                .isNotEmpty()
                .allSatisfy(sent -> assertThat(sent.content().toString())
                        .doesNotContain("\uFFFD")
                        .doesNotContain("😀".repeat(bytes / 4)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- text: [a] | text 要写一段文字",
                "- {text: a, image: files/a.png} | 一条消息只能有一种内容;“image”另写一条",
                "- image: a.png | 图片要写成 files/ 下的文件名,例如 files/退货流程.png(放在 replies/files/ 里)",
                "- image: files/../accounts.png | 图片要写成 files/ 下的文件名,例如 files/退货流程.png(放在 replies/files/ 里)",
                "- image: files/a.gif | 图片只能是 jpg、jpeg、png,“files/a.gif”不是",
                "- voice: files/a.mp3 | 语音只能是 amr,“files/a.mp3”不是",
                "- video: files/a.avi | 视频只能是 mp4,“files/a.avi”不是",
                "- link: {title: t} | link 要有 title 和 url",
                "- link: {title: t, url: shop.example.com} | url 要以 https:// 或 http:// 开头,并且没有空格",
                "- link: {title: t, url: 'javascript:alert(1)'} | url 要以 https:// 或 http:// 开头,并且没有空格",
                "- link: {title: t, url: '{{ order.host }}/a'} | url 要以 https:// 或 http:// 开头,并且没有空格",
                "- link: {title: t, url: 'https://e.example.com/{{ order.id }}'} | url 里的变量要加 ¦ url_encode,例如 {{ order.id ¦ url_encode }}",
                "- news: [] | news 有 0 篇,要有 1 到 8 篇",
                "- miniprogram: {appid: wx123123123123123, title: t, page: pages/a} | miniprogram 要有 appid、title、page 和 thumbnail",
                "- miniprogram: {appid: abc, title: t, page: pages/a, thumbnail: files/a.png} | appid 要写小程序的 appid,例如 wx123123123123123",
                "- miniprogram: {appid: wx123123123123123, title: t, page: 'a b', thumbnail: files/a.png} | page 要写成小程序的页面路径,例如 pages/order?id=1",
                "- miniprogram: {appid: wx123123123123123, title: t, page: 'a?id={{ order.id }}', thumbnail: files/a.png} | page 里的变量要加 ¦ url_encode,例如 {{ order.id ¦ url_encode }}",
                "- menu: {head: a} | menu 要有 items,例如 [查订单, 退换货]",
                "- menu: {items: [{id: a}]} | 菜单项要写 text(点了就发出这句话),或者 note(只是一行字)",
                "- menu: {items: [{text: a, id: 'a#b'}]} | 菜单项的 id 要用字母、数字和 _,最多 128 个",
                "- menu: {items: [{text: a, id: x}, {text: b, id: x}]} | 菜单项 id“x”重复",
                "- menu: {items: [a,b,c,d,e,f,g,h,i,j,k]} | menu 有 11 行、11 个可点的,最多 50 行、10 个可点的",
                "- menu: {items: [{text: a, appid: wx123123123123123}]} | 打开小程序的菜单项要有 page,例如 pages/index",
                "- pause: 500ms | pause 要写在两条消息之间"
            })
    void mistakesSayWhatToWrite(String message, String words) {
        assertThat(mistakesInMessages(message)).contains(words.replace('¦', '|'));
    }

    @ParameterizedTest
    @CsvSource({"8, true", "9, false"})
    void newsHaveAtMostEightArticles(int articles, boolean fine) {
        // When
        var mistakes =
                mistakesInMessages("- news:\n" + "    - {title: t, url: 'https://e.example.com'}\n".repeat(articles));
        // Then
        assertThat(mistakes.isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, false"})
    void anAnswerHasAtMostFiveMessages(int messages, boolean fine) {
        assertThat(mistakesInMessages("- text: a\n".repeat(messages)).isEmpty()).isEqualTo(fine);
    }

    @ParameterizedTest
    @CsvSource({"40, 10, true", "41, 10, false"})
    void aMenuHasAtMostFiftyLines(int notes, int choices, boolean fine) {
        // Given
        StringBuilder menu = new StringBuilder("- menu:\n    items:\n");
        menu.append("      - {note: n}\n".repeat(notes));
        for (int i = 0; i < choices; i++) {
            menu.append("      - 选项").append(i).append('\n');
        }
        // Then
        assertThat(mistakesInMessages(menu.toString()).isEmpty()).isEqualTo(fine);
    }

    private static String text(int bytes, String field) {
        if (field.equals("url") || field.equals("picture")) {
            String beginning = "https://e.example.com/";
            return beginning + "a".repeat(bytes - beginning.length());
        }
        return HAN.repeat(bytes / 3) + "a".repeat(bytes % 3);
    }
}
