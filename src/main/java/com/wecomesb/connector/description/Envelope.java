package com.wecomesb.connector.description;

import com.wecomesb.connector.auth.SettingsText;
import com.wecomesb.connector.description.ConnectorDescription.ErrorClass;
import java.util.Map;

/**
 * How a system wraps what was asked for: {@code {"code": 0, "msg": "…", "data": {…}}}, failures under HTTP 200 among them. Each
 * text may be that of a setting; what is empty is not there.
 *
 * @param data the field with what was asked for
 * @param code the field that says whether it went well
 * @param ok its values when it did
 * @param message the field with words for people
 * @param codes its values when it did not, by what may be done then
 */
public record Envelope(
        SettingsText data,
        SettingsText code,
        SettingsText ok,
        SettingsText message,
        Map<ErrorClass, SettingsText> codes) {

    static final Envelope NONE = new Envelope(
            new SettingsText(""), new SettingsText(""), new SettingsText(""), new SettingsText(""), Map.of());

    public Envelope {
        codes = Map.copyOf(codes);
    }
}
