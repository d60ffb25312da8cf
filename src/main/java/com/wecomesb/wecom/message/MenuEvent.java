package com.wecomesb.wecom.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member used the menu of an app (W90240). */
public sealed interface MenuEvent extends WecomMessage {

    /** The key that the menu's author gave the entry, or its address. */
    String eventKey();

    @Override
    default List<String> identity() {
        return header().everything();
    }

    @Override
    default boolean ofOneApp() {
        return true;
    }

    /** {@code click}. */
    record Click(Header header, String eventKey) implements MenuEvent {

        Click(Header header) {
            this(header, header.text("EventKey"));
        }
    }

    /** {@code view}: opens the address in the key. */
    record View(Header header, String eventKey) implements MenuEvent {

        View(Header header) {
            this(header, header.text("EventKey"));
        }
    }

    /** {@code view_miniprogram}: opens the mini program's page in the key. */
    record ViewMiniprogram(Header header, String eventKey) implements MenuEvent {

        ViewMiniprogram(Header header) {
            this(header, header.text("EventKey"));
        }
    }

    /** {@code scancode_push}: scanned a code, the client shows the result. */
    record ScancodePush(Header header, String eventKey, String scanType, String scanResult) implements MenuEvent {

        ScancodePush(Header header) {
            this(
                    header,
                    header.text("EventKey"),
                    header.at("ScanCodeInfo").text("ScanType"),
                    header.at("ScanCodeInfo").text("ScanResult"));
        }

        @Override
        public String toString() {
            return "ScancodePush[]";
        }
    }

    /** {@code scancode_waitmsg}: scanned a code, the client waits for an answer. */
    record ScancodeWaitmsg(Header header, String eventKey, String scanType, String scanResult) implements MenuEvent {

        ScancodeWaitmsg(Header header) {
            this(
                    header,
                    header.text("EventKey"),
                    header.at("ScanCodeInfo").text("ScanType"),
                    header.at("ScanCodeInfo").text("ScanResult"));
        }

        @Override
        public String toString() {
            return "ScancodeWaitmsg[]";
        }
    }

    /** {@code pic_sysphoto}: took pictures; the pictures themselves follow as messages. */
    record PicSysphoto(Header header, String eventKey, List<String> md5s) implements MenuEvent {

        PicSysphoto(Header header) {
            this(header, header.text("EventKey"), sumsOfPictures(header));
        }
    }

    /** {@code pic_photo_or_album}: took or chose pictures; the pictures themselves follow as messages. */
    record PicPhotoOrAlbum(Header header, String eventKey, List<String> md5s) implements MenuEvent {

        PicPhotoOrAlbum(Header header) {
            this(header, header.text("EventKey"), sumsOfPictures(header));
        }
    }

    /** {@code pic_weixin}: chose pictures; the pictures themselves follow as messages. */
    record PicWeixin(Header header, String eventKey, List<String> md5s) implements MenuEvent {

        PicWeixin(Header header) {
            this(header, header.text("EventKey"), sumsOfPictures(header));
        }
    }

    /** {@code location_select}: chose a place on the map. */
    record LocationSelect(
            Header header,
            String eventKey,
            double latitude,
            double longitude,
            @Nullable Integer scale,
            String label,
            String poiName)
            implements MenuEvent {

        LocationSelect(Header header) {
            this(
                    header,
                    header.text("EventKey"),
                    header.number("Location_X", "SendLocationInfo"),
                    header.number("Location_Y", "SendLocationInfo"),
                    header.integer("Scale", "SendLocationInfo"),
                    header.at("SendLocationInfo").text("Label"),
                    header.at("SendLocationInfo").text("Poiname"));
        }

        @Override
        public String toString() {
            return "LocationSelect[]";
        }
    }

    private static List<String> sumsOfPictures(Header header) {
        return header.at("SendPicsInfo", "PicList").children().stream()
                .map(picture -> picture.text("PicMd5Sum"))
                .toList();
    }
}
