package com.wecomesb.wecom.message;

import java.util.List;

/** A member came to an app, left it or is somewhere (W90240). */
public sealed interface AppEvent extends WecomMessage {

    @Override
    default boolean ofOneApp() {
        return true;
    }

    /** {@code subscribe}: the member came into the app's visible range. */
    record Subscribe(Header header) implements AppEvent {

        @Override
        public List<String> identity() {
            return List.of();
        }
    }

    /** {@code unsubscribe}: the member left the app's visible range or the corp. */
    record Unsubscribe(Header header) implements AppEvent {

        @Override
        public List<String> identity() {
            return List.of();
        }
    }

    /** {@code enter_agent}: the member opened the app. */
    record EnterAgent(Header header, String eventKey) implements AppEvent {

        EnterAgent(Header header) {
            this(header, header.text("EventKey"));
        }

        @Override
        public List<String> identity() {
            return List.of(eventKey);
        }
    }

    /** {@code LOCATION}: where the member is; precision in metres. */
    record ReportLocation(Header header, double latitude, double longitude, double precision) implements AppEvent {

        ReportLocation(Header header) {
            this(header, header.number("Latitude"), header.number("Longitude"), header.number("Precision"));
        }

        @Override
        public List<String> identity() {
            return header.everything();
        }

        @Override
        public String toString() {
            return "ReportLocation[]";
        }
    }
}
