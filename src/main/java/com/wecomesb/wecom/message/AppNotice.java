package com.wecomesb.wecom.message;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The platform tells an app something about itself or about work that it started (W90240). */
public sealed interface AppNotice extends WecomMessage {

    @Override
    default List<String> identity() {
        return header().everything();
    }

    @Override
    default boolean ofOneApp() {
        return true;
    }

    /** {@code batch_job_result}: an asynchronous import has ended. */
    record BatchJobResult(
            Header header,
            String jobId,
            String jobType,
            @Nullable Integer errorCode,
            String errorMessage) implements AppNotice {

        BatchJobResult(Header header) {
            this(
                    header,
                    header.at("BatchJob").text("JobId"),
                    header.at("BatchJob").text("JobType"),
                    header.integer("ErrCode", "BatchJob"),
                    header.at("BatchJob").text("ErrMsg"));
        }
    }

    /** {@code open_approval_change}: an approval changed its state. */
    record OpenApprovalChange(Header header) implements AppNotice {}

    /** {@code share_agent_change}: the app was shared with another corp, or no longer. */
    record ShareAgentChange(Header header) implements AppNotice {}

    /** {@code share_chain_change}: the corps of a supply chain changed. */
    record ShareChainChange(Header header) implements AppNotice {}

    /** {@code inactive_alert}: the app will be closed because nobody uses it. */
    record InactiveAlert(Header header, @Nullable Instant effectiveAt) implements AppNotice {

        InactiveAlert(Header header) {
            this(header, header.instant("EffectTime"));
        }
    }

    /** {@code close_inactive_agent}: the app was closed because nobody used it. */
    record CloseInactiveAgent(Header header) implements AppNotice {}

    /** {@code reopen_inactive_agent}: the app was opened again. */
    record ReopenInactiveAgent(Header header) implements AppNotice {}

    /** {@code low_active_alert}: the app will lose rights because few use it. */
    record LowActiveAlert(Header header, @Nullable Instant effectiveAt) implements AppNotice {

        LowActiveAlert(Header header) {
            this(header, header.instant("EffectTime"));
        }
    }

    /** {@code low_active}: the app has lost rights because few use it. */
    record LowActive(Header header) implements AppNotice {}

    /** {@code active_restored}: the app has its rights back. */
    record ActiveRestored(Header header) implements AppNotice {}
}
