package com.wecomesb.connector.webhook;

import com.wecomesb.document.Mistakes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The targets by their names; nothing else is ever called. Immutable. */
public final class WebhookTargets {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST_KEY = 24;
    private static final int LONGEST_KEY = 64;
    private static final int LONGEST_NAME = 64;

    private final Map<String, WebhookTarget> byName;

    private WebhookTargets(Map<String, WebhookTarget> byName) {
        this.byName = byName;
    }

    /** The targets of these settings; every mistake is noted under {@code esb.webhooks.NAME}. */
    public static WebhookTargets read(Environment environment, Mistakes mistakes) {
        WebhookSettings settings = Binder.get(environment).bindOrCreate("esb", WebhookSettings.class);
        return read(settings, mistakes);
    }

    static WebhookTargets read(WebhookSettings settings, Mistakes mistakes) {
        Map<String, WebhookTarget> byName = new TreeMap<>();
        settings.webhooks().forEach((name, target) -> {
            String setting = "esb.webhooks." + name;
            URI url = url(target.url());
            if (name.length() > LONGEST_NAME) {
                mistakes.addWholeFile(setting, "名字最长 " + LONGEST_NAME + " 个字符");
            } else if (url == null) {
                mistakes.addWholeFile(setting + ".url", "要写对方的完整地址,例如 https://crm.example.com/hooks/wecom");
            } else if (!isKey(target.secret())) {
                mistakes.addWholeFile(setting + ".secret", "要写 whsec_ 加 Base64 的密钥(24 到 64 字节),双方各存一份");
            } else {
                byName.put(name, new WebhookTarget(name, url, String.valueOf(target.secret())));
            }
        });
        return new WebhookTargets(byName);
    }

    private static @Nullable URI url(@Nullable String text) {
        try {
            URI url = new URI(text == null ? "" : text.strip());
            boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            return http && url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null ? url : null;
        } catch (URISyntaxException noUrl) {
            return null;
        }
    }

    private static boolean isKey(@Nullable String secret) {
        if (secret == null || !secret.startsWith(PREFIX)) {
            return false;
        }
        try {
            int length = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return length >= SHORTEST_KEY && length <= LONGEST_KEY;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    public Optional<WebhookTarget> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** In alphabetical order. */
    public Collection<String> names() {
        return Collections.unmodifiableCollection(byName.keySet());
    }
}
