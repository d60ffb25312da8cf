package com.wecomesb.reply;

import static com.wecomesb.reply.Replies.ON_APP;
import static com.wecomesb.reply.Replies.ON_KF;
import static com.wecomesb.reply.Replies.saying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of message as the two channels take it. */
class MessageKindsTest {

    private static final Map<String, Object> CONTEXT = Map.of(
            "order", Map.of("id", "2026&a=b", "title", "保温杯", "url", "https://shop.example.com/o/1"),
            "contact", Map.of("name", "王芳"));

    private static final String LINK = """
            - link:
                title: 订单 {{ order.title }}
                description: 点开看物流
                url: https://shop.example.com/orders?id={{ order.id | url_encode }}
            """;
    private static final String MENU = """
            - menu:
                head: "{{ contact.name }},您想问什么?"
                items:
                  - {text: 查订单, id: order}
                  - {text: 官网, url: "https://shop.example.com"}
                  - {text: 打开商城, appid: wx123123123123123, page: pages/index}
                  - note: 人工 9 点上班
                tail: 也可以直接说
            """;
    private static final String MINIPROGRAM = """
            - miniprogram:
                appid: wx123123123123123
                title: 商城
                description: 看看新品
                page: pages/order?id={{ order.id | url_encode }}
                thumbnail: files/shop.png
                items: {商品: "{{ order.title }}", 备注: "{{ order.note }}"}
            """;

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind(
                        "text",
                        "- text: \"{{ contact.name }},您好\"",
                        "text {'content':'王芳,您好'}",
                        "text {'content':'王芳,您好'}"),
                kind(
                        "image",
                        "- image: files/退货流程.png",
                        "image {} media_id=replies/files/退货流程.png",
                        "image {} media_id=replies/files/退货流程.png"),
                kind(
                        "voice",
                        "- voice: files/hello.amr",
                        "voice {} media_id=replies/files/hello.amr",
                        "voice {} media_id=replies/files/hello.amr"),
                kind(
                        "file",
                        "- file: files/合同.docx",
                        "file {} media_id=replies/files/合同.docx",
                        "file {} media_id=replies/files/合同.docx"),
                kind(
                        "video",
                        "- video: {file: files/安装.mp4, title: 怎么装, description: 三步装好}",
                        "video {} media_id=replies/files/安装.mp4",
                        "video {'title':'怎么装','description':'三步装好'} media_id=replies/files/安装.mp4"),
                kind(
                        "video by its file alone",
                        "- video: files/安装.mp4",
                        "video {} media_id=replies/files/安装.mp4",
                        "video {} media_id=replies/files/安装.mp4"),
                kind(
                        "link with what both channels show",
                        LINK + "    thumbnail: files/shop.png\n    picture: https://img.example.com/1.png",
                        "link {'title':'订单 保温杯','desc':'点开看物流','url':'https://shop.example.com/orders?id=2026%26a%3Db'}"
                                + " thumb_media_id=replies/files/shop.png",
                        "news {'articles':[{'title':'订单 保温杯','description':'点开看物流',"
                                + "'url':'https://shop.example.com/orders?id=2026%26a%3Db','picurl':'https://img.example.com/1.png'}]}"),
                kind(
                        "link without a picture",
                        LINK,
                        "text {'content':'订单 保温杯\\n点开看物流\\nhttps://shop.example.com/orders?id=2026%26a%3Db'}",
                        "textcard {'title':'订单 保温杯','description':'点开看物流',"
                                + "'url':'https://shop.example.com/orders?id=2026%26a%3Db'}"),
                kind(
                        "link whose address is a value",
                        "- link: {title: 物流, url: \"{{ order.url }}\"}",
                        "text {'content':'物流\\nhttps://shop.example.com/o/1'}",
                        "textcard {'title':'物流','description':'物流','url':'https://shop.example.com/o/1'}"),
                kind(
                        "link whose address is missing",
                        "- link: {title: 物流, description: 还没发货, url: \"{{ order.tracking }}\", thumbnail: files/shop.png}",
                        "text {'content':'物流\\n还没发货'}",
                        "text {'content':'物流\\n还没发货'}"),
                kind(
                        "news",
                        """
                        - news:
                            - {title: 一, url: "https://e.example.com/1", picture: "https://e.example.com/1.png"}
                            - {title: 二, description: 说明, url: "https://e.example.com/2"}
                        """,
                        "msgmenu {'list':[{'type':'view','view':{'url':'https://e.example.com/1','content':'一'}},"
                                + "{'type':'view','view':{'url':'https://e.example.com/2','content':'二'}}]}",
                        "news {'articles':[{'title':'一','url':'https://e.example.com/1','picurl':'https://e.example.com/1.png'},"
                                + "{'title':'二','description':'说明','url':'https://e.example.com/2'}]}"),
                kind(
                        "news of one article",
                        "- news: {title: 一, url: \"https://e.example.com/1\", thumbnail: files/shop.png}",
                        "link {'title':'一','desc':'','url':'https://e.example.com/1'} thumb_media_id=replies/files/shop.png",
                        "news {'articles':[{'title':'一','url':'https://e.example.com/1'}]}"),
                kind(
                        "mini-program",
                        MINIPROGRAM,
                        "miniprogram {'appid':'wx123123123123123','title':'商城','pagepath':'pages/order.html?id=2026%26a%3Db'}"
                                + " thumb_media_id=replies/files/shop.png",
                        "miniprogram_notice {'appid':'wx123123123123123','page':'pages/order?id=2026%26a%3Db',"
                                + "'title':'小程序:商城','description':'看看新品','content_item':[{'key':'商品','value':'保温杯'}]}"),
                kind(
                        "menu",
                        MENU,
                        "msgmenu {'head_content':'王芳,您想问什么?','list':["
                                + "{'type':'click','click':{'id':'order','content':'查订单'}},"
                                + "{'type':'view','view':{'url':'https://shop.example.com','content':'官网'}},"
                                + "{'type':'miniprogram','miniprogram':{'appid':'wx123123123123123','pagepath':'pages/index.html','content':'打开商城'}},"
                                + "{'type':'text','text':{'content':'人工 9 点上班'}}],'tail_content':'也可以直接说'}",
                        "text {'content':'王芳,您想问什么?\\n· 查订单\\n· <a href=\\'https://shop.example.com\\'>官网</a>\\n打开商城\\n人工 9 点上班\\n也可以直接说'}"),
                kind(
                        "menu of which nothing is left",
                        "- menu: {head: 您好, items: [\"{{ order.nothing }}\"]}",
                        "text {'content':'您好'}",
                        "text {'content':'您好'}"));
    }

    private static Arguments kind(String name, String messages, String kf, String app) {
        return argumentSet(name, messages, kf, app);
    }

    @ParameterizedTest
    @MethodSource
    void kinds(String messages, String kf, String app) {
        // Given
        ReplyLibrary library = saying(messages);
        // When
        Answer onKf = library.compose("a", ON_KF, CONTEXT);
        Answer onApp = library.compose("a", ON_APP, CONTEXT);
        // Then
        assertThat(shown(onKf)).isEqualTo(kf);
        assertThat(shown(onApp)).isEqualTo(app);
    }

    @Test
    void aMenuItemKeepsItsIdWhateverIsAroundIt() {
        // When
        String one = shown(saying("- menu: {items: [查订单, 退货]}").compose("a", ON_KF, Map.of()));
        String other = shown(saying("- menu: {items: [价格, 退货]}").compose("a", ON_KF, Map.of()));
        // Then
        String id = one.replaceAll(".*'id':'(m[0-9a-f]+)','content':'退货'.*", "$1");
        assertThat(other).contains("'id':'" + id + "','content':'退货'");
    }

    @Test
    void aLineBreakInANoteIsTwoCharactersAsWecomWantsIt() {
        // When
        Answer answer = saying("- menu: {items: [退货, {note: \"一\\n二\"}]}").compose("a", ON_KF, Map.of());
        // Then
        assertThat(answer.messages().get(0).content().at("/list/1/text/content").asText())
                .isEqualTo("一\\n二");
    }

    @Test
    void theFilesThatRepliesSendAreKnownWithTheirPlaces() {
        // When
        List<MediaReference> media = saying(
                        "- image: files/a.png\n- link: {title: t, url: 'https://e.example.com', thumbnail: files/b.jpg}")
                .media();
        // Then
        assertThat(media)
                .containsExactly(
                        new MediaReference("replies/files/a.png", MediaKind.IMAGE, "replies/a.yaml", 4, 16),
                        new MediaReference("replies/files/b.jpg", MediaKind.IMAGE, "replies/a.yaml", 5, 67));
    }

    private static String shown(Answer answer) {
        return answer.messages().stream()
                .map(message -> message.msgtype() + " "
                        + message.content().toString().replace("\\\"", "\\'").replace('"', '\'')
                        + (message.media() == null
                                ? ""
                                : " " + message.media().field() + "="
                                        + message.media().path()))
                .collect(Collectors.joining("\n"));
    }
}
