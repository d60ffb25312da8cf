package com.wecomesb.api;

import com.wecomesb.api.DoctorFinding.Status;
import com.wecomesb.wecom.WecomSettings;
import com.wecomesb.wecom.WecomSettings.App;
import com.wecomesb.wecom.api.ApiDiary;
import com.wecomesb.wecom.api.WecomCallFailed;
import com.wecomesb.wecom.api.WecomClient;
import com.wecomesb.wecom.callback.CallbackDiary;
import com.wecomesb.wecom.callback.CallbackRejected.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Looks at each app in the order in which it is connected: settings, callback, outgoing calls. */
@Component
class WecomDoctor implements DoctorChecks {

    /** Needs a token and a trusted address, and changes nothing. */
    private static final String HARMLESS_CALL = "get_api_domain_ip";

    private final WecomSettings settings;
    private final CallbackDiary callbacks;
    private final ApiDiary calls;
    private final WecomClient client;

    WecomDoctor(WecomSettings settings, CallbackDiary callbacks, ApiDiary calls, WecomClient client) {
        this.settings = settings;
        this.callbacks = callbacks;
        this.calls = calls;
        this.client = client;
    }

    @Override
    public List<DoctorFinding> run() {
        List<DoctorFinding> findings = new ArrayList<>();
        new TreeMap<>(settings.apps()).forEach((name, app) -> {
            findings.add(settings(name, app));
            findings.add(callback(name));
            findings.add(outgoing(name, app));
        });
        return findings;
    }

    private static DoctorFinding settings(String name, App app) {
        String prefix = "esb.wecom.apps." + name + ".";
        if (!app.corpId().startsWith("ww") && !app.corpId().startsWith("wx")) {
            return wrong(name, "settings", prefix + "corp-id 不像企业ID(ww 开头):在企业微信后台「我的企业」里复制");
        }
        if (app.token() == null || app.token().isBlank()) {
            return wrong(name, "settings", "缺少 " + prefix + "token:在应用「接收消息」里生成");
        }
        String key = app.encodingAesKey();
        if (key == null || key.length() != 43) {
            return wrong(name, "settings", prefix + "encoding-aes-key 必须正好 43 个字符");
        }
        return new DoctorFinding(name, "settings", Status.OK, "设置齐全");
    }

    private DoctorFinding callback(String name) {
        Optional<CallbackDiary.Entry> good = callbacks.lastAccepted(name);
        Optional<CallbackDiary.Entry> bad = callbacks.lastRejected(name);
        if (good.isEmpty() && bad.isEmpty()) {
            return new DoctorFinding(
                    name,
                    "callback",
                    Status.UNKNOWN,
                    "启动以来没有收到任何请求(no request arrived):检查域名、反向代理、防火墙是否通到 /callback/wecom/" + name);
        }
        if (bad.isEmpty()
                || (good.isPresent() && good.get().at().isAfter(bad.get().at()))) {
            return new DoctorFinding(
                    name,
                    "callback",
                    Status.OK,
                    "最近一次回调验证通过:" + good.orElseThrow().at());
        }
        return wrong(name, "callback", refused(bad.get()) + ",时间 " + bad.get().at());
    }

    private static String refused(CallbackDiary.Entry entry) {
        Reason reason = entry.reason() == null ? Reason.PARAMETERS : entry.reason();
        return switch (reason) {
            case SIGNATURE -> "签名不一致(signature differs):后台的 Token 与设置里的 token 不同";
            case DECRYPTION -> "解密失败(decryption failed):后台的 EncodingAESKey 与设置里的 encoding-aes-key 不同";
            case OTHER_RECEIVER -> "是发给另一个企业的(other CorpID):corp-id 与后台的企业ID不同";
            case STALE -> "时钟相差 " + Math.abs(entry.clockOff().toMinutes()) + " 分钟(clock off):请校准本机时间(NTP)";
            default -> "请求被拒绝(" + reason.word() + "):" + reason.advice();
        };
    }

    private DoctorFinding outgoing(String name, App app) {
        if (app.receivesOnly()) {
            return new DoctorFinding(name, "outgoing", Status.UNKNOWN, "还没有 secret,只接收不发送:回调验证通过之后再配置 secret 和企业可信IP");
        }
        try {
            client.call(name, HARMLESS_CALL, null, Map.of());
            return new DoctorFinding(name, "outgoing", Status.OK, "企业微信接受了调用");
        } catch (WecomCallFailed failed) {
            String address = calls.lastCall(name)
                    .map(ApiDiary.Entry::address)
                    .map(known -> ",出口地址 " + known)
                    .orElse("");
            return wrong(name, "outgoing", "企业微信拒绝调用(" + failed.errcode() + ")" + address + ":" + failed.reason());
        }
    }

    private static DoctorFinding wrong(String app, String check, String advice) {
        return new DoctorFinding(app, check, Status.WRONG, advice);
    }
}
