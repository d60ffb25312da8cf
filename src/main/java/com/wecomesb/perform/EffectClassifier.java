package com.wecomesb.perform;

import com.wecomesb.connector.ConnectorFailed;
import com.wecomesb.connector.CredentialsRefused;
import com.wecomesb.connector.Failures;
import com.wecomesb.media.MediaMissing;
import com.wecomesb.media.Uploads;
import com.wecomesb.wecom.api.WecomCallFailed;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What a fault of a call means for the action: the one table between the destinations' faults and the states. */
@Component("effectClassifier")
public class EffectClassifier {

    /** 95001: the five messages after the customer's last one are used up (W94677). */
    private static final int BUDGET_USED_UP = 95001;

    /** WeCom does not know the {@code media_id}, or not any more. */
    private static final Set<Integer> MEDIA_GONE = Set.of(40007, 40145, 301048);

    private final Uploads uploads;
    private final Clock clock;

    EffectClassifier(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Called by {@code errors.camel.yaml}. */
    public Effect classifyFault(Exchange exchange) {
        Throwable fault = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Uploads.Uploaded uploaded = exchange.getProperty(WecomRequests.UPLOADED, Uploads.Uploaded.class);
        return uploaded != null && fault instanceof WecomCallFailed failed && MEDIA_GONE.contains(failed.errcode())
                ? again(uploaded, failed)
                : classify(fault);
    }

    /** What was uploaded for this very message and is not known is a fault that uploading again does not mend. */
    private Effect again(Uploads.Uploaded uploaded, WecomCallFailed failed) {
        uploads.forget(uploaded);
        return uploaded.fresh() ? ofWecom(failed) : new Effect.Retry("企业微信里的素材已失效,重新上传后再发");
    }

    Effect classify(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof WecomCallFailed failed) {
                return ofWecom(failed);
            }
            if (cause instanceof MediaMissing missing) {
                return new Effect.Failed("要发的文件 " + missing.path() + " 不在了,放回去后可以重发", "MediaMissing");
            }
            if (cause instanceof ConnectorFailed failed) {
                return ofConnector(failed, clock.instant());
            }
            if (cause instanceof HttpOperationFailedException || cause instanceof IOException) {
                return ofConnector(Failures.of(cause, true, clock.instant()), clock.instant());
            }
            if (cause instanceof TargetMissing missing) {
                return new Effect.Misconfigured(String.valueOf(missing.getMessage()));
            }
            if (isOfDatabase(cause)) {
                return new Effect.Unknown("数据库这一刻没有做成,会再试");
            }
        }
        String cause = fault == null ? "unknown" : fault.getClass().getName();
        return fault instanceof CamelExecutionException
                ? new Effect.Retry("处理中断:" + cause)
                : new Effect.Failed("处理出错,需要人看一下", cause);
    }

    /** Ours, in a deadlock or away for a moment: before the effect or after it, when only the note of it is missing. */
    static boolean isOfDatabase(Throwable fault) {
        return fault instanceof TransientDataAccessException
                || fault instanceof RecoverableDataAccessException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof TransactionException;
    }

    private Effect ofWecom(WecomCallFailed failed) {
        String cause = failed.errcode() == WecomCallFailed.NO_ERRCODE
                ? failed.outcome().name()
                : "errcode " + failed.errcode();
        return switch (failed.outcome()) {
            case OK, DUPLICATE -> new Effect.Done(null, null);
            case RETRY_LATER, REFRESH_TOKEN -> new Effect.Retry(failed.reason());
            // Without a code it is our own limit, which may concern one recipient only.
            case THROTTLED ->
                new Effect.Throttled(
                        until(failed.until(), clock.instant()),
                        failed.errcode() != WecomCallFailed.NO_ERRCODE,
                        failed.reason());
            case CONFIGURATION -> new Effect.Misconfigured(failed.reason());
            case STATE -> new Effect.Suppressed(failed.reason());
            case HOLD ->
                failed.errcode() == BUDGET_USED_UP ? new Effect.NoBudget() : new Effect.Suppressed(failed.reason());
            case UNKNOWN -> new Effect.Unknown(failed.reason());
            case PERMANENT -> new Effect.Failed(failed.reason(), cause);
        };
    }

    static Effect ofConnector(ConnectorFailed failed, Instant now) {
        if (failed instanceof CredentialsRefused) {
            return new Effect.Misconfigured(failed.reason());
        }
        return switch (failed.kind()) {
            case RETRY, CONFLICT -> new Effect.Retry(failed.reason());
            case THROTTLED, OPEN ->
                new Effect.Throttled(until(failed.until().orElse(null), now), true, failed.reason());
            case UNKNOWN -> new Effect.Unknown(failed.reason());
            case PERMANENT -> new Effect.Failed(failed.reason(), failed.kind().name());
        };
    }

    /** A block without a known end is looked at again soon. */
    private static Instant until(@Nullable Instant until, Instant now) {
        return until == null ? now.plusSeconds(60) : until;
    }
}
