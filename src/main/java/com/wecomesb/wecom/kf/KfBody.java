package com.wecomesb.wecom.kf;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer or a servicer sent. Media can be fetched by their id for three days. */
public sealed interface KfBody extends KfContent {

    /** {@code text}; with the id of the menu item if the customer clicked one. */
    record Text(Confidential content, @Nullable String menuId) implements KfBody {
        Text(KfFields own) {
            this(own.confidential("content"), own.optionalText("menu_id"));
        }
    }

    /** {@code image}, up to 2 MB. */
    record Image(String mediaId) implements KfBody {
        Image(KfFields own) {
            this(own.text("media_id"));
        }
    }

    /** {@code voice}, up to 2 MB, AMR. */
    record Voice(String mediaId) implements KfBody {
        Voice(KfFields own) {
            this(own.text("media_id"));
        }
    }

    /** {@code video}, up to 10 MB. */
    record Video(String mediaId) implements KfBody {
        Video(KfFields own) {
            this(own.text("media_id"));
        }
    }

    /** {@code file}, up to 20 MB. */
    record File(String mediaId) implements KfBody {
        File(KfFields own) {
            this(own.text("media_id"));
        }
    }

    /** {@code location}, in degrees. */
    record Location(double latitude, double longitude, Confidential name, Confidential address) implements KfBody {
        Location(KfFields own) {
            this(
                    own.decimal("latitude"),
                    own.decimal("longitude"),
                    own.confidential("name"),
                    own.confidential("address"));
        }

        /** Without the place: it is the customer's. */
        @Override
        public String toString() {
            return "Location[]";
        }
    }

    /** {@code link}. */
    record Link(Confidential title, Confidential description, Confidential url, Confidential pictureUrl)
            implements KfBody {
        Link(KfFields own) {
            this(
                    own.confidential("title"),
                    own.confidential("desc"),
                    own.confidential("url"),
                    own.confidential("pic_url"));
        }
    }

    /** {@code business_card} of a member. */
    record BusinessCard(Confidential userId) implements KfBody {
        BusinessCard(KfFields own) {
            this(own.confidential("userid"));
        }
    }

    /** {@code miniprogram}. */
    record Miniprogram(Confidential title, String appId, Confidential pagePath, String thumbMediaId) implements KfBody {
        Miniprogram(KfFields own) {
            this(
                    own.confidential("title"),
                    own.text("appid"),
                    own.confidential("pagepath"),
                    own.text("thumb_media_id"));
        }
    }

    /** {@code msgmenu}. */
    record Menu(Confidential head, List<Option> items, Confidential tail) implements KfBody {
        Menu(KfFields own) {
            this(own.confidential("head_content"), own.list("list", Option::new), own.confidential("tail_content"));
        }

        /** {@code click}, {@code view} or {@code miniprogram}; only a click has an id. */
        public record Option(String type, String id, Confidential content) {
            Option(KfFields item) {
                this(
                        item.text("type"),
                        item.object(item.text("type")).text("id"),
                        item.object(item.text("type")).confidential("content"));
            }
        }
    }

    /** {@code channels_shop_product}; the price in fen. */
    record ShopProduct(String productId, Confidential title, String salesPrice, Confidential shopNickname)
            implements KfBody {
        ShopProduct(KfFields own) {
            this(
                    own.text("product_id"),
                    own.confidential("title"),
                    own.text("sales_price"),
                    own.confidential("shop_nickname"));
        }
    }

    /** {@code channels_shop_order}. */
    record ShopOrder(Confidential orderId, Confidential productTitles, String state, Confidential shopNickname)
            implements KfBody {
        ShopOrder(KfFields own) {
            this(
                    own.confidential("order_id"),
                    own.confidential("product_titles"),
                    own.text("state"),
                    own.confidential("shop_nickname"));
        }
    }

    /** {@code merged_msg}: a chat record that was passed on. */
    record Merged(Confidential title, List<Part> items) implements KfBody {
        Merged(KfFields own) {
            this(own.confidential("title"), own.list("item", Part::new));
        }

        /** One message of it; {@code content} is JSON of the shape of a message. */
        public record Part(Instant sentAt, String type, Confidential sender, Confidential content) {
            Part(KfFields item) {
                this(
                        item.time("send_time"),
                        item.text("msgtype"),
                        item.confidential("sender_name"),
                        item.confidential("msg_content"));
            }
        }
    }

    /** {@code channels} of 视频号: 1 feed, 2 live, 3 card. */
    record Channels(int subType, Confidential nickname, Confidential title) implements KfBody {
        Channels(KfFields own) {
            this(own.number("sub_type"), own.confidential("nickname"), own.confidential("title"));
        }
    }

    /** {@code meeting}; WeCom tells no more. */
    record Meeting() implements KfBody {}

    /** {@code calendar}; WeCom tells no more. */
    record Calendar() implements KfBody {}

    /** {@code note}; WeCom tells no more. */
    record Note() implements KfBody {}
}
