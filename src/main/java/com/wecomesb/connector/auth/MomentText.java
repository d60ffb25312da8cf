package com.wecomesb.connector.auth;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.ConnectorFailed.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with settings in it, and with what each request has of its own: {@code {now}} in seconds since 1970, {@code {nowMillis}},
 * {@code {now:yyyy-MM-dd HH:mm:ss}} in China's time, {@code {nonce}}.
 */
public record MomentText(String text) {

    private static final Pattern OWN = Pattern.compile("\\{(?:now(?::([^}]+))?|nowMillis|nonce)}");
    private static final Set<String> NAMES_OF_OWN = Set.of("now", "nowMillis", "nonce");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Throws {@link IllegalArgumentException} for a pattern that is none. */
    public MomentText {
        OWN.matcher(text)
                .results()
                .flatMap(place -> Optional.ofNullable(place.group(1)).stream())
                .forEach(pattern -> new DateTimeFormatterBuilder().appendPattern(pattern));
    }

    Set<String> names() {
        return new SettingsText(OWN.matcher(text).replaceAll("")).names();
    }

    /** Throws {@link ConnectorFailed} for a setting with a pattern that is none. */
    String fill(Map<String, String> settings, Instant now) {
        String configured =
                new SettingsText(text).configured(settings, NAMES_OF_OWN).text();
        try {
            return OWN.matcher(configured).replaceAll(place -> Matcher.quoteReplacement(own(place.group(), now)));
        } catch (IllegalArgumentException noPattern) {
            throw new ConnectorFailed(Kind.PERMANENT, "签名的时间设置里不是日期格式,例如 {now:yyyy-MM-dd HH:mm:ss}");
        }
    }

    private static String own(String place, Instant now) {
        return switch (place) {
            case "{now}" -> String.valueOf(now.getEpochSecond());
            case "{nowMillis}" -> String.valueOf(now.toEpochMilli());
            case "{nonce}" -> UUID.randomUUID().toString().replace("-", "");
            default ->
                DateTimeFormatter.ofPattern(place.substring(5, place.length() - 1))
                        .withZone(CHINA)
                        .format(now);
        };
    }
}
